/**
 * Whether a text carries a sentence, decided by words alone: share of the sentence's content words that
 * the text has, its numbers, its names and its negations. It reads nothing of the product, so that the two
 * cannot share a mistake. What it is worth is measured on WiCE (`judge-wice.ts`).
 */
export interface Support {
  /** 0..1: share of the sentence's content words that stand in the text. */
  readonly coverage: number;
  readonly numbers: boolean;
  readonly names: boolean;
  readonly polarity: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\d+)*/gu;
const NUMBER = /\d+(?:[.,]\d+)*/gu;
const NAME = /(?<=[\p{Ll}\p{N},;:]\s)\p{Lu}[\p{L}\p{M}]+/gu;
const NEGATION =
  /(?<![\p{L}\p{M}])(?:không|chưa|chẳng|cấm|not|no|never|none|nobody|nor|neither|cannot|without|prohibited|forbidden)(?![\p{L}\p{M}])|n['’]t(?![\p{L}])/giu;
const ENDINGS = /(?:ing|ed|es|s|ly)$/u;
const IDLE = new Set(
  (
    'the a an of to in on at by for with and or is are was were be been it its this that as from has have ' +
    'had their they he she his her which who whom into than then also but là của và các những được cho ' +
    'trong với tại theo này do có một về từ đến cũng thì mà như đã sẽ đang bị bởi khi vào ra ở'
  ).split(' '),
);

export function judgeSupport(text: string, sentence: string): Support {
  const known = new Set(contentWords(text));
  const wanted = contentWords(sentence);
  const shared = wanted.filter((word) => known.has(word)).length;
  const numbers = new Set(numbersOf(text));
  const words = new Set(wordsOf(text));
  return {
    coverage: wanted.length === 0 ? 1 : shared / wanted.length,
    numbers: numbersOf(sentence).every((number) => numbers.has(number)),
    names: Array.from(sentence.matchAll(NAME), ([name]) => name.toLowerCase()).every((name) =>
      words.has(name),
    ),
    polarity: negations(sentence) <= negations(text),
  };
}

/** Share of content words at which F1 of "supported" is best on WiCE dev (.65; see evals/TRIED.md). */
export const wiceCoverage = 0.65;
/** What drafts are held to: they quote, so that next to every word must be there. */
export const draftCoverage = 0.9;

export function isSupported(
  { coverage, numbers, names, polarity }: Support,
  least: number,
): boolean {
  return coverage >= least && numbers && names && polarity;
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

function contentWords(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !IDLE.has(word))
    .map((word) => (word.length > 4 && /^[a-z]+$/u.test(word) ? word.replace(ENDINGS, '') : word));
}

function numbersOf(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((number) => number.replace(/[.,]/gu, ''));
}

function negations(text: string): number {
  return text.match(NEGATION)?.length ?? 0;
}
