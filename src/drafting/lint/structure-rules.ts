import { createOffsetMap } from '#language/code-points.ts';
import { foldedWords } from '../text/tokens.ts';
import type { DraftSentence } from '../types.ts';
import type { Found } from './lint-codes.ts';
import type { LintInput } from './lint-input.ts';
import { ownWords } from './own-words.ts';

// Held against the draft's own words: a question within a quote is the source's.
const QUESTION =
  /^\s*(?:có phải|phải chăng|liệu|có thật|có đúng|sự thật là gì|vì sao|tại sao|is it true|is it|does|did|why|what)(?![\p{L}\p{N}])|[?？]/iu;
/** Words that only say that something is wrong, folded. */
const ONLY_WRONG = new Set(
  (
    'sai su that khong dung chinh xac hoan toan bia dat gia la day do dieu nay thong tin luan diem noi ' +
    'this that it claim statement is was the a an not true false untrue wrong incorrect fake'
  ).split(' '),
);
/** With fewer other words a quote gives no reason. */
const REASON_WORDS = 2;

/** R2, R3, R5 and R7: which sentences stand where, and what the headline is. */
export function structureFindings(input: LintInput): Found[] {
  return [
    ...openingFindings(input),
    ...mythFindings(input.sentences),
    ...whyFindings(input.sentences),
    ...closingFindings(input.sentences),
  ];
}

function openingFindings({ headline, sentences, sources }: LintInput): Found[] {
  const found: Found[] = [];
  if (headline.role !== 'FACT') found.push({ code: 'headline_not_fact', sentence: 0 });
  else if (headline.citations.length === 0) found.push({ code: 'headline_uncited', sentence: 0 });
  const own = ownWords(headline, sources);
  const question = QUESTION.exec(own);
  if (question !== null) {
    const { toCodePoint } = createOffsetMap(own);
    const end = question.index + question[0].length;
    const start = toCodePoint(end - question[0].trimStart().length);
    const span = { start, end: toCodePoint(end) };
    found.push({ code: 'headline_question', sentence: 0, span });
  }
  const first = sentences[0];
  if (first?.role !== 'FACT') {
    found.push({ code: 'first_not_fact', sentence: first === undefined ? null : 1 });
  } else if (first.citations.length === 0) found.push({ code: 'first_uncited', sentence: 1 });
  return found;
}

function mythFindings(sentences: readonly DraftSentence[]): Found[] {
  const myths = ordinalsOf(sentences, 'MYTH');
  if (myths.length === 0) return [{ code: 'no_myth', sentence: null }];
  return myths.flatMap((ordinal, index): Found[] => [
    ...(index === 0 ? [] : [{ code: 'second_myth' as const, sentence: ordinal }]),
    ...(sentences[ordinal - 2]?.role === 'WARNING'
      ? []
      : [{ code: 'myth_without_warning' as const, sentence: ordinal }]),
  ]);
}

function whyFindings(sentences: readonly DraftSentence[]): Found[] {
  const whys = ordinalsOf(sentences, 'WHY');
  if (whys.length === 0) return [{ code: 'no_why', sentence: null }];
  const cited = whys.filter((ordinal) => (sentences[ordinal - 1]?.citations.length ?? 0) > 0);
  if (cited.length === 0) {
    return whys.map((sentence) => ({ code: 'why_uncited', sentence }));
  }
  const gives = cited.some((ordinal) => {
    const quotes = sentences[ordinal - 1]?.citations.map(({ quote }) => quote) ?? [];
    const reason = foldedWords(quotes.join('\n')).filter((word) => !ONLY_WRONG.has(word));
    return reason.length >= REASON_WORDS;
  });
  return gives ? [] : cited.map((sentence) => ({ code: 'why_says_only_wrong', sentence }));
}

function closingFindings(sentences: readonly DraftSentence[]): Found[] {
  const found: Found[] = [];
  const last = sentences.at(-1);
  if (last !== undefined && last.role !== 'FACT') {
    found.push({ code: 'last_not_fact', sentence: sentences.length });
  }
  const [facts, myths] = [ordinalsOf(sentences, 'FACT'), ordinalsOf(sentences, 'MYTH')];
  if (myths.length > 0 && facts.length <= myths.length) {
    found.push({ code: 'too_few_facts', sentence: null });
  }
  return found;
}

/** Ordinals of the sentences with a role; the headline is 0, so the first sentence is 1. */
function ordinalsOf(sentences: readonly DraftSentence[], role: DraftSentence['role']): number[] {
  return sentences.flatMap((sentence, index) => (sentence.role === role ? [index + 1] : []));
}
