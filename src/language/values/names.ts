import { createOffsetMap } from '../code-points.ts';
import { fold } from '../fold.ts';
import type { TextSpan } from '../sentences.ts';
import { PUBLIC_BODY } from './public-bodies.ts';

/** A run of capitalised words that is more than the start of a sentence. */
export interface NameSpan extends TextSpan {
  /** Folded words with single blanks, quotation marks and hyphens left out. */
  readonly folded: string;
}

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’]*(?:-\\p{Lu}[\\p{L}\\p{M}\\p{N}]*)*";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:(?<body>(?:${PUBLIC_BODY})(?![\\p{L}\\p{M}\\p{N}])(?: ${CAPITAL})*)` +
    `|${CAPITAL}(?:[ \\u00A0](?:(?:of|de|van|der|al|[-–&])[ \\u00A0])?${CAPITAL})*)`,
  'gu',
);
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const SENTENCE_START = /(?:^|[.!?:…\n)])[^\p{L}\p{N}]*$/u;

/** Words that open a sentence before a name: "Theo Hà Nội", "In Paris"; folded. */
const OPENERS = new Set(
  (
    'theo tai o tu den ngay nam thang trong ngoai sau truoc khi neu tuy nhung va vi do boi de voi cac nhung moi mot ' +
    'hien nay hom ca dung sai thuc khong chua nguoi ong ba anh chi ho no nuoc day do viec dieu khoan muc chuong ' +
    'in on at by for from to the a an according under as when while if but and or since until after before this ' +
    'these those it he she they we i you his her its their our no not only all every some most many few ' +
    'article section chapter yes there what who which how why where'
  ).split(' '),
);
/** Share of upper-case code units from which capitals say nothing; blanks and marks count too. */
const SHOUTED = 0.5;

/**
 * Proper names of an NFC text in text order; offsets are code points. A single capitalised word that
 * opens a sentence counts only when it cannot be an ordinary word's capital ("NATO", "McDonald").
 * A text in capitals throughout has none.
 */
export function extractNames(text: string): NameSpan[] {
  if (upperCase(text) >= text.length * SHOUTED) return [];
  const { toCodePoint } = createOffsetMap(text);
  const names: NameSpan[] = [];
  for (const match of text.matchAll(NAME)) {
    const isBody = match.groups?.['body'] !== undefined;
    const opens =
      !isBody && SENTENCE_START.test(text.slice(Math.max(0, match.index - 8), match.index));
    const lead = opens ? openerLength(match[0]) : 0;
    const name = match[0].slice(lead);
    if (name.length < 2 || (opens && lead === 0 && isPlainWord(name))) continue;
    const start = match.index + lead;
    const folded = foldName(name);
    if (MONTH.test(folded)) continue;
    names.push({
      start: toCodePoint(start),
      end: toCodePoint(start + name.length),
      text: name,
      folded,
    });
  }
  return names;
}

/** Folded words of a name with single blanks, as `NameSpan.folded`. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function upperCase(text: string): number {
  const lower = text.toLowerCase();
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) !== lower.charCodeAt(index)) count += 1;
  }
  return count;
}

function openerLength(name: string): number {
  let length = 0;
  for (const word of name.split(/(?<=[ \u00A0])/u)) {
    if (!OPENERS.has(foldName(word))) break;
    length += word.length;
  }
  return length;
}

/** One word with only its first letter in upper case. */
function isPlainWord(name: string): boolean {
  return !/[ \u00A0-]/u.test(name) && !/\p{Lu}/u.test(name.slice(1)) && !/\p{N}/u.test(name);
}
