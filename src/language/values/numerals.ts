import type { ValueToken } from './value-tokens.ts';

/** A number in words or a scale after digits, and the index of the token behind it. */
export interface Numeral {
  readonly value: number;
  readonly next: number;
}

const counted = (list: string, first: number, step = 1): Array<[string, number]> =>
  list.split(' ').map((word, index): [string, number] => [word, first + index * step]);

const VIETNAMESE_DIGITS = new Map([
  ...counted('một hai ba bốn năm sáu bảy tám chín', 1),
  ...counted('mot hai ba bon nam sau bay tam chin', 1),
  ...Object.entries({ mốt: 1, tư: 4, lăm: 5, lam: 5, nhăm: 5, bẩy: 7 }),
]);
const TENS = new Set(['mươi', 'muoi', 'mười']);
const SCALES = new Map(
  Object.entries({
    trăm: 100,
    tram: 100,
    nghìn: 1e3,
    nghin: 1e3,
    ngàn: 1e3,
    ngan: 1e3,
    triệu: 1e6,
    trieu: 1e6,
    tỷ: 1e9,
    tỉ: 1e9,
    ty: 1e9,
    ti: 1e9,
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
  }),
);
const ENGLISH = new Map([
  ...counted('one two three four five six seven eight nine ten eleven twelve', 1),
  ...counted('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 13),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
]);
const FILLERS = new Set(['linh', 'lẻ', 'and']);
/** One syllable that is a number for certain when a counted word follows. */
const ALONE = new Set('hai ba bốn bon sáu bảy tám chín mười'.split(' '));
const NOT_ALONE = new Set(['one']);

/** Whether a token can begin a number in words; cheap. */
export function beginsNumeral(token: ValueToken): boolean {
  return VIETNAMESE_DIGITS.has(token.word) || token.word === 'mười' || ENGLISH.has(token.word);
}

/** Factor of the scale words at `index` ("nghìn tỷ" → 1e12); 1 when there are none. */
export function readScale(tokens: readonly ValueToken[], index: number): Numeral {
  let [value, next] = [1, index];
  // "k" and "tr" are scales only glued to digits: "500k", "2tr".
  const short = tokens[next];
  if (short?.glued === true && short.kind === 'word') {
    if (short.word === 'k') return { value: 1e3, next: next + 1 };
    if (short.word === 'tr') return { value: 1e6, next: next + 1 };
  }
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    const scale = SCALES.get(token.word);
    if (scale === undefined || scale < value) break;
    value *= scale;
    next += 1;
  }
  return { value, next };
}

/**
 * The number in words that begins at `index`: "mười hai", "hai triệu rưỡi", "twenty-five". Null when
 * the words may mean something else: "một", "năm" and "one" count only inside a longer number.
 */
export function readNumeral(tokens: readonly ValueToken[], index: number): Numeral | null {
  const first = tokens[index];
  if (first === undefined) return null;
  const numeral = ENGLISH.has(first.word) ? english(tokens, index) : vietnamese(tokens, index);
  if (numeral === null) return null;
  if (numeral.next > index + 1) return numeral;
  const sure = ALONE.has(first.word) || (ENGLISH.has(first.word) && !NOT_ALONE.has(first.word));
  return sure ? numeral : null;
}

function vietnamese(tokens: readonly ValueToken[], index: number): Numeral | null {
  let [total, group, digit] = [0, 0, 0];
  let [next, scale] = [index, 1];
  let afterUnit = false;
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    const { word } = token;
    const value = VIETNAMESE_DIGITS.get(word);
    if (word === 'mười' && digit === 0) group += 10;
    else if (TENS.has(word) && digit > 0 && word !== 'mười') group += digit * 10;
    else if (value !== undefined && digit === 0) {
      if (afterUnit && isYears(word, tokens[next + 1])) break;
      digit = value;
      afterUnit = false;
      next += 1;
      continue;
    } else if (word === 'trăm' || word === 'tram') {
      if (digit === 0) break;
      group += digit * 100;
    } else if (SCALES.has(word) && group + digit + total > 0) {
      const factor = SCALES.get(word) ?? 1;
      if (group + digit === 0) total *= factor;
      else total += (group + digit) * factor;
      scale = factor;
      group = 0;
    } else if (word === 'rưỡi' || word === 'rưởi') {
      total += scale / 2;
    } else if (!FILLERS.has(word) || next === index || word === 'and') break;
    else {
      afterUnit = false;
      next += 1;
      continue;
    }
    afterUnit = true;
    digit = 0;
    next += 1;
  }
  if (next > index && FILLERS.has(tokens[next - 1]?.word ?? '')) next -= 1;
  const value = total + group + digit;
  return value > 0 ? { value, next } : null;
}

/** "hai mươi năm" is twenty years and "hai mươi lăm" twenty-five; "hai trăm năm mươi" goes on. */
function isYears(word: string, after: ValueToken | undefined): boolean {
  if (word !== 'năm' && word !== 'nam') return false;
  return after === undefined || !(TENS.has(after.word) || SCALES.has(after.word));
}

function english(tokens: readonly ValueToken[], index: number): Numeral | null {
  let [total, group] = [0, 0];
  let next = index;
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    const value = ENGLISH.get(token.word);
    const scale = SCALES.get(token.word);
    const follows = ENGLISH.has(tokens[next + 1]?.word ?? '');
    if (value !== undefined && (group === 0 || group % (group % 100 === 0 ? 100 : 10) === 0)) {
      group += value;
    } else if (token.word === 'hundred' && group > 0) group *= 100;
    else if (scale !== undefined && group > 0) {
      total += group * scale;
      group = 0;
    } else if (!((token.text === '-' && token.glued) || token.word === 'and') || !follows) break;
    else if (token.word === 'and' && group % 100 !== 0) break;
    next += 1;
  }
  return total + group > 0 ? { value: total + group, next } : null;
}
