type Level = 'part' | 'chapter' | 'section' | 'article' | 'clause';

/** Numbers of the units a passage stands in, such as {chapter: 2, article: '5a'}, the same in every language. */
export type HeadingNumbers = Readonly<Partial<Record<Level, string>>>;

const LEVELS: ReadonlyArray<readonly [Level, RegExp]> = [
  ['part', /^(?:phần(?: thứ)?|part)\s+(\S+)|^第(\S+)编/iu],
  ['chapter', /^(?:chương|chapter)\s+(\S+)|^第(\S+)章/iu],
  ['section', /^(?:mục|section)\s+(\S+)|^第(\S+)节/iu],
  ['article', /^(?:điều|article)\s+(\S+)|^第(\S+)条/iu],
  ['clause', /^(?:khoản|paragraph)\s+(\S+)/iu],
];
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const HAN_DIGITS = '零一二三四五六七八九';
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Reads heading labels as `chunkText` writes them in Vietnamese, English and Chinese. */
export function headingNumbers(headingPath: readonly string[]): HeadingNumbers {
  const numbers: Partial<Record<Level, string>> = {};
  for (const label of headingPath) {
    for (const [level, pattern] of LEVELS) {
      const match = pattern.exec(label);
      const written = match?.[1] ?? match?.[2];
      if (written === undefined) continue;
      numbers[level] = readNumber(written.toLowerCase());
      break;
    }
  }
  return numbers;
}

/** The units around an article, and the article: "2/1/5"; null outside articles. */
export function articleAddress(numbers: HeadingNumbers): string | null {
  if (numbers.article === undefined) return null;
  return [numbers.part, numbers.chapter, numbers.section, numbers.article].join('/');
}

function readNumber(written: string): string {
  if (/^[ivxlc]+$/u.test(written)) return String(readRoman(written));
  if (/^[零〇一二三四五六七八九十百]+$/u.test(written)) return String(readHan(written));
  const ordinal = ORDINALS.indexOf(written);
  return ordinal < 0 ? written : String(ordinal + 1);
}

function readRoman(written: string): number {
  const values = Array.from(written, (letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}

/** Up to 999: 一百二十三, 十五, 二〇. */
function readHan(written: string): number {
  if (!/[十百]/u.test(written)) {
    return Number(Array.from(written, (digit) => hanDigit(digit)).join(''));
  }
  let total = 0;
  let digit = 0;
  for (const letter of written) {
    const unit = letter === '百' ? 100 : letter === '十' ? 10 : 0;
    if (unit === 0) digit = hanDigit(letter);
    else {
      total += Math.max(digit, 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

function hanDigit(letter: string): number {
  return letter === '〇' ? 0 : Math.max(0, HAN_DIGITS.indexOf(letter));
}
