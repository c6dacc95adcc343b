import {
  ABBREVIATIONS,
  ABBREVIATIONS_AT_END,
  ABBREVIATIONS_BEFORE_NUMBER,
  SENTENCE_STARTERS,
} from './abbreviations.ts';

const LOOK_BACK = 24;
const LAST_WORD = /(?:^|[\s("'“‘([-])([\p{L}\p{M}\d/]+(?:\.[\p{L}\p{M}\d]+)*)$/u;
const NEXT_WORD = /^[\s"'“‘«([-]*([\p{L}\p{M}]+)/u;
const ENUMERATOR = /^[\s\-–•*]*(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,4}|\p{L})$/u;

/**
 * Whether the run of end marks at UTF-16 `[mark, end)` of a sentence that began at `start` ends it;
 * `closed` is the index after the quotes and brackets that close behind the run.
 */
export function endsSentence(
  text: string,
  start: number,
  mark: number,
  end: number,
  closed: number,
): boolean {
  const run = text.slice(mark, end);
  if (!/^[.!?…]/.test(run)) return true;
  const following = text.slice(closed, closed + 40);
  const gap = /^\s/.test(following) || following === '';
  if (/[!?]/.test(run)) return !(closed > end && continuesInLowerCase(following));
  if (run !== '.') return gap && !continuesInLowerCase(following);
  if (ENUMERATOR.test(text.slice(start, Math.min(mark, start + LOOK_BACK)))) {
    if (mark - start < LOOK_BACK) return false;
  }
  const before = LAST_WORD.exec(text.slice(Math.max(start, mark - LOOK_BACK), mark))?.[1] ?? '';
  if (!gap) return closed === end && isMissingSpace(before, following);
  if (closed > end && continuesInLowerCase(following)) return false;
  return !isAbbreviation(before, following, text.slice(Math.max(start, mark - LOOK_BACK), mark));
}

function continuesInLowerCase(following: string): boolean {
  return /^[^\S\n]*\p{Ll}/u.test(following);
}

/** "đúng rồi.Họ nói": a full stop glued to the next sentence; "Node.JS" and "TP.Huế" are not. */
function isMissingSpace(before: string, following: string): boolean {
  if (before.includes('.') || ABBREVIATIONS.has(before.toLowerCase())) return false;
  return /\p{Ll}{2}$/u.test(before) && /^\p{Lu}\p{Ll}*(?:\s|\p{Ll})/u.test(following);
}

function isAbbreviation(before: string, following: string, context: string): boolean {
  if (before === '') return false;
  const word = before.toLowerCase();
  const next = NEXT_WORD.exec(following)?.[1] ?? '';
  const starts = SENTENCE_STARTERS.has(next.toLowerCase()) && /^\p{Lu}/u.test(next);
  if (ABBREVIATIONS_AT_END.has(word)) {
    return next !== '' && !starts && !(word.startsWith('v') && /^\p{Lu}/u.test(next));
  }
  if (ABBREVIATIONS.has(word)) return following.trim() !== '';
  if (ABBREVIATIONS_BEFORE_NUMBER.has(word)) return /^\s*\d/.test(following);
  // An initial ("J. Doe"), but not the letter of an unnamed person at the end ("Nguyễn Văn A.").
  if (!/^\p{Lu}(?:\.\p{Lu})*$/u.test(before) || next === '' || starts) return false;
  return !/[\u00C0-\u024F\u1EA0-\u1EF9]\p{L}*\s+\p{Lu}$/u.test(context);
}
