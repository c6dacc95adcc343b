import { countScripts } from './count-scripts.ts';
import { fold } from './fold.ts';
import { ENGLISH_WORDS, FRENCH_WORDS, TEENCODE, VIETNAMESE_WORDS } from './function-words.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

type Language =
  | 'vi'
  | 'en'
  | 'zh'
  | 'ja'
  | 'ko'
  | 'th'
  | 'lo'
  | 'km'
  | 'my'
  | 'ru'
  | 'ar'
  | 'fr'
  | 'und';

export interface DetectedLanguage {
  readonly language: Language;
  /** 0 to 1; 0 exactly when the language is `und`. */
  readonly confidence: number;
}

const UNDECIDED: DetectedLanguage = { language: 'und', confidence: 0 };
const NOISE = /https?:\/\/\S+|www\.\S+|[@#＠]\S+|(?<!\S)[^\s@]{1,80}@\S+|\[[^\]\n]{0,40}\]/gu;
// Most texts: the Latin script, ASCII and general punctuation. Counting scripts takes longer than the rest.
const LATIN_ALONE =
  /^[\u0000-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u024F\u1E00-\u1EFF\u2000-\u206F]*$/;
const MAX_WORDS = 400;
// ă, đ, ơ, ư and every letter with a Vietnamese tone mark that French lacks.
const VIETNAMESE_LETTER = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9ãẽĩõũòóìíỏ]/u;
const FRENCH_LETTER = /[çœëïî]|[éèêà]/u;

/**
 * The main language of a text: by script, and within the Latin script by Vietnamese letters, by the
 * shape of syllables (so that Vietnamese without diacritics and teencode is `vi`) and by function
 * words. Links, handles and hashtags do not count. `und` when there is nothing to decide on.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const cleaned = text.replace(NOISE, ' ').normalize('NFC');
  if (LATIN_ALONE.test(cleaned)) return detectLatin(cleaned);
  const scripts = countScripts(cleaned);
  if (scripts.letters === 0) return UNDECIDED;
  const [script, count] = scripts.top;
  if (script === 'other') return UNDECIDED;
  if (script !== 'latin') return { language: script, confidence: count / scripts.letters };
  return detectLatin(cleaned);
}

function detectLatin(text: string): DetectedLanguage {
  const found = text.toLowerCase().match(/[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)?/gu);
  const list = (found ?? []).slice(0, MAX_WORDS);
  const scores = { vi: 0, en: 0, fr: 0 };
  const folded = fold(list.join(' ')).split(' ');
  list.forEach((word, index) => scoreWord(word, folded[index] ?? '', scores));
  const ranked = (['vi', 'en', 'fr'] as const).toSorted((a, b) => scores[b] - scores[a]);
  const [best, second] = [ranked[0] ?? 'vi', ranked[1] ?? 'en'];
  const margin = scores[best] - Math.max(0, scores[second]);
  if (scores[best] <= 0.5 || margin <= 0.2) return UNDECIDED;
  return { language: best, confidence: margin / (margin + 1.5) };
}

function scoreWord(
  word: string,
  bare: string,
  scores: { vi: number; en: number; fr: number },
): void {
  const plain = word.replace('’', "'");
  const folded = bare.replace('’', "'");
  const elided = /^(?:l|d|qu|n|s|c|j)'(?=\p{L})/u.test(plain);
  const syllable = isVietnameseSyllable(folded);
  if (ENGLISH_WORDS.has(plain)) scores.en += syllable ? 0.8 : 1.2;
  if (FRENCH_WORDS.has(plain) || elided) scores.fr += syllable ? 0.7 : 1.2;
  else if (folded !== plain && FRENCH_LETTER.test(plain) && !syllable) scores.fr += 1;
  if (TEENCODE.has(plain)) scores.vi += plain.length > 1 ? 1 : 0.5;
  if (syllable) {
    if (VIETNAMESE_LETTER.test(plain)) scores.vi += 1.5;
    else if (folded !== plain) scores.vi += 0.9;
    else scores.vi += VIETNAMESE_WORDS.has(plain) ? 0.9 : ENGLISH_WORDS.has(plain) ? 0.15 : 0.4;
    return;
  }
  if (VIETNAMESE_LETTER.test(plain)) scores.vi += 0.3;
  // Long words and consonant clusters are everyday English and never a Vietnamese syllable.
  if (folded === plain && plain.length > 3) {
    scores.en += ENGLISH_ENDING.test(plain) ? 0.5 : 0.2;
    scores.vi -= 0.3;
    scores.fr += FRENCH_ENDING.test(plain) ? 0.4 : 0.1;
  }
}

const ENGLISH_ENDING = /(?:ing|ed|ly|tion|ness|ment|s|er|al|ity|ous|ive|ght|ck|ch|th)$/;
const FRENCH_ENDING = /(?:eur|eux|ement|aire|ique|ois|ais|ait|ent|er|ez|es|ie|tion)$/;
