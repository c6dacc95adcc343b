import type { SameName } from '#language/agreement.ts';
import type { TextSpan } from '#language/sentences.ts';
import { isVietnameseSyllable } from '#language/vietnamese-syllable.ts';
import { foldName, type NameSpan } from '#language/values/names.ts';
import type { ReadSentence } from './compared-sentence.ts';
import { isDenied } from './conflict-denial.ts';
import { span, type ValueConflict } from './conflict-kinds.ts';
import { compareSlots } from './conflict-slot.ts';

const FEWEST_SHARED = 3;
const LEAST_SHARE = 0.5;
const FEWEST_ADJACENT = 1;

/** Names of one Vietnamese syllable. */
const COUNTRIES = new Set(
  'my nga phap duc y trung han nhat viet lao thai uc bi ao ba an'.split(' '),
);

const SPEECH =
  /^\P{L}*(?:đã |vừa |cũng )?(?:cho biết|cho hay|nói|khẳng định|tuyên bố|công bố|thông báo|nhấn mạnh|xác nhận|ban hành|ký|said|says|stated|announced|reported|declared|issued|confirmed)(?!\p{L})/iu;
/** Also with a title or an office in between: "theo Sở Giao thông …". */
const SOURCE =
  /(?<!\p{L})(?:theo|according to|issued by|announced by|said by)\s+(?:[\p{L}\p{M}]+\s+){0,4}$|(?<!\p{L})do\s+$/iu;

export interface NameContext {
  /** The whole texts, folded with single blanks: a name they hold anywhere is known. */
  readonly claimWords: string;
  readonly passageWords: string;
  readonly passageNames: readonly string[];
  readonly sameName: SameName;
}

/** Whether the passage has a name, another name of the same thing, or too little of it to tell. */
export function isKnownName(
  { folded }: NameSpan,
  { passageWords, passageNames, sameName }: NameContext,
): boolean {
  if (passageWords.includes(` ${folded} `)) return true;
  // A longer name with a title or an opening word before it.
  const words = folded.split(' ');
  const last = words.slice(1).join(' ');
  if (words.length > 2 && passageWords.includes(` ${last} `)) return true;
  return passageNames.some((other) => sameName(folded, other));
}

/** Names of a claim's sentence that the passage does not have, and the name in their place. */
export function nameConflicts(
  claim: ReadSentence,
  best: ReadSentence,
  { claimWords, passageWords, sameName }: NameContext,
): ValueConflict[] {
  const rivals = best.names.filter(
    (rival) => !claimWords.includes(` ${rival.folded} `) && !isOpening(best, rival),
  );
  return claim.names.flatMap((name) => {
    if (isOpening(claim, name)) return [];
    if (passageWords.includes(` ${name.folded} `) || isDenied(claim, name)) return [];
    if (best.names.some((other) => sameName(name.folded, other.folded))) return [];
    const found = rivals.filter((rival) => {
      if (mayBeOne(name, rival)) return false;
      if (isPartOf(rival, name, claimWords) || isPartOf(name, rival, passageWords)) return false;
      const { shared, share, adjacent } = compareSlots(claim, name, best, rival);
      return shared >= FEWEST_SHARED && share >= LEAST_SHARE && adjacent >= FEWEST_ADJACENT;
    });
    const [rival, ...others] = found;
    if (rival === undefined || others.length > 0) return [];
    const said = isSource(claim, name) && isSource(best, rival);
    return [{ kind: said ? 'attribution' : 'name', claim: span(name), passage: span(rival) }];
  });
}

/** "Đại tá", "Hiến chương": in Vietnamese only the first syllable of many a title is in upper case. */
function isOpening(sentence: ReadSentence, name: NameSpan): boolean {
  if (name.folded.includes(' ') || COUNTRIES.has(name.folded)) return false;
  if (!isVietnameseSyllable(name.folded)) return false;
  const next = sentence.words.find((word) => word.start >= name.end);
  const isBeside = next !== undefined && next.start === name.end + 1;
  return isBeside && /^\p{Ll}/u.test(next.text) && isVietnameseSyllable(next.folded);
}

/** Whether a name's words that the other lacks all stand in the other's text. */
function isPartOf(name: NameSpan, other: NameSpan, otherText: string): boolean {
  const theirs = new Set(other.folded.split(' '));
  const own = name.folded.split(' ').filter((word) => !theirs.has(word));
  return own.every((word) => otherText.includes(` ${word} `));
}

/** An initialism and a name in full, or two spellings of one name, may mean the same. */
export function mayBeOne(a: NameSpan, b: NameSpan): boolean {
  if (isInitialism(a.text) !== isInitialism(b.text)) return true;
  const [short, long] = [a.folded, b.folded].toSorted((x, y) => x.length - y.length);
  if (short === undefined || long === undefined) return true;
  if (` ${long} `.includes(` ${short} `)) return true;
  return alike(short.replaceAll(' ', ''), long.replaceAll(' ', ''));
}

function isInitialism(text: string): boolean {
  return /^\P{Ll}{2,}$/u.test(text) && !/[ ]/.test(text);
}

/** Whether two words begin and end alike: "moskva" and "matxcova" do not, "kiev" and "kyiv" do. */
function alike(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  let end = 0;
  while (end < a.length - same && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return (same + end) / b.length >= 0.7;
}

/** Whether a name is the one who says or issues: "Theo …", "… công bố". */
export function isSource(sentence: ReadSentence, name: TextSpan): boolean {
  const letters = Array.from(sentence.text);
  const before = letters.slice(0, name.start - sentence.start).join('');
  const after = letters.slice(name.end - sentence.start).join('');
  return SOURCE.test(before) || SPEECH.test(after);
}

/** Folded words of a text with a blank on both sides. */
export function foldedText(text: string): string {
  return ` ${foldName(text)} `;
}
