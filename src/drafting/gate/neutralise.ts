import { neutralLanguages, type NeutralLanguage, neutralPhrases } from './neutral-words.ts';
import { ownTokens } from './own-tokens.ts';

const IMAGE_OR_LINK = /!?\[([^\]\n]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+["'][^)]*)?\)/gu;
const REFERENCE = /!?\[([^\]\n]*)\]\[[^\]\n]*\]|^\s*\[[^\]\n]+\]:\s*\S+.*$/gmu;
const TAG = /<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*>?|<!\[?[a-z][^<>]*>?/giu;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/giu;
const CODE = /^[ \t]*(?:```|~~~)[\w-]*[ \t]*$|`+/gmu;
const LINE_MARKUP = /^[ \t]{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|[-*_=]{3,}\s*$)/gmu;
const EMPHASIS = /\*+|_{2,}|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const LINK =
  /\b[a-z][a-z\d+.-]{1,20}:\/\/\S*|\b(?:javascript|data|mailto|vbscript):\S+|\bwww\.\S+|\b(?:[a-z\d-]{1,63}\.)+(?:com|net|org|info|vn|io|ly|me|gl|gg|co|tv|xyz|top|site|online|app|link|click|ru|cn)\b(?:[/?#:]\S*)?/giu;
const HANDLE = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@[\p{L}\p{N}_.]+/gu;
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?![\n\t])\p{Cc}/gu;

/**
 * Wording of ours or of a model as plain text on one line: without Markdown, links, images, HTML,
 * handles, control and invisible characters; the words of a link stay, its address does not. NFC.
 * For wording only: a quote is stored as its passage has it.
 */
export function neutralise(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(IMAGE_OR_LINK, '$1')
    .replace(REFERENCE, '$1')
    .replace(TAG, ' ')
    .replace(ENTITY, ' ');
  return withoutAddresses(words)
    .replace(CODE, ' ')
    .replace(LINE_MARKUP, '')
    .replace(EMPHASIS, '')
    .replace(/[<>[\]{}|\\^]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,.;:!?)])/gu, '')
    .trim();
}

/** Whether wording holds markup, a link, a handle, or a character nobody sees. */
export function hasMarkup(text: string): boolean {
  const plain = (form: string): string => form.replace(/\s+/gu, '');
  return plain(neutralise(text)) !== plain(text.normalize('NFC'));
}

/** A text with a blank for each link, e-mail address and handle. */
export function withoutAddresses(text: string): string {
  return text.replace(HANDLE, ' ').replace(LINK, ' ');
}

/** Whether a text leads somewhere else or addresses an account: a link, an e-mail address, a handle, HTML. */
export function hasAddress(text: string): boolean {
  return [LINK, HANDLE, TAG, IMAGE_OR_LINK].some((pattern) => text.search(pattern) >= 0);
}

/**
 * Whether connecting text of a language consists of neutral phrases only, so that it may stand before a
 * quote; blank text is neutral. A language without a list of its own has none but blank text.
 */
export function isNeutralText(text: string, language: string): boolean {
  const known = neutralLanguages.find((each) => each === language);
  if (known === undefined) return text.trim() === '';
  return isMadeOf(text, phrasesOf(known, ['joining', 'attributing', 'source']));
}

/** Whether a sentence that cites nothing only joins others. */
export function isJoining(text: string): boolean {
  return (
    /\p{L}/u.test(text) &&
    neutralLanguages.some((language) => isMadeOf(text, phrasesOf(language, ['joining'])))
  );
}

const MARK = /^[,.:;()]$/;

function phrasesOf(
  language: NeutralLanguage,
  kinds: ReadonlyArray<Parameters<typeof neutralPhrases>[1]>,
): string[][] {
  return kinds
    .flatMap((kind) => neutralPhrases(language, kind))
    .map((each) => ownTokens(each).map(({ key }) => key));
}

function isMadeOf(text: string, phrases: readonly string[][]): boolean {
  const keys = ownTokens(text).map(({ key }) => key);
  const reached = new Set([0]);
  // Growing while it is walked: every place a phrase or a mark leads on to.
  for (const at of reached) {
    if (MARK.test(keys[at] ?? '')) reached.add(at + 1);
    for (const phrase of phrases) {
      if (phrase.every((word, index) => keys[at + index] === word)) reached.add(at + phrase.length);
    }
  }
  return reached.has(keys.length);
}
