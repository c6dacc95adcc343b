import { createOffsetMap } from '#language/code-points.ts';
import type { TextSpan } from '#language/sentences.ts';

export interface Quantifier extends TextSpan {
  readonly class: 'all' | 'none' | 'some' | 'only';
}

export interface Polarity {
  readonly negations: readonly TextSpan[];
  readonly quantifiers: readonly Quantifier[];
}

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{M}\\p{N}])';

// "không ai", "no one" are counted as a quantifier and not as a negation besides.
const QUANTIFIERS: ReadonlyArray<readonly [Quantifier['class'], RegExp]> = [
  ['none', pattern('không ai|khong ai|không một ai|không bất kỳ|no one|nobody|none')],
  [
    'all',
    pattern('tất cả|tat ca|mọi|toàn bộ|toan bo|toàn thể|bất kỳ ai|everyone|everybody|every|all'),
  ],
  [
    'some',
    pattern(
      'một số|mot so|một vài|vài|đa số|da so|phần lớn|phan lon|hầu hết|hau het|một phần|mot phan|some|most|several|few|many',
    ),
  ],
  [
    'only',
    pattern(
      // "chỉ thị" (directive), "chỉ số" (index), "địa chỉ" (address), "không chỉ" (not only).
      'duy nhất|duy nhat|(?<!(?:địa|không) )chỉ(?! (?:thị|số|huy|đạo|tiêu|định|dẫn|trích))|only|solely',
    ),
  ],
];
// Single syllables that change meaning without diacritics (chưa/chua, cấm/cam) are not read folded.
const NEGATIONS = pattern(
  [
    // "không gian" (space), "hàng không" (aviation), "không chỉ" (not only), "không quá 5" (a bound).
    '(?<!(?:hàng|phòng|trên|số|hay|có) )(?:không|khong)(?! (?:gian|khí|khi|quân|quan|trung|lực|luc|phận|chỉ|chi|những|nhung|riêng|rieng|quá|qua|dưới|duoi|ít|it|vượt|vuot|kể|ke)(?![\\p{L}\\p{M}]))',
    '(?<!(?:hay|có) )(?:chưa(?! (?:kể|đầy))|chẳng(?! (?:hạn|những))|chả)',
    'cấm|nghiêm cấm|not(?! (?:only|just|merely|less|more))|no(?!\\.)(?! (?:less|more|doubt))',
    "never|cannot|prohibited|forbidden|without|neither|[a-z]+n['’]t",
  ].join('|'),
);

// "no" is also "nó", "nợ" or "nô" without its diacritics.
const ENGLISH = new RegExp(
  pattern('the|of|is|are|was|were|be|there|has|have|had|to|in|at|say|says|said'),
  'iu',
);

/** Negations and quantifiers of a text; offsets are code points, shifted by `offset`. */
export function findPolarity(text: string, offset = 0): Polarity {
  const quantifiers = QUANTIFIERS.flatMap(([kind, regex]) =>
    spans(text, regex, offset).map((span) => ({ ...span, class: kind })),
  ).sort((a, b) => a.start - b.start);
  const english = ENGLISH.test(text);
  const negations = spans(text, NEGATIONS, offset).filter(
    (negation) =>
      (english || negation.text.toLowerCase() !== 'no') &&
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
