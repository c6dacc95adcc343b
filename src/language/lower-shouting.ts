const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LETTER = /\p{L}/u;
// Abbreviations without a vowel (RP, BPP, TP) can stand in a row and are no shouting.
const SPOKEN = /[\p{M}aeiouy]/iu;
// Names and abbreviations in a row are shorter: "UBND TP HCM", "NATO, EU".
const SHORTEST_SHOUT = 4;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Four or more words in a row written in capitals, in lower case; numbers between them do not end the
 * row. `prepare` sees such a row first, while abbreviations can still be told by their capitals. Names
 * elsewhere keep theirs. Idempotent where what `prepare` adds is lower-cased with the rest.
 */
export function lowerShouting(
  text: string,
  prepare: (row: string) => string = (row) => row,
): string {
  let result = '';
  let copied = 0;
  for (const { start, end } of shouts(text)) {
    result += text.slice(copied, start) + prepare(text.slice(start, end)).toLowerCase();
    copied = end;
  }
  return result + text.slice(copied);
}

function shouts(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  let end = 0;
  let count = 0;
  let open = false;
  const close = (): void => {
    if (count >= SHORTEST_SHOUT) found.push({ start, end });
    count = 0;
    open = false;
  };
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (!LETTER.test(word)) continue;
    if (word !== word.toUpperCase() || word === word.toLowerCase()) {
      close();
      continue;
    }
    if (!open) start = match.index;
    open = true;
    end = match.index + word.length;
    if (SPOKEN.test(word.normalize('NFD'))) count += 1;
  }
  close();
  return found;
}
