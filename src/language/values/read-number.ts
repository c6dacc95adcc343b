import { fold } from '../fold.ts';
import { type Figure, rangeEnd, readFigure } from './read-figure.ts';
import { LONGEST_UNIT, type Unit, unitOf } from './units.ts';
import type { Bound, NumberValue } from './value-types.ts';
import type { ValueToken } from './value-tokens.ts';

export interface FoundNumber extends Omit<NumberValue, 'kind' | 'start' | 'end' | 'text'> {
  /** Indices of its first token and of the token behind it. */
  readonly from: number;
  readonly next: number;
}

const LABELS = new Set(
  (
    'điều dieu khoản khoan điểm chương chuong mục muc article section chapter thứ thu hạng lớp khóa khoá ' +
    'quý tập số vòng cấp bậc top no'
  ).split(' '),
);
const LABEL_PAIRS = new Set(
  'kết luận|ket luan|chỉ thị|chi thi|nghị quyết|nghi quyet|nghị định|nghi dinh|quyết định|thông tư|lần thứ|thế kỷ'.split(
    '|',
  ),
);
const BOUNDS: ReadonlyArray<readonly [Bound, ReadonlySet<string>]> = [
  ['about', new Set('khoảng khoang chừng độ about around approximately roughly'.split(' '))],
  ['nearly', new Set(['gần', 'gan', 'nearly', 'almost'])],
  ['over', new Set(['hơn', 'hon', 'trên', 'over', 'above', 'exceeding'])],
  ['under', new Set(['dưới', 'under', 'below'])],
];
const PREPOSITIONS = new Set(['trên', 'tren', 'dưới', 'duoi', 'over', 'above', 'under', 'below']);
const LEAST_BOUND = 10;
const BOUND_PAIRS = new Map<string, Bound>(
  Object.entries({
    'ít nhất': 'over',
    'tối thiểu': 'over',
    'không dưới': 'over',
    'at least': 'over',
    'more than': 'over',
    'tối đa': 'under',
    'nhiều nhất': 'under',
    'không quá': 'under',
    'không vượt': 'under',
    'at most': 'under',
    'up to': 'under',
    'less than': 'under',
    'fewer than': 'under',
    'xấp xỉ': 'about',
    'ước tính': 'about',
    'ước chừng': 'about',
  }),
);
const GLUED_ORDINAL = new Set(['st', 'nd', 'rd', 'th']);

/** The number that begins at `index` with its unit, label and bound; null when there is none. */
export function readNumber(tokens: readonly ValueToken[], index: number): FoundNumber | null {
  const first = readFigure(tokens, index);
  if (first === null) return null;
  const document = documentNumber(tokens, index);
  if (document !== null) {
    return {
      ...plain(first),
      unit: '',
      written: '',
      label: document.label,
      bound: 'exact',
      from: index,
      next: index + 1,
    };
  }
  const label = labelBefore(tokens, index);
  const second = label === '' ? rangeEnd(tokens, first) : null;
  const last = second ?? first;
  const { unit, written, next } = unitAfter(tokens, index, last.next);
  const sure = tokens[index]?.kind === 'digits';
  const bare = written === '' && label === '';
  // "hai" with nothing counted may be anything.
  if (!sure && bare) return null;
  const glued = tokens[last.next];
  // "5G", "3D": the digits belong to a name, unless the letters are a unit.
  const named = unit === null || /^\p{Lu}$/u.test(glued?.text ?? '');
  if (sure && last.next === index + 1 && glued?.glued === true && glued.kind === 'word' && named) {
    if (!GLUED_ORDINAL.has(glued.word)) return null;
    return {
      ...plain(first),
      unit: '',
      written: '',
      label: 'thu',
      bound: 'exact',
      from: index,
      next: index + 2,
    };
  }
  const factor = unit?.factor ?? 1;
  const scale = second !== null && first.scale === 1 && second.scale > 1 ? second.scale : 1;
  return {
    readings: first.readings.map((value) => value * scale * factor),
    upTo: second === null ? [] : second.readings.map((value) => value * factor),
    step: last.step * factor,
    unit: label === '' ? (unit?.base ?? written) : '',
    written: label === '' ? written : '',
    label,
    bound: boundBefore(tokens, index, first.readings[0] ?? 0),
    from: index,
    next,
  };
}

