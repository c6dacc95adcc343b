import { isStopWord } from '#drafting/index.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { lexicalTerms } from '#language/terms.ts';

/** A shorter sentence leaves its subject to what stands around it: "Chính phủ quy định chi tiết." */
const FEWEST_TERMS = 8;
/** Share of the longer sentence's terms that two must have in common to be worth a closer look. */
const WORTH_COMPARING = 0.7;
/** Stop words that turn a statement round. */
const DENYING = new Set(['khong', 'no', 'not']);

/** What a sentence says of its own document or points to elsewhere in it: there other things are meant. */
const SELF_REFERENCE =
  /(?<!\p{L})(?:điều|khoản|điểm|mục|chương|phần|phụ lục|luật|bộ luật|pháp lệnh|nghị quyết|nghị định|thông tư|quyết định|chỉ thị|quy định|quy chế|nội quy|hướng dẫn|văn bản)\s+(?:này|trên|nêu trên|sau đây|\d)|(?:như sau|sau đây)\s*:|(?<!\p{L})(?:this|these|the following|above|article \d|section \d|paragraph \d)(?!\p{L})/iu;
/** "1.", "b)", "(2)": where a sentence stands in a list. */
const ENUMERATOR = /^\s*(?:\(?\d{1,3}[.)]|\(?[a-zđ]\)|[-–•+])\s+/iu;
/** A line that ends with none of these is a heading. */
const STATED = /[.;!。；！។]["”’)\]»]*\s*$/u;

/** A sentence that can be compared by itself; offsets are code points into its passage. */
export interface Statement extends TextSpan {
  readonly terms: ReadonlySet<string>;
  /** Points into the document it stands in, and means something else in another. */
  readonly refersToItself: boolean;
}

/** The sentences of a text that are long enough to say what they speak of; no headings. */
export function statementsOf(text: string): Statement[] {
  return splitSentences(text).flatMap((sentence) => {
    if (!STATED.test(sentence.text)) return [];
    const terms = frameOf(sentence, []);
    if (terms.length < FEWEST_TERMS) return [];
    const refersToItself = SELF_REFERENCE.test(sentence.text);
    return [{ ...sentence, terms: new Set(terms), refersToItself }];
  });
}

/** Whether two statements share so many terms that they may be one with another value. */
export function mayBeOne(left: Statement, right: Statement): boolean {
  const most = Math.max(left.terms.size, right.terms.size);
  if (Math.min(left.terms.size, right.terms.size) < WORTH_COMPARING * most) return false;
  let shared = 0;
  for (const term of left.terms) if (right.terms.has(term)) shared += 1;
  return shared >= WORTH_COMPARING * most;
}

/**
 * Whether two statements, without the spans in which they differ, say the same: the same content words
 * in the same order. Spans are code points into the texts the statements were cut from.
 */
export function isSameStatement(
  left: { readonly statement: TextSpan; readonly spans: readonly TextSpan[] },
  right: { readonly statement: TextSpan; readonly spans: readonly TextSpan[] },
): boolean {
  const [ours, theirs] = [
    frameOf(left.statement, left.spans),
    frameOf(right.statement, right.spans),
  ];
  return ours.length === theirs.length && ours.every((term, index) => term === theirs[index]);
}

/** Whether a span is the number of a list item and no value. */
export function isEnumerator(sentence: TextSpan, span: TextSpan): boolean {
  const match = ENUMERATOR.exec(sentence.text);
  return match !== null && span.end <= sentence.start + Array.from(match[0]).length;
}

/** Content terms in order without the differing spans; a span that is the whole sentence names no place. */
function frameOf(sentence: TextSpan, spans: readonly TextSpan[]): string[] {
  let text = '';
  let from = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start <= sentence.start && span.end >= sentence.end) continue;
    const start = Math.max(from, span.start - sentence.start);
    text += `${sliceCodePoints(sentence.text, from, start)} `;
    from = Math.max(start, span.end - sentence.start);
  }
  text += sliceCodePoints(sentence.text, from);
  return lexicalTerms(text.replace(ENUMERATOR, '')).filter(
    (term) => !isStopWord(term) || DENYING.has(term),
  );
}
