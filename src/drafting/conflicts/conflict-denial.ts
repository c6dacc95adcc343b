import { sliceCodePoints } from '#language/code-points.ts';
import type { TextSpan } from '#language/sentences.ts';
import type { ReadSentence } from './compared-sentence.ts';

/** What stands before a negation in a clause that only sets the claim off from something else. */
const CONTRAST = /^(?:(?:chứ|mà|và|but|and)\s*)?$|^(?:(?:chứ|mà|và|but|and)\s+)?(?:không|not)\s/iu;
const SET_OFF =
  /(?<!\p{L})(?:thay vì|thay cho|khác với|trái với|instead of|rather than|unlike)(?!\p{L})/giu;

/** Negations of the statement itself: not an opening "No," nor those of a contrast such as ", not ten". */
export function negationsOf(sentence: ReadSentence): TextSpan[] {
  return sentence.polarity.negations.filter(({ start, end }) => {
    const before = sliceCodePoints(sentence.text, 0, start - sentence.start);
    const after = sliceCodePoints(sentence.text, end - sentence.start);
    // "… chứ không phải …" needs no comma.
    if (/(?<!\p{L})(?:chứ|chu|but)\s*$/iu.test(before)) return false;
    const clause = /[,;:(–-]\s*(?<opening>[^,;:(–-]*)$/u.exec(before)?.groups;
    if (clause === undefined) return !(before.trim() === '' && /^\s*(?:đúng)?[,.:;]/u.test(after));
    return !CONTRAST.test(clause['opening'] ?? '');
  });
}

/** "…, not ten billion", "thay vì Hà Nội": what the claim itself denies conflicts with nothing. */
export function isDenied(sentence: ReadSentence, value: TextSpan): boolean {
  const before = sliceCodePoints(sentence.text, 0, value.start - sentence.start);
  const clause = before.search(/[^,;:]*$/u);
  const from = sentence.start + Array.from(before.slice(0, clause)).length;
  const negated = sentence.polarity.negations.some(
    ({ start }) => start >= from && start < value.start,
  );
  return negated || before.slice(clause).search(SET_OFF) >= 0;
}
