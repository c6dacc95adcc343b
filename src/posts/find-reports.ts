import type { ReportedBy } from '#db/schema/index.ts';
import { createOffsetMap, type OffsetMap } from '#language/code-points.ts';
import type { TextSpan } from '#language/sentences.ts';
import { maskNames } from './mask-names.ts';
import { type Attribution, reportLead, reportTail } from './report-lead.ts';

/** A claim and the sentence it is, or is a clause of. */
interface ClaimInSentence extends TextSpan {
  readonly sentence: TextSpan;
}

/** The post in UTF-16, with its quotations. */
interface Post {
  readonly text: string;
  readonly map: OffsetMap;
  readonly quotations: readonly Attribution[];
}

const QUOTATION = /"[^"\n]{3,2000}"|“[^”]{3,2000}”?|«[^»]{3,2000}»?/gu;
/** How far from what is said its speaker may stand, UTF-16. */
const NEAR = 160;
const OPENING_MARKS = /^[\s"“”'‘’«»(,–—-]+/u;
const CLOSING_MARKS = /(?:[\s"“”«»,:–—.-]|\s(?:rằng|là|rang|la|that)(?=[\s,:]*$))+$/u;

/**
 * For each claim, the words of the post that say it is somebody else's: before or behind it in its
 * sentence, before or behind a quotation that it is in, or in a sentence before it that ends with a colon.
 * Null where the post speaks for itself. Names of persons are left out of the words.
 * @param text the post; all offsets are code points into it.
 */
export function findReports(
  text: string,
  claims: readonly ClaimInSentence[],
): Array<ReportedBy | null> {
  const quotations = Array.from(text.matchAll(QUOTATION), ({ index, 0: quoted }) => ({
    start: index,
    end: index + quoted.length,
  }));
  const post = { text, map: createOffsetMap(text), quotations };
  return claims.map((claim) => {
    const found = attributionOf(post, claim);
    return found === null ? null : reportedBy(post, claim, found);
  });
}

function attributionOf(post: Post, { start, end, sentence }: ClaimInSentence): Attribution | null {
  const from = post.map.toUtf16(sentence.start);
  const own = reportLead(sentence.text) ?? reportTail(sentence.text);
  if (own !== null) return { start: from + own.start, end: from + own.end };
  const first = post.map.toUtf16(start);
  const last = post.map.toUtf16(end);
  const around = post.quotations.find((one) => one.start <= first && last <= one.end + 1);
  const before = lineBefore(post.text, around === undefined ? from : around.start);
  return (
    leadIn(post.text, before, around !== undefined) ??
    (around === undefined ? null : behind(post.text, around.end))
  );
}

/** UTF-16 range of what stands in front: the rest of its line, or the line above. */
function lineBefore(text: string, index: number): Attribution {
  const near = Math.max(0, index - NEAR);
  const end = near + text.slice(near, index).trimEnd().length;
  const line = Math.max(near, text.lastIndexOf('\n', end - 1) + 1);
  const stop = /.*[.!?…”"]\s+/su.exec(text.slice(line, end))?.[0].length ?? 0;
  return { start: line + stop, end };
}

/** A lead that fills what stands before a claim: "Bà ấy nói:"; a quotation may do without the colon. */
function leadIn(text: string, { start, end }: Attribution, quotation: boolean): Attribution | null {
  const words = text.slice(start, end);
  if (words === '' || !(quotation || words.endsWith(':'))) return null;
  const lead = reportLead(`${words}${/[:,]$/u.test(words) ? '' : ':'} `);
  return lead !== null && lead.end >= words.length ? { start, end } : null;
}

/** "…”, he said": the speaker behind a quotation of several sentences. */
function behind(text: string, end: number): Attribution | null {
  const rest = /^[^\n.!?]*/u.exec(text.slice(end, end + NEAR))?.[0] ?? '';
  const tail = reportTail(`”${rest}`);
  return tail === null || tail.start > 0 ? null : { start: end, end: end + rest.length };
}

function reportedBy(post: Post, claim: ClaimInSentence, { start, end }: Attribution): ReportedBy {
  const opening = OPENING_MARKS.exec(post.text.slice(start, end))?.[0].length ?? 0;
  const words = post.text.slice(start + opening, end).replace(CLOSING_MARKS, '');
  const [first, last] = [post.map.toUtf16(claim.start), post.map.toUtf16(claim.end)];
  // What is said, without the words on who says it.
  const said =
    start <= first
      ? [Math.max(first, end), last]
      : [first, end > first ? Math.min(start, last) : last];
  return {
    start: post.map.toCodePoint(start + opening),
    end: post.map.toCodePoint(start + opening + words.length),
    text: maskNames(words),
    manner: isQuoted(post, said[0] ?? first, said[1] ?? last) ? 'quoted' : 'reported',
  };
}

/** At least half of it stands between quotation marks. */
function isQuoted({ text, quotations }: Post, start: number, end: number): boolean {
  const letters = (from: number, to: number): number =>
    text.slice(from, Math.max(from, to)).match(/\p{L}/gu)?.length ?? 0;
  const quoted = quotations.reduce(
    (sum, one) => sum + letters(Math.max(start, one.start), Math.min(end, one.end)),
    0,
  );
  return quoted > 0 && quoted * 2 >= letters(start, end);
}
