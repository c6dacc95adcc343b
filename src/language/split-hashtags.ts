import { fold } from './fold.ts';
import { splitSyllables } from './split-syllables.ts';

const HASHTAG = /[#＃](?=\p{L})([\p{L}\p{M}\p{N}_]+)/gu;
const CAPITAL_AFTER_SMALL = /(?<=[\p{Ll}\p{Lo}])(?=\p{Lu})/gu;
const WORD_AFTER_ACRONYM = /(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})/gu;
// "Covid19", "BienDong2024", but not "G20" or "U23".
const NUMBER_AFTER_WORD = /(?<=\p{L}{3})(?=\p{N})/gu;
// Tags that only ask a platform for reach.
const REACH = new Set(
  'fyp foryou foryoupage xuhuong trending trend viral hot tintuc tinnong tiktok reels follow'.split(
    ' ',
  ),
);
// Shorter ones are too often an English word that happens to have the shape: "banana", "tomato".
const SHORTEST = 6;
const MEAN_SYLLABLE = 3;

/**
 * Hashtags as the words they are made of: #HoangSaTruongSa, #VNHoangSa, #Bien_Dong_2024. One without
 * capitals is cut into Vietnamese syllables (#hoangsatruongsa) where `vietnamese` says that the text
 * around may be Vietnamese and the syllables are three letters long on average. #fyp, #xuhuong and the
 * like go.
 */
export function splitHashtags(text: string, vietnamese: boolean): string {
  return text.replace(HASHTAG, (_hashtag, body: string, at: number) => {
    if (REACH.has(fold(body))) return '';
    const words = body
      .replaceAll('_', ' ')
      .replace(CAPITAL_AFTER_SMALL, ' ')
      .replace(WORD_AFTER_ACRONYM, ' ')
      .replace(NUMBER_AFTER_WORD, ' ')
      .split(' ')
      .map((word) => (vietnamese ? splitWord(word) : word));
    return `${at > 0 ? ' ' : ''}${words.join(' ')}`;
  });
}

function splitWord(word: string): string {
  const folded = fold(word);
  if (word.length < SHORTEST || folded.length !== word.length) return word;
  const syllables = splitSyllables(folded);
  if (syllables === null || syllables.length * MEAN_SYLLABLE > word.length) return word;
  let start = 0;
  return syllables.map((syllable) => word.slice(start, (start += syllable.length))).join(' ');
}
