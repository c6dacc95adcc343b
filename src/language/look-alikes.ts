import { fold } from './fold.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/**
 * Letters drawn like a Latin one. Cyrillic and Greek: the letter pairs of Unicode's `intentional.txt`
 * (UTS #39 data, 17.0.0) and the nearest of its wider table of confusables.
 */
const LOOK_ALIKES: ReadonlyArray<readonly [string, string]> = [
  ['АВСԀЕҒԌНІЈКӀМОРԚЅТУѴԜХҮ', 'ABCDEFGHIJKlMOPQSTYVWXY'],
  ['асԁеһіјкӏорԛѕуѵԝхү', 'acdehijklopqsyvwxy'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿϹ', 'ABEZHIKMNOPTYXJC'],
  ['αικνορυχϲϳ', 'aikvopuxcj'],
  ['ɑɡǀǃꞮ', 'agllI'],
];
const SMALL_CAPITALS: ReadonlyArray<readonly [string, string]> = [
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'],
];
const LATIN_OF = table(LOOK_ALIKES);
const SMALL_LATIN_OF = table(SMALL_CAPITALS);
const SMALL_CAPITAL = new RegExp(`[${[...SMALL_LATIN_OF.keys()].join('')}]`, 'gu');
// Small capitals that phonetic transcription does not use: they tell decoration from phonetics.
const DECORATION = /[ᴀᴄᴅᴇꜰᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢ]/u;
const STYLED =
  /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F149}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9]/gu;
const BOXED = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}]/gu;
const LATIN = /[\u0041-\u005A\u0061-\u007A\u00C0-\u0130\u0132-\u024F\u1E00-\u1EFF]/u;
const WORD = /[\p{L}\p{M}]+/gu;
const LETTER = /\p{L}/gu;
const BEYOND_VIETNAMESE = /[^\u0000-\u00CF\u00D1-\u0130\u0132-\u017F\u01A0-\u01B0\u1E00-\u1EFF]/u;

/**
 * Letters that only look Latin made Latin: mathematical, full-width, circled and boxed ones
 * everywhere; Cyrillic, Greek and the like in a word whose other letters are Latin and at least as
 * many, so that Russian and Greek stay; small capitals where phonetics has none of them; the Icelandic
 * Ð that old Vietnamese fonts put for Đ, where Icelandic has no such word. Expects and gives NFC.
 */
export function replaceLookAlikes(text: string): string {
  if (!BEYOND_VIETNAMESE.test(text) && !text.includes('Ð')) return text;
  return text
    .replace(STYLED, (char) => char.normalize('NFKC'))
    .replace(BOXED, letterInBox)
    .replace(WORD, plainWord)
    .normalize('NFC');
}

function plainWord(word: string): string {
  const decorated = DECORATION.test(word);
  const base = decorated ? word.replace(SMALL_CAPITAL, (c) => SMALL_LATIN_OF.get(c) ?? c) : word;
  return plainEth(plainMixed(base));
}

function plainMixed(word: string): string {
  const letters = word.match(LETTER) ?? [];
  const latin = letters.filter((letter) => LATIN.test(letter)).length;
  if (latin === letters.length || latin * 2 < letters.length) return word;
  if (!letters.every((letter) => LATIN.test(letter) || LATIN_OF.has(letter))) return word;
  return Array.from(word, (char) => LATIN_OF.get(char) ?? char).join('');
}

function plainEth(word: string): string {
  if (!word.includes('Ð')) return word;
  const plain = word.replaceAll('Ð', 'Đ');
  return isVietnameseSyllable(fold(plain)) ? plain : word;
}

/** 🅐 and 🅰 have no compatibility form; both blocks hold A to Z in order. */
function letterInBox(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return String.fromCharCode(65 + code - (code < 0x1f170 ? 0x1f150 : 0x1f170));
}

function table(rows: ReadonlyArray<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(([from, to]) =>
      Array.from(from, (char, index): [string, string] => [char, to[index] ?? char]),
    ),
  );
}
