import { createOffsetMap } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import type { TextSpan } from '#language/sentences.ts';
import { plain } from '../text/folded-words.ts';
import { foldedWords, words } from '../text/tokens.ts';
import type { DraftSentence } from '../types.ts';
import type { Found } from './lint-codes.ts';
import type { AnsweredPost, LintInput } from './lint-input.ts';
import { ownWords } from './own-words.ts';

/** Longest run of the post's words a draft may repeat (rule 4). */
const LONGEST_RUN = 12;
/** A sentence within the plain-language limit of GOV.UK is never too complex. */
const PLAIN_WORDS = 25;
const LINK = /(?:https?:\/\/|www\.)[^\s“”«»"<>]+/giu;

/** R4 and R6: how much of the post a draft repeats, and the explanation it offers instead. */
export function wordingFindings(input: LintInput): Found[] {
  const { headline, sentences, sources, post } = input;
  const said = ` ${plain(post.text)} `;
  const links = linksOf(post);
  return [
    ...[headline, ...sentences].flatMap((sentence, ordinal) => [
      ...repeatedRuns(ownWords(sentence, sources), said).map(({ start, end }): Found => ({
        code: 'long_quote_of_post',
        sentence: ordinal,
        span: { start, end },
      })),
      ...linksIn(sentence.text)
        .filter(({ text }) => links.has(bareLink(text)))
        .map(({ start, end, text }): Found => ({
          code: 'link_to_post',
          sentence: ordinal,
          span: { start, end },
          values: [text],
        })),
    ]),
    ...alternativeFindings(input),
  ];
}

/** Where a sentence's own words repeat more than the allowed run of `said`, folded words between blanks. */
function repeatedRuns(own: string, said: string): Array<Omit<TextSpan, 'text'>> {
  const tokens = words(own);
  const folded = tokens.map(({ text }) => fold(text));
  const runs: Array<{ start: number; end: number }> = [];
  for (let at = 0; at + LONGEST_RUN < tokens.length; at += 1) {
    if (!said.includes(` ${folded.slice(at, at + LONGEST_RUN + 1).join(' ')} `)) continue;
    const [first, last] = [tokens[at], tokens[at + LONGEST_RUN]];
    if (first === undefined || last === undefined) continue;
    const open = runs.at(-1);
    if (open !== undefined && first.start < open.end) open.end = last.end;
    else runs.push({ start: first.start, end: last.end });
  }
  return runs;
}

function linksOf({ text, canonicalUrl }: AnsweredPost): ReadonlySet<string> {
  const written = linksIn(text).map((link) => link.text);
  return new Set([...written, ...(canonicalUrl === null ? [] : [canonicalUrl])].map(bareLink));
}

function linksIn(text: string): TextSpan[] {
  const { toCodePoint } = createOffsetMap(text);
  return Array.from(text.matchAll(LINK), (match) => {
    const link = match[0].replace(/[.,;:!?)\]]+$/u, '');
    const [start, end] = [match.index, match.index + link.length].map(toCodePoint);
    return { text: link, start: start ?? 0, end: end ?? 0 };
  });
}

/** One spelling of an address, whatever its scheme, "www." and closing slash. */
function bareLink(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '');
}

/** An alternative is too complex when it is no plain sentence and has more words than the claim. */
function alternativeFindings({ sentences, claim, noAlternative }: LintInput): Found[] {
  const bound = Math.max(PLAIN_WORDS, foldedWords(claim.text).length);
  const alternatives = sentences.flatMap((sentence, index) =>
    sentence.role === 'ALTERNATIVE' ? [{ ordinal: index + 1, size: quotedWords(sentence) }] : [],
  );
  if (alternatives.length === 0) {
    return noAlternative ? [] : [{ code: 'no_alternative', sentence: null }];
  }
  // One that is simple enough is the explanation; the others may say more.
  if (alternatives.some(({ size }) => size <= bound)) return [];
  return alternatives.map(({ ordinal, size }) => ({
    code: 'alternative_too_complex',
    sentence: ordinal,
    values: [String(size), String(bound)],
  }));
}

function quotedWords({ citations }: DraftSentence): number {
  return foldedWords(citations.map(({ quote }) => quote).join('\n')).length;
}
