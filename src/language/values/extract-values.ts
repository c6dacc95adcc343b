import { createOffsetMap } from '../code-points.ts';
import { isGluedToWord, readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import type { DateValue, NumberValue, TextValue } from './value-types.ts';
import { type ValueToken, valueTokens } from './value-tokens.ts';

export type { DateValue, NumberValue, TextValue } from './value-types.ts';

type Body = Omit<NumberValue, 'start' | 'end' | 'text'> | Omit<DateValue, 'start' | 'end' | 'text'>;

/**
 * Numbers and dates of an NFC text, in text order and not overlapping; a date is no number. The span
 * of a number is its digits or words with scale and percent sign, without unit and label; offsets are
 * code points. Relative dates ("năm ngoái", "last year") are no values.
 */
export function extractValues(text: string): TextValue[] {
  const tokens = valueTokens(text);
  const values: TextValue[] = [];
  const { toCodePoint } = createOffsetMap(text);
  const push = (body: Body, first: ValueToken | undefined, last: ValueToken | undefined): void => {
    const [from, to] = [first?.at ?? 0, last?.end ?? 0];
    values.push({
      ...body,
      start: toCodePoint(from),
      end: toCodePoint(to),
      text: text.slice(from, to),
    });
  };
  let yearEndsAt = -2;
  for (let index = 0; index < tokens.length; index += 1) {
    if (isGluedToWord(tokens, index)) continue;
    const date = readDate(tokens, index, yearEndsAt === index - 1);
    if (date !== null) {
      const { year, month, day, from, next } = date;
      push({ kind: 'date', year, month, day }, tokens[from], tokens[next - 1]);
      if (year !== null) yearEndsAt = next;
      index = next - 1;
      continue;
    }
    const number = readNumber(tokens, index);
    if (number === null) continue;
    const { from, next, ...body } = number;
    push({ kind: 'number', ...body }, tokens[from], tokens[next - 1]);
    index = next - 1;
  }
  return values;
}
