import type { Citation, DraftSentence, SourcePassage } from '#drafting/index.ts';
import { draftCoverage, isSupported, judgeSupport } from './support-judge.ts';

const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** Words of ours around quotes that state nothing. */
const frame =
  /(?<![\p{L}])(?:xem câu trích ở trên|câu trích ở trên|cần nhớ|lý do|ngoài ra|nhắc lại|cụ thể|cũng|và|vì|nhớ|theo|có hiệu lực từ ngày|see the quote above|remember the quote above|according to|because|why|in addition|to repeat|again|also|and|per|in force since)(?![\p{L}])/giu;

export interface SentenceCheck {
  readonly citations: number;
  readonly byteEqual: number;
  /** Citations whose quote the sentence itself prints; the others point to a quote above. */
  readonly printed: number;
  /** ALCE's citation recall of one sentence: everything it cites carries it. */
  readonly supported: boolean;
  /** ALCE's citation precision: citations the sentence needs. */
  readonly needed: number;
}

/** Roles that say something: a warning is ours and a myth is the claim's own. */
export function needsSource({ role }: DraftSentence): boolean {
  return role !== 'WARNING' && role !== 'MYTH' && role !== 'CONNECTIVE';
}

/**
 * One sentence against its citations. Citation recall and precision follow ALCE (Gao et al., EMNLP 2023,
 * section 4.2), with a judge of words in place of a language model: a citation is superfluous when it
 * does not carry the sentence by itself and the others carry it without it.
 */
export function checkSentence(
  sentence: DraftSentence,
  sources: readonly SourcePassage[],
  canonicalTexts: ReadonlyMap<string, string>,
): SentenceCheck {
  const { text, citations } = sentence;
  const said = withoutFrame(sentence);
  const premises = citations.map((citation) => premiseOf(citation, sources, canonicalTexts));
  const carries = (some: readonly string[]): boolean =>
    some.length > 0 && isSupported(judgeSupport(some.join('\n'), said), draftCoverage);
  const supported = carries(premises);
  const needed = premises.filter((premise, index) => {
    const others = premises.filter((_, other) => other !== index);
    return supported && (carries([premise]) || !carries(others));
  });
  return {
    citations: citations.length,
    byteEqual: citations.filter((citation) => isByteEqual(citation, canonicalTexts)).length,
    printed: citations.filter(({ quote }) => text.includes(quote)).length,
    supported,
    needed: needed.length,
  };
}

/** What the offsets point at in the stored text, with what the document is called: never the quote as given. */
function premiseOf(
  { versionId, passageId, start, end }: Citation,
  sources: readonly SourcePassage[],
  canonicalTexts: ReadonlyMap<string, string>,
): string {
  const source = sources.find((one) => one.passageId === passageId);
  const [year, month, day] = (source?.validFrom ?? '').split('-').map(Number);
  const months = [month, monthNames[(month ?? 0) - 1]];
  const names = [source?.documentTitle, source?.documentNumber, source?.issuer];
  const canonical = canonicalTexts.get(versionId) ?? '';
  const span = spanOf(canonical, start, end);
  const place = [...(source?.headingPath ?? []), ...markersBefore(spanOf(canonical, 0, start))];
  return [...names, day, ...months, year, ...place, span].filter(Boolean).join('\n');
}

/** Number of the clause and letter of the point a span stands in, as the text itself marks them. */
function markersBefore(text: string): string[] {
  const lines = text.split('\n').toReversed();
  const find = (marker: RegExp): string | undefined =>
    lines.map((line) => marker.exec(line)?.[1]).find((found) => found !== undefined);
  const clause = find(/^\s*(\d{1,2})[.)]/u);
  const point = find(/^\s*(\p{Ll})\)/u);
  return [
    ...(clause === undefined ? [] : [`khoản ${clause} paragraph clause`]),
    ...(point === undefined ? [] : [`điểm ${point} point`]),
  ];
}

/** A sentence without the question it answers and the words that only lead to a quote. */
function withoutFrame({ text, citations }: DraftSentence): string {
  const quotes = citations.map(({ quote }) => quote);
  const marked = quotes.reduce(
    (rest, quote, at) => rest.replace(quote, () => `\u0000${at}\u0001`),
    text,
  );
  return marked
    .replace(/^[^?？\u0000]*[?？]/u, '')
    .replace(frame, ' ')
    .replace(/\u0000(\d+)\u0001/gu, (_, at: string) => quotes[Number(at)] ?? '');
}

/** Same bytes in the canonical text, at these code points. */
export function isByteEqual(
  { versionId, start, end, quote }: Citation,
  canonicalTexts: ReadonlyMap<string, string>,
): boolean {
  const canonical = canonicalTexts.get(versionId);
  if (canonical === undefined || quote === '') return false;
  const bytes = new TextEncoder().encode(quote);
  const span = new TextEncoder().encode(spanOf(canonical, start, end));
  return bytes.length === span.length && bytes.every((byte, index) => byte === span[index]);
}

function spanOf(canonical: string, start: number, end: number): string {
  return [...canonical].slice(start, end).join('');
}
