import { withoutAddresses } from '../gate/neutralise.ts';

const MYTH_WORDS = 12;
const MYTH_CODE_POINTS = 90;

/** A claim on one line in NFC, without links, handles and invisible characters. */
export function cleanClaim(claim: string): string {
  return withoutAddresses(claim.normalize('NFC').replace(/\p{Cf}+/gu, ''))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The opening of a claim, at most `most` words and 90 code points, "…" where it was cut; may be empty. */
export function shortenMyth(claim: string, most = MYTH_WORDS): string {
  const clean = cleanClaim(claim);
  const words = clean.split(' ');
  const kept = Array.from(words.slice(0, most).join(' '));
  const fits = kept.length <= MYTH_CODE_POINTS;
  const cut = kept.slice(0, MYTH_CODE_POINTS).join('').trim();
  // Half a word or number would be another one; Chinese has no blanks to cut at.
  const short = fits || kept[MYTH_CODE_POINTS] === ' ' ? cut : cut.replace(/ [^ ]*$/u, '');
  const whole = words.length <= most && fits;
  return whole || short === '' ? short : `${short.replace(/…$/u, '')}…`;
}
