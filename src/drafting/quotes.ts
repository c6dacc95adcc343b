import { codePointLength, sliceCodePoints } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { findOmission } from './omissions.ts';
import { contentTerms, tokenise, words } from './tokens.ts';
import type { Citation, SourcePassage } from './types.ts';

export interface RankedQuote {
  readonly citation: Citation;
  /** 0 (nothing shared) to 1 (same terms), comparable between passages for one claim. */
  readonly relevance: number;
}

// The splitter's own cut of long sentences could part a negation from what it negates.
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };
const LONGEST_SENTENCE = 400;
const FEWEST_WORDS = 3;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const LIST_MARKER = /^(?:\d{1,2}[.)]|\p{L}\)|[-–•*])\s+/u;
const HEADING =
  /^(?:điều|khoản|chương|mục|phần|article|section|chapter|part)\s+[\p{L}\d]+\s*[.:]?$/iu;

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
    const citation = cite(source, first.start, last.end);
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
    .map(({ start, end }) => {
      const citation = cite(source, start, end);
      return { citation, relevance: similarity(claim, termWeights(citation.quote)) };
    })
    .sort((a, b) => b.relevance - a.relevance || a.citation.start - b.citation.start);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function quotableSpans(text: string): Span[] {
  return splitSentences(text, UNCUT)
    .flatMap((sentence) =>
      codePointLength(sentence.text) > LONGEST_SENTENCE ? clauses(sentence) : [sentence],
    )
    .map((span) => trimSpan(text, span))
    .filter((span) => isQuotable(sliceCodePoints(text, span.start, span.end)));
}

function clauses(sentence: TextSpan): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const characters = Array.from(sentence.text);
  characters.forEach((character, index) => {
    if (character !== ';' && index !== characters.length - 1) return;
    spans.push({ start: from, end: index + 1 });
    from = index + 1;
  });
  const safe = spans.every((span) => findOmission(sentence.text, span.start, span.end) === null);
  if (!safe || spans.length === 1) return [sentence];
  return spans.map(({ start, end }) => ({
    start: sentence.start + start,
    end: sentence.start + end,
  }));
}

function trimSpan(text: string, span: Span): Span {
  const raw = sliceCodePoints(text, span.start, span.end);
  const unmarked = raw.trimStart().replace(LIST_MARKER, '');
  const start = span.end - codePointLength(unmarked);
  const end = start + codePointLength(unmarked.trimEnd().replace(/\s*;$/u, ''));
  return { start, end };
}

function isQuotable(text: string): boolean {
  // A question or the lead-in of a list says nothing on its own, and a heading is no sentence.
  if (/[?？:：]\s*$/u.test(text) || HEADING.test(text)) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words(text).length >= FEWEST_WORDS || han >= 6;
}

function cite(source: SourcePassage, start: number, end: number): Citation {
  return {
    versionId: source.versionId,
    passageId: source.passageId,
    start: source.start + start,
    end: source.start + end,
    quote: sliceCodePoints(source.text, start, end),
  };
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