function plain({ readings, step }: Figure) {
  return { readings, step, upTo: [] };
}

/** "57-KL/TW", "100/2015/QH13": a number that names a document. */
function documentNumber(tokens: readonly ValueToken[], index: number): { label: string } | null {
  let at = index + 1;
  if (tokens[at]?.text === '/' && tokens[at + 1]?.kind === 'digits') at += 2;
  const sign = tokens[at];
  const letters = tokens[at + 1];
  if (sign?.glued !== true || letters?.glued !== true || !/^[-/]$/.test(sign.text)) return null;
  if (!/^[\p{Lu}Đ]{1,8}$/u.test(letters.text)) return null;
  const more = tokens[at + 2]?.glued === true && /^[-/]$/.test(tokens[at + 2]?.text ?? '');
  const tail =
    more && tokens[at + 3]?.kind === 'word' ? `/${fold(tokens[at + 3]?.text ?? '')}` : '';
  return { label: fold(letters.text) + tail };
}

function labelBefore(tokens: readonly ValueToken[], index: number): string {
  const [before, first] = [tokens[index - 1], tokens[index - 2]];
  if (before?.kind !== 'word') return '';
  const pair = `${first?.word ?? ''} ${before.word}`;
  if (LABEL_PAIRS.has(pair)) return fold(pair);
  if (!LABELS.has(before.word)) return '';
  const isNumber = before.word === 'số' || before.word === 'no';
  if (!isNumber) return fold(before.word);
  const third = tokens[index - 3];
  const named = `${third?.word ?? ''} ${first?.word ?? ''}`;
  if (LABEL_PAIRS.has(named)) return fold(named);
  return first?.kind === 'word' && LABELS.has(first.word) ? fold(first.word) : '';
}

function unitAfter(
  tokens: readonly ValueToken[],
  index: number,
  next: number,
): { unit: Unit | null; written: string; next: number } {
  const sign = tokens[index - 1];
  if (sign?.text === '$' || sign?.text === '€') {
    return { unit: unitOf(sign.text, sign.text) ?? null, written: sign.text, next };
  }
  let at = next;
  // "5-year plan", "12 (mười hai) tháng"
  if (tokens[at]?.text === '-' && tokens[at]?.glued === true) at += 1;
  let found: { unit: Unit; written: string; last: number } | null = null;
  let name = '';
  for (let end = at; end < at + LONGEST_UNIT && end < tokens.length; end += 1) {
    const token = tokens[end];
    if (token === undefined || (token.kind === 'mark' && !/[%‰°²³$€]/u.test(token.text))) break;
    name += name === '' || token.glued ? fold(token.text) : ` ${fold(token.text)}`;
    const unit = unitOf(name, token.word);
    if (unit !== undefined) found = { unit, written: name, last: end };
  }
  if (found !== null) {
    // Only a percent sign belongs to the figure's own span.
    const percent = found.unit.base === '%' ? found.last + 1 : next;
    return { unit: found.unit, written: found.written, next: percent };
  }
  const word = tokens[at];
  return { unit: null, written: word?.kind === 'word' ? fold(word.text) : '', next };
}

function boundBefore(tokens: readonly ValueToken[], index: number, value: number): Bound {
  const [before, first] = [tokens[index - 1], tokens[index - 2]];
  if (before === undefined) return 'exact';
  const pair = BOUND_PAIRS.get(`${first?.word ?? ''} ${before.word}`);
  if (pair !== undefined) return pair;
  // "dựa trên ba trụ cột", "over two days": a preposition of place or time, hardly a bound.
  if (PREPOSITIONS.has(before.word) && value < LEAST_BOUND) return 'exact';
  return BOUNDS.find(([, words]) => words.has(before.word))?.[0] ?? 'exact';
}
