import { fold } from './fold.ts';
import { ENGLISH_WORDS } from './function-words.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const WORD = /(?<![\p{L}\p{M}\p{N}@#_.-])[A-Za-z]{3,10}(?![\p{L}\p{M}\p{N}_]|[.@-]\p{L})/gu;
const KEY = /aa|ee|oo|dd|w|[sfrxj]/iu;
const TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031B';
const STOP = /(?:p|t|c|ch)$/u;
const STOP_TONES = 'sj';
// What no syllable has after ă, ơ, â, ê or ô with or without a tone: "Lower" is not "Lởe".
const IMPOSSIBLE =
  /[ăằắẳẵặ][aeiouy]|[ơờớởỡợ][aeoy]|[âầấẩẫậ][aeio]|[êềếểễệ][aeioy]|[ôồốổỗộ][aeouy]/iu;
const ENGLISH_SHAPE = /(?:ee|oo).?[sfrx]$/u;

interface Decoded {
  readonly syllable: string;
  /** Letters and tones made by keys: ươ counts one. */
  readonly keys: number;
}

/**
 * Words that went out as the Telex keys of an input method that was off ("vieejt", "dduwowfng" → "việt",
 * "đường"). Two keys in one word prove it; one key ("laf", "nawm") is read only beside such a word. What is
 * a Vietnamese syllable or an English function word as it stands stays. For text known to be Vietnamese;
 * the mark of a tone may still have to be moved (`placeTones`).
 */
export function decodeTelex(text: string): string {
  let certain = false;
  const words = new Map<string, Decoded>();
  for (const [word] of text.matchAll(WORD)) {
    const decoded = KEY.test(word) ? decodeWord(word) : null;
    if (decoded === null) continue;
    words.set(word, decoded);
    certain ||= decoded.keys > 1;
  }
  if (!certain) return text;
  return text.replace(WORD, (word) => words.get(word)?.syllable ?? word);
}

function decodeWord(word: string): Decoded | null {
  const lower = word.toLowerCase();
  // Mixed capitals are a name: DDoS.
  const oneCase = word.slice(1) === lower.slice(1) || word === word.toUpperCase();
  if (!oneCase || ENGLISH_WORDS.has(lower) || isVietnameseSyllable(lower)) return null;
  const letters: string[] = [];
  let tone = '';
  let keys = 0;
  for (const [at, letter] of Array.from(word).entries()) {
    const key = letter.toLowerCase();
    const doubles = at > 0 && key === lower.charAt(at - 1);
    if (key in TONES && letters.some(isVowel) && tone === '') {
      tone = key;
      keys += 1;
    } else if ((doubles || key === 'w') && bend(letters, key)) keys += 1;
    else letters.push(letter);
  }
  const syllable = withTone(letters, tone);
  const bare = fold(syllable);
  if (keys === 0 || !isVietnameseSyllable(bare)) return null;
  if (STOP.test(bare) && !STOP_TONES.includes(tone || '-')) return null;
  if (IMPOSSIBLE.test(syllable)) return null;
  // "rooms", "deer" and "roof" look the same and prove nothing.
  return { syllable, keys: ENGLISH_SHAPE.test(lower) ? 1 : keys };
}

/** Turns the last letter into the one that this key makes of it; false where it makes none. */
function bend(letters: string[], key: string): boolean {
  const last = letters.at(-1);
  if (last === undefined) return false;
  const lower = last.toLowerCase();
  const at = letters.length - 1;
  if (key === 'd' && lower === 'd') letters[at] = last === 'D' ? 'Đ' : 'đ';
  else if (key === lower && 'aeo'.includes(key)) letters[at] = last + CIRCUMFLEX;
  else if (key === 'w' && lower === 'a') letters[at] = last + BREVE;
  else if (key === 'w' && (lower === 'o' || lower === 'u')) {
    letters[at] = last + HORN;
    const before = letters[at - 1];
    if (lower === 'o' && before?.toLowerCase() === 'u') letters[at - 1] = before + HORN;
  } else return false;
  return true;
}

function withTone(letters: readonly string[], tone: string): string {
  const marked = letters.findLastIndex((letter) => letter.length > 1);
  const at = marked >= 0 ? marked : letters.findLastIndex(isVowel);
  return letters
    .map((letter, index) => (index === at ? letter + (TONES[tone] ?? '') : letter))
    .join('')
    .normalize('NFC');
}

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter.charAt(0).toLowerCase());
}
