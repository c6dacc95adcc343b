import { fold } from '#language/fold.ts';

/** Latin letters with marks, lower case: those of Vietnamese and its neighbours in Unicode. */
const marked = Array.from({ length: 0x1f00 - 0xdf }, (_, index) =>
  String.fromCharCode(0xdf + index),
).filter((letter) => /^\p{Ll}$/u.test(letter) && /^[a-z]$/.test(fold(letter)));

/** For SQL's `translate`: each letter with marks, and in step the letter without. */
export const markedLetters = marked.join('');
export const plainLetters = marked.map(fold).join('');
