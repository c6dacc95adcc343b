import { decodeTelex } from './decode-telex.ts';
import { detectLanguage } from './detect-language.ts';
import { dropDecoration } from './drop-decoration.ts';
import { expandNames, expandTeencode } from './expand-teencode.ts';
import { joinSpelledOut } from './join-spelled-out.ts';
import { replaceLookAlikes } from './look-alikes.ts';
import { lowerShouting } from './lower-shouting.ts';
import { placeTones } from './place-tones.ts';
import { shrinkStretched } from './shrink-stretched.ts';
import { splitHashtags } from './split-hashtags.ts';

// Strokes drawn through or under letters, and the frame of keycaps.
const OVERLAY = /[\u0305\u0332-\u0338\u033F\u20D0-\u20FF]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const BLANK = /[\s\p{Cc}\u2800]+/gu;

/**
 * A text as it is matched (embedded, searched for), never as it is stored or cited: what people type in
 * posts brought to the standard written form, so that it meets official text. In this order: invisible
 * characters, look-alike letters, addresses and emoji, hashtags, stretched letters, words in pieces,
 * place of the tone mark, rows of capitals; in Vietnamese also Telex keys and chat spellings. Plain text
 * stays as it is but for blanks and the tone mark. Empty when nothing but decoration was there.
 * Idempotent; never throws, lone surrogates included; linear.
 */
export function matchingText(text: string): string {
  const visible = text.replace(OVERLAY, '').replace(INVISIBLE, '').normalize('NFC');
  const words = dropDecoration(replaceLookAlikes(visible)).replace(BLANK, ' ').trim();
  const single = shrinkStretched(withoutHashtags(words));
  const spelled = placeTones(joinSpelledOut(single));
  const written =
    detectLanguage(spelled).language === 'vi'
      ? expandTeencode(lowerShouting(placeTones(decodeTelex(spelled)), expandNames))
      : lowerShouting(spelled);
  return written.replace(BLANK, ' ').trim();
}

function withoutHashtags(text: string): string {
  if (!/[#＃]/u.test(text)) return text;
  const { language } = detectLanguage(text);
  // A word cut off may show look-alikes and signs that stood among other letters before.
  const split = splitHashtags(text, language === 'vi' || language === 'und');
  return dropDecoration(replaceLookAlikes(split)).replace(BLANK, ' ').trim();
}
