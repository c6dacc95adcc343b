const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ASCII = /^[\u0021-\u007E]*$/;
const INVISIBLE = /\p{Cf}/gu;
const LETTERS = /^[\p{L}\p{N}]+$/u;
/** Only beside another vowel can a tone stand in two places. */
const TWO_VOWELS = /[aeiouyÀ-ÖØ-öø-ÿĂăĨĩŨũƠơƯư\u1EA0-\u1EF9]{2}/iu;

/**
 * The form in which two spellings of one word, number or mark are the same: Unicode form, placement of
 * the tone (hoà/hòa), shape of quotation marks, apostrophes and dashes, and invisible characters do not
 * count; letters, diacritics and case do.
 */
export function wordKey(token: string): string {
  if (ASCII.test(token)) return token;
  const composed = token.replace(INVISIBLE, '').normalize('NFC');
  if (LETTERS.test(composed) && !TWO_VOWELS.test(composed)) return composed;
  const decomposed = composed.normalize('NFD');
  const tones = decomposed.match(TONES);
  const bare = tones === null ? decomposed : decomposed.replace(TONES, '') + tones.join('');
  return bare
    .normalize('NFC')
    .replace(/^[“”„‟«»「」『』《》＂〝〞]$/u, '"')
    .replace(/^[‘’‚‛ʼ′´`‹›]$/u, "'")
    .replace(/^[‐‑‒–—―−]$/u, '-');
}
