import { UNSPACED } from '#language/scripts.ts';

/** Sizes are in words; scripts without spaces and very long words are counted by their letters. */
export const TARGET_SIZE = 110;
export const MAX_SIZE = 160;

const MAX_UNSPACED_CODE_POINTS = 900;
const LETTERS_PER_WORD = 12;
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** How much room a text takes in a passage, in words. */
export function passageSize(text: string): number {
  let size = 0;
  for (const word of text.match(/\S+/g) ?? []) {
    size += HAS_UNSPACED.test(word)
      ? (word.length * MAX_SIZE) / MAX_UNSPACED_CODE_POINTS
      : Math.ceil(word.length / LETTERS_PER_WORD);
  }
  return size;
}
