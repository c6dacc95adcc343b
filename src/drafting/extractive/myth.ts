import { withoutAddresses } from '../gate/neutralise.ts';
import { hasNegation } from '../gate/omissions.ts';

const MYTH_WORDS = 12;
const MYTH_CODE_POINTS = 90;
/** Words kept behind what differs: mostly what is counted or named. */
const WORDS_AFTER = 3;

/** A claim on one line in NFC, without links, handles and invisible characters. */
export function cleanClaim(claim: string): string {
  return withoutAddresses(claim.normalize('NFC').replace(/\p{Cf}+/gu, ''))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * A claim in at most `most` words and 90 code points, "…" where it was cut; may be empty. It is the claim's
 * opening, or, where `about` (the words that differ from the source) would be cut off, the part around
 * them: what is wrong must be there to be seen.
 */
export function shortenMyth(claim: string, most = MYTH_WORDS, about: string | null = null): string {
  const clean = cleanClaim(claim);
  const opening = cut(clean, most);
  if (about === null || opening === clean || opening.includes(about)) return opening;
  const at = clean.indexOf(about);
  if (at <= 0) return opening;
  const wordsBefore = clean.slice(0, at).trim().split(' ');
  const room = most - about.split(' ').length - WORDS_AFTER;
  // What is left out before may not turn the meaning.
  for (let before = Math.min(room, wordsBefore.length - 1); before >= 0; before -= 1) {
    const left = wordsBefore.slice(0, wordsBefore.length - before).join(' ');
    const part = cut(clean.slice(left.length).trim(), most);
    if (part.includes(about) && !hasNegation(left)) return `…${part}`;
  }
  return opening;
}

/** The opening of a text, at a whole word. */
function cut(text: string, most: number): string {
  const words = text.split(' ');
  const kept = Array.from(words.slice(0, most).join(' '));
  const fits = kept.length <= MYTH_CODE_POINTS;
  const short = kept.slice(0, MYTH_CODE_POINTS).join('').trim();
  // Half a word or number would be another one; Chinese has no blanks to cut at.
  const whole = fits || kept[MYTH_CODE_POINTS] === ' ' ? short : short.replace(/ [^ ]*$/u, '');
  const uncut = words.length <= most && fits;
  return uncut || whole === '' ? whole : `${whole.replace(/…$/u, '')}…`;
}
