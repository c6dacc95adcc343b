import { createOffsetMap } from '#language/code-points.ts';
import { UNSPACED } from '#language/scripts.ts';

const token = new RegExp(
  `(?<unspaced>[${UNSPACED}])|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);
const joints = /^(?:\s{0,3}|[-–'’./&·_]|\.\s|\s[-–&]\s)$/u;
const latinMark = /[\u0300-\u036F]/u;

/** A run of letters and digits, or one character of a script without spaces. */
export interface NameToken {
  /** Lower case without diacritics. */
  readonly letters: string;
  /** The diacritics of each of `letters`, đ counting as one; empty strings where there are none. */
  readonly marks: readonly string[];
  /** Holds a capital and no small letter. */
  readonly isUpperCase: boolean;
  /** Whether only white space, a hyphen or the like stands between this token and the one before. */
  readonly joined: boolean;
  /** Code points into the text. */
  readonly start: number;
  readonly end: number;
}

/** The tokens of an NFC text in order, as names are compared. */
export function nameTokens(text: string): NameToken[] {
  const offsets = createOffsetMap(text);
  let previousEnd = 0;
  let afterUnspaced = false;
  return Array.from(text.matchAll(token), (match) => {
    const [raw] = match;
    const isUnspaced = match.groups?.['unspaced'] !== undefined;
    const gap = text.slice(previousEnd, match.index);
    const joined = afterUnspaced && isUnspaced ? gap === '' : joints.test(gap);
    previousEnd = match.index + raw.length;
    afterUnspaced = isUnspaced;
    return {
      ...spell(raw),
      isUpperCase: /\p{Lu}/u.test(raw) && !/\p{Ll}/u.test(raw),
      joined,
      start: offsets.toCodePoint(match.index),
      end: offsets.toCodePoint(previousEnd),
    };
  });
}

/** What two spellings of one name share: letters and digits, folded ("Hà Nội", "Hanoi", "ha-noi"). */
export function nameKey(text: string): string {
  return nameTokens(text)
    .map(({ letters }) => letters)
    .join('');
}

function spell(raw: string): Pick<NameToken, 'letters' | 'marks'> {
  let letters = '';
  const marks: string[] = [];
  // By UTF-16 unit, so that letters and marks stay side by side.
  for (const unit of raw.normalize('NFKD').toLowerCase().split('')) {
    if (latinMark.test(unit)) marks.push((marks.pop() ?? '') + unit);
    else {
      letters += unit === 'đ' ? 'd' : unit;
      marks.push(unit === 'đ' ? unit : '');
    }
  }
  return { letters, marks };
}
