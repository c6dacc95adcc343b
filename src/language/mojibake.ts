/** Windows-1252 characters outside Latin-1 and the byte each one stands for. */
const CP1252 = new Map(
  Array.from('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ', (char) => char).map((char, rank) => [
    char,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92,
      0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][rank] ?? 0,
  ]),
);
// Honest text has these right after an accented letter (“cá”…, «bê»), so alone they prove nothing.
const PUNCTUATION = /^[\u00A0«»‘’“”…–—›‹„‚]+$/;
const LEAD = /[\u00C2-\u00C6\u00E1-\u00EF\u00F0]/g;
const CERTAIN = 2;
// A stray sequence in a long text was in its source already and is no sign of a wrong import.
const UNITS_PER_POINT = 25;
const ALWAYS = 20;

/**
 * UTF-16 index of the first sign that a text is UTF-8 decoded as Windows-1252 or Latin-1 ("Viá»‡t"
 * for "Việt"), or -1. One such sequence decides in up to 50 characters, ten in any text.
 */
export function findMojibake(text: string): number {
  const limit = Math.max(CERTAIN, Math.min(text.length / UNITS_PER_POINT, ALWAYS));
  let score = 0;
  let first = -1;
  for (const match of text.matchAll(LEAD)) {
    const lead = match[0].charCodeAt(0);
    const width = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    const rest = text.slice(match.index + 1, match.index + 1 + width);
    if (rest.length < width || !Array.from(rest).every(isContinuation)) continue;
    if (first < 0) first = match.index;
    score += PUNCTUATION.test(rest) ? 0.5 : CERTAIN;
    if (score >= limit) return first;
  }
  return -1;
}

function isContinuation(char: string): boolean {
  const code = char.charCodeAt(0);
  const byte = code <= 0xff ? code : CP1252.get(char);
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}
