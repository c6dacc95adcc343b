import { codePointLength } from '#language/code-points.ts';
import { attributionPhrases } from '../extractive/attribution.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';

/**
 * A sentence with its cited quotes, and what names their sources, blanked out. One blank stands for each
 * code point, so that spans of the result are spans of the sentence.
 */
export function ownWords(sentence: DraftSentence, sources: readonly SourcePassage[]): string {
  const cited = new Set(sentence.citations.map(({ passageId }) => passageId));
  let own = withoutQuotes(sentence);
  for (const source of sources) {
    if (!cited.has(source.passageId)) continue;
    const { documentTitle, documentNumber, issuer, headingPath } = source;
    const phrases = attributionPhrases(source, sentence.citations);
    const parts = [documentTitle, documentNumber, issuer, ...headingPath, ...phrases]
      .map((part) => part?.trim() ?? '')
      .toSorted((a, b) => b.length - a.length);
    for (const part of parts) own = blank(own, part, own.indexOf(part));
  }
  return own;
}

/** A sentence with its cited quotes blanked out in the same way. */
function withoutQuotes({ text, citations }: DraftSentence): string {
  // The last occurrence: a document's title can hold the same words.
  return citations.reduce((own, { quote }) => blank(own, quote, own.lastIndexOf(quote)), text);
}

function blank(text: string, part: string, at: number): string {
  if (at < 0 || part === '') return text;
  const rest = text.slice(at + part.length);
  // "Điều 1" must not be taken out of "Điều 12".
  if (/[\p{L}\p{N}]$/u.test(part) && /^[\p{L}\p{N}]/u.test(rest)) return text;
  return text.slice(0, at) + ' '.repeat(codePointLength(part)) + rest;
}
