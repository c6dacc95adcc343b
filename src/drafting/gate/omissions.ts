import { sliceCodePoints, codePointLength } from '#language/code-points.ts';

/** What a quote cut out of its sentence would lose. */
export type Omission = 'negation_flip' | 'quantifier_shift';

const B = '(?<![\\p{L}\\p{N}])';
const E = '(?![\\p{L}\\p{N}])';
const NEGATION = new RegExp(
  `${B}(?:không|chưa|chẳng|chả|cấm|trái|not|no(?!\\.)|never|none|nobody|nor|neither|cannot|prohibited|forbidden|without)${E}|n['’]t${E}`,
  'iu',
);
const LIMIT = new RegExp(
  `${B}(?:chỉ|một số|đa số|hầu hết|phần lớn|trừ|ngoại trừ|nếu|nhưng|tuy nhiên|với điều kiện|only|some|most|many|few|several|except|unless|if|but|provided|however)${E}`,
  'iu',
);

const EXCEPTION =
  /^\s*(?:trừ|ngoại trừ|nhưng|tuy nhiên|với điều kiện|except|unless|but|provided|however)(?![\p{L}\p{N}])/iu;

/**
 * Tells whether leaving out the rest of a sentence could turn a quote's meaning round.
 * `start` and `end` are code points within `sentence`. The rest is read up to the next semicolon,
 * with the lead-in of a list ("It is forbidden to: …; …") and an exception that follows.
 */
export function findOmission(sentence: string, start: number, end: number): Omission | null {
  const before = sliceCodePoints(sentence, 0, start);
  const after = sliceCodePoints(sentence, end, codePointLength(sentence));
  const leadIn = lastClause(before.slice(0, Math.max(0, before.lastIndexOf(':'))));
  const [ending = '', next = ''] = after.split(';');
  const exception = EXCEPTION.test(next) ? next : '';
  const rest = [leadIn, lastClause(before), ending, exception].join(' ');
  if (NEGATION.test(rest)) return 'negation_flip';
  return LIMIT.test(rest) ? 'quantifier_shift' : null;
}

function lastClause(text: string): string {
  return text.slice(text.lastIndexOf(';') + 1);
}
