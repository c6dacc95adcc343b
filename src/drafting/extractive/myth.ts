const MYTH_WORDS = 12;
const MYTH_CODE_POINTS = 90;

/** A claim on one line in NFC, without links and invisible characters. */
export function cleanClaim(claim: string): string {
  return claim
    .normalize('NFC')
    .replace(/(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The opening of a claim, at most 12 words and 90 code points, "…" where it was cut; may be empty. */
export function shortenMyth(claim: string): string {
  const clean = cleanClaim(claim);
  const words = clean.split(' ');
  const kept = Array.from(words.slice(0, MYTH_WORDS).join(' '));
  const short = kept.slice(0, MYTH_CODE_POINTS).join('').trim();
  const whole = words.length <= MYTH_WORDS && kept.length <= MYTH_CODE_POINTS;
  return whole || short === '' ? short : `${short}…`;
}
