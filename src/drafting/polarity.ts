import { createOffsetMap } from '#language/code-points.ts';
import type { TextSpan } from '#language/sentences.ts';

export interface Quantifier extends TextSpan {
  readonly class: 'all' | 'none' | 'some' | 'only';
}

export interface Polarity {
  readonly negations: readonly TextSpan[];
  readonly quantifiers: readonly Quantifier[];
}

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';

// "không ai", "no one" are counted as a quantifier and not as a negation besides.
const QUANTIFIERS: ReadonlyArray<readonly [Quantifier['class'], RegExp]> = [
  ['none', pattern('không ai|khong ai|không một ai|no one|nobody|none')],
  ['all', pattern('tất cả|tat ca|mọi|toàn bộ|everyone|everybody|every|all')],
  ['some', pattern('một số|mot so|một vài|đa số|phần lớn|hầu hết|some|most|several|few')],
  ['only', pattern('duy nhất|duy nhat|only|solely')],
];
// Single syllables that change meaning without diacritics (chưa/chua, cấm/cam) are not read folded.
const NEGATIONS = pattern(
  "không|khong|chưa|chẳng|chả|cấm|nghiêm cấm|not|no(?!\\.)|never|cannot|prohibited|forbidden|[a-z]+n['’]t",
);

/** Negations and quantifiers of a text; offsets are code points, shifted by `offset`. */
export function findPolarity(text: string, offset = 0): Polarity {
  const quantifiers = QUANTIFIERS.flatMap(([kind, regex]) =>
    spans(text, regex, offset).map((span) => ({ ...span, class: kind })),
  ).sort((a, b) => a.start - b.start);
  const negations = spans(text, NEGATIONS, offset).filter((negation) =>
    quantifiers.every((other) => negation.end <= other.start || negation.start >= other.end),
  );
  return { negations, quantifiers };
}

function spans(text: string, regex: RegExp, offset: number): TextSpan[] {
  const { toCodePoint } = createOffsetMap(text);
  return Array.from(text.matchAll(regex), (match) => ({
    start: toCodePoint(match.index) + offset,
    end: toCodePoint(match.index + match[0].length) + offset,
    text: match[0],
  }));
}

function pattern(alternatives: string): RegExp {
  return new RegExp(`${BEFORE}(?:${alternatives})${AFTER}`, 'giu');
}
