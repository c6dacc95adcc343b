import { sliceCodePoints } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import type { TextSpan } from '#language/sentences.ts';
import { quotableSpans } from './quotable-spans.ts';
import { contentTerms, tokenise } from '../text/tokens.ts';
import type { Citation, SourcePassage } from '../types.ts';

export interface RankedQuote {
  readonly citation: Citation;
  /** 0 (nothing shared) to 1 (same terms), comparable between passages for one claim. */
  readonly relevance: number;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/**
 * Finds a quote in a passage: byte-equal first, else ignoring whitespace, Unicode form, quote-mark
 * shape and tone placement (hoà/hòa). The citation always carries the passage's own characters.
 * Null when the passage does not hold it, when it is blank, or when it would cut a word or number.
 */
export function locateQuote(source: SourcePassage, quote: string): Citation | null {
  const wanted = tokenise(quote);
  if (wanted.length === 0) return null;
  const tokens = tokenise(source.text);
  const wantedKeys = wanted.map((token) => comparisonKey(token));
  const keys = tokens.map((token) => comparisonKey(token));
  let tolerant: Citation | null = null;
  for (let i = 0; i + wanted.length <= keys.length; i += 1) {
    if (!wantedKeys.every((key, j) => key === keys[i + j])) continue;
    const first = tokens[i];
    const last = tokens[i + wanted.length - 1];
    if (first === undefined || last === undefined) continue;
    const found = sliceCodePoints(source.text, first.start, last.end);
    const citation = citationOf(source, first.start, last.end, found);
    if (citation.quote === quote.trim()) return citation;
    tolerant ??= citation;
  }
  return tolerant;
}

/**
 * The quotable sentences of a passage, most relevant to the claim first, ties in text order.
 * A very long sentence is offered as its clauses where cutting them out loses no negation or limit.
 */
export function pickQuotes(source: SourcePassage, claimText: string): RankedQuote[] {
  const claim = termWeights(claimText);
  return quotableSpans(source.text)
    .map(({ start, end, text }) => ({
      citation: citationOf(source, start, end, text),
      relevance: similarity(claim, termWeights(text)),
    }))
    .sort((a, b) => b.relevance - a.relevance || a.citation.start - b.citation.start);
}

function citationOf(source: SourcePassage, start: number, end: number, quote: string): Citation {
  const { versionId, passageId } = source;
  return { versionId, passageId, start: source.start + start, end: source.start + end, quote };
}

function comparisonKey(token: TextSpan): string {
  const decomposed = token.text.normalize('NFD');
  const tones = decomposed.match(TONES);
  const bare = tones === null ? decomposed : decomposed.replace(TONES, '') + tones.join('');
  return bare
    .normalize('NFC')
    .replace(/[“”„«»"]/u, '"')
    .replace(/[‘’ʼ']/u, "'");
}

function termWeights(text: string): Map<string, number> {
  const terms = contentTerms(text);
  const weights = new Map<string, number>();
  terms.forEach((term, index) => {
    // A Vietnamese word is often two syllables, and a number is what a claim most often gets wrong.
    weights.set(term, /\d/.test(term) ? 2 : 1);
    const next = terms[index + 1];
    if (next !== undefined) weights.set(`${term} ${next}`, 1);
  });
  // A wrong figure shares no digits with the right one, but the sentence that has a figure answers it.
  if (/\d/.test(text)) weights.set('#', 1);
  for (const character of fold(text).match(/\p{Script=Han}/gu) ?? []) weights.set(character, 1);
  return weights;
}

function similarity(a: Map<string, number>, b: Map<string, number>): number {
  const total = (weights: Map<string, number>): number =>
    Array.from(weights.values()).reduce((sum, weight) => sum + weight, 0);
  const norm = Math.sqrt(total(a) * total(b));
  if (norm === 0) return 0;
  const shared = Array.from(a).filter(([term]) => b.has(term));
  return shared.reduce((sum, [, weight]) => sum + weight, 0) / norm;
}
