import { fold } from '#language/fold.ts';
import { matchingText } from '#language/matching-text.ts';

const ARTICLE = /(?<![\p{L}\p{N}])[đĐ](?=\d{1,3}(?!\d))/gu;
const DOCUMENT = /(?<![\p{L}\p{N}-])(kl|ct|nq|nđ|tt|qđ|đa)\s?(?=\d{1,4}(?![\d%.,/-]))/giu;
const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  kl: 'kết luận',
  ct: 'chỉ thị',
  nq: 'nghị quyết',
  nđ: 'nghị định',
  tt: 'thông tư',
  qđ: 'quyết định',
  đa: 'đề án',
};

/** A claim brought to the standard written form, with chat names of provisions spelled out: "đ26", "kl57". */
export function writtenClaim(text: string): string {
  return matchingText(text)
    .replace(ARTICLE, 'điều ')
    .replace(DOCUMENT, (found, kind: string) => `${DOCUMENT_KINDS[kind.toLowerCase()] ?? found} `);
}

/** Folded letter by letter, so that offsets (UTF-16) stay those of the text. */
export function foldInPlace(text: string): string {
  return Array.from(text, (letter) => {
    const folded = fold(letter);
    return folded.length === letter.length ? folded : letter;
  }).join('');
}
