import type { TextSpan } from '#language/sentences.ts';
import type { ReadSentence } from './compared-sentence.ts';
import { negationsOf } from './conflict-denial.ts';
import { span, type ValueConflict } from './conflict-kinds.ts';
import { compareSlots } from './conflict-slot.ts';

const FEWEST_SHARED = 2;
const LEAST_SHARE = 0.4;

// Read with diacritics: without them "tăng" and "tang", "lớn" and "lon" are one.
const PAIRS: ReadonlyArray<readonly [string, string]> = [
  ['tăng|gia tăng|tăng lên|tăng trưởng', 'giảm|suy giảm|giảm xuống|sụt giảm'],
  ['cao hơn|nhiều hơn|lớn hơn', 'thấp hơn|ít hơn|nhỏ hơn'],
  ['lớn nhất|cao nhất|nhiều nhất|dài nhất', 'nhỏ nhất|thấp nhất|ít nhất|ngắn nhất'],
  ['đầu tiên', 'cuối cùng'],
  ['trước|trước khi', 'sau|sau khi'],
  ['thắng|chiến thắng|đánh bại', 'thua|thất bại|bị đánh bại'],
  ['thành công', 'thất bại'],
  ['ủng hộ|tán thành|đồng ý', 'phản đối|chống lại|bác bỏ|từ chối'],
  ['chấp nhận', 'từ chối|bác bỏ'],
  ['cho phép|được phép|hợp pháp', 'cấm|nghiêm cấm|ngăn cấm|không ai bị|trái phép'],
  ['bắt đầu', 'kết thúc|chấm dứt'],
  ['xuất khẩu', 'nhập khẩu'],
  ['tích cực', 'tiêu cực'],
  ['hợp pháp', 'bất hợp pháp'],
  ['bắt buộc', 'tự nguyện|không bắt buộc'],
  ['miễn phí', 'có phí|mất phí|thu phí'],
  ['luôn|luôn luôn|thường xuyên', 'hiếm khi|ít khi'],
  ['phía bắc|miền bắc', 'phía nam|miền nam'],
  ['phía đông|miền đông', 'phía tây|miền tây'],
  ['thặng dư', 'thâm hụt'],
  [
    'increase|increases|increased|rise|rises|rose|grew|higher|more',
    'decrease|decreases|decreased|reduce|reduces|reduced|fall|falls|fell|decline|declined|lower|less|fewer',
  ],
  ['before', 'after'],
  ['largest|highest|biggest|most', 'smallest|lowest|least'],
  ['first', 'last'],
  ['won|wins|win', 'lost|loses|lose'],
  ['support|supports|supported|accepted|approved', 'oppose|opposes|opposed|rejected'],
  ['allowed|allows|permits|permitted', 'bans|banned|forbids|forbidden|prohibited|prohibits'],
  ['always|often', 'never|rarely|seldom'],
  ['exports|export', 'imports|import'],
  ['safe', 'unsafe|dangerous'],
  ['legal', 'illegal'],
  ['possible', 'impossible'],
  ['effective', 'ineffective'],
  ['north|northern', 'south|southern'],
  ['east|eastern', 'west|western'],
];
const COMPILED = PAIRS.map(([left, right]) => [pattern(left), pattern(right)] as const);
/** Most sentences hold none of these words: one look instead of one for each pair. */
const ANY = pattern(PAIRS.flat().join('|'));

/** Words of a claim's sentence in whose place the passage has their opposite. */
export function oppositeConflicts(claim: ReadSentence, best: ReadSentence): ValueConflict[] {
  if (!ANY.test(claim.text) || !ANY.test(best.text)) return [];
  return COMPILED.flatMap(([left, right]) =>
    [
      [left, right],
      [right, left],
    ].flatMap(([ours, theirs]) => opposed(claim, best, ours, theirs)),
  ).slice(0, 1);
}

function opposed(
  claim: ReadSentence,
  best: ReadSentence,
  ours: RegExp | undefined,
  theirs: RegExp | undefined,
): ValueConflict[] {
  if (ours === undefined || theirs === undefined) return [];
  const mine = find(claim, ours);
  if (mine === null || find(claim, theirs) !== null) return [];
  const other = find(best, theirs);
  if (other === null || find(best, ours) !== null) return [];
  if (negationsBeside(claim, mine) % 2 !== negationsBeside(best, other) % 2) return [];
  const { shared, share } = compareSlots(claim, mine, best, other);
  if (shared < FEWEST_SHARED || share < LEAST_SHARE) return [];
  return [{ kind: 'comparison', claim: span(mine), passage: span(other) }];
}

/** Negations of a sentence without the one that is the word itself ("cấm"). */
function negationsBeside(sentence: ReadSentence, { start, end }: TextSpan): number {
  return negationsOf(sentence).filter((each) => each.end <= start || each.start >= end).length;
}

function find(sentence: ReadSentence, regex: RegExp): TextSpan | null {
  const match = regex.exec(sentence.text);
  if (match === null) return null;
  const start = sentence.start + Array.from(sentence.text.slice(0, match.index)).length;
  return { start, end: start + Array.from(match[0]).length, text: match[0] };
}

function pattern(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
}
