import { createOffsetMap, sliceCodePoints } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import type { TextSpan } from '#language/sentences.ts';
import { quotableSpans } from './quotable-spans.ts';
import { contentTerms } from '../text/tokens.ts';
import { wordKey } from '../text/word-key.ts';
import type { Citation, SourcePassage } from '../types.ts';

export interface RelevantQuote {
  readonly citation: Citation;
  /** 0 (nothing shared) to 1 (same terms), comparable between passages for one claim. */
  readonly relevance: number;
}

const DIGIT = /\d/;
const HAN = /\p{Script=Han}/u;
const ALL_HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;
// An invisible character inside a word (a soft hyphen) does not part it.
const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}](?:\p{Cf}*[\p{L}\p{M}\p{N}])*|\S/gu;
const UNSEEN = /^[\p{Cf}\p{Cc}]+$/u;
const WRAPPED = /^\s*["“„«「『](.*)["”»」』]\s*$/su;

const HAN_LANGUAGES = new Set(['zh', 'ja']);

/**
 * Finds a quote in a passage: byte-equal first, else ignoring whitespace, Unicode form, invisible
 * characters, the shape of quotation marks and dashes, and tone placement (hoà/hòa); quotation marks
 * around the whole may be the writer's own. The citation always carries the passage's own characters.
 * Null when the passage does not hold it in one piece (an ellipsis of the writer's joins pieces), when it
 * is blank, or when it would cut a word or number.
 */
export function locateQuote(source: SourcePassage, quote: string): Citation | null {
  const inner = WRAPPED.exec(quote)?.[1];
  return find(source, quote) ?? (inner === undefined ? null : find(source, inner));
}

function find(source: SourcePassage, quote: string): Citation | null {
  const wantedKeys = tokensOf(quote).map(({ text }) => wordKey(text));
  if (wantedKeys.length === 0) return null;
  const tokens = tokensOf(source.text);
  const keys = tokens.map(({ text }) => wordKey(text));
  let tolerant: Citation | null = null;
  for (let i = 0; i + wantedKeys.length <= keys.length; i += 1) {
    if (!wantedKeys.every((key, j) => key === keys[i + j])) continue;
    const first = tokens[i];
    const last = tokens[i + wantedKeys.length - 1];
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
export function pickQuotes(source: SourcePassage, claimText: string): RelevantQuote[] {
  return quotesFor(claimText)(source);
}

/** `pickQuotes` for many passages: the claim is read once. */
export function quotesFor(claimText: string): (source: SourcePassage) => RelevantQuote[] {
  const claim = readClaim(claimText);
  return (source) =>
    spansOf(source)
      .map(({ citation, terms, signs }) => ({
        citation,
        relevance: similarity(claim, terms, signs),
      }))
      .sort((a, b) => b.relevance - a.relevance || a.citation.start - b.citation.start);
}

interface ReadSpan {
  readonly citation: Citation;
  readonly terms: readonly string[];
  readonly signs: ReadonlySet<string>;
}

// Claims of one post share passages, and each form of a draft asks again.
const spans = new WeakMap<SourcePassage, readonly ReadSpan[]>();

function spansOf(source: SourcePassage): readonly ReadSpan[] {
  const known = spans.get(source);
  if (known !== undefined) return known;
  const read = quotableSpans(source.text)
    .filter(({ text }) => isHan(text) === HAN_LANGUAGES.has(source.language))
    .map(({ start, end, text }) => ({
      citation: citationOf(source, start, end, text),
      terms: contentTerms(text),
      signs: signsOf(text),
    }));
  spans.set(source, read);
  return read;
}

/** A sentence in another script than its passage's language is none of its statements. */
function isHan(text: string): boolean {
  if (!HAN.test(text)) return false;
  return (text.match(ALL_HAN)?.length ?? 0) * 2 > (text.match(LETTER)?.length ?? 0);
}

function citationOf(source: SourcePassage, start: number, end: number, quote: string): Citation {
  const { versionId, passageId } = source;
  return { versionId, passageId, start: source.start + start, end: source.start + end, quote };
}

function tokensOf(text: string): TextSpan[] {
  const { toCodePoint } = createOffsetMap(text);
  return Array.from(text.matchAll(TOKEN))
    .filter((match) => !UNSEEN.test(match[0]))
    .map((match) => ({
      text: match[0],
      start: toCodePoint(match.index),
      end: toCodePoint(match.index + match[0].length),
    }));
}

/** What a claim is about: weight by term, by two terms that follow one another, and their sum. */
interface ClaimTerms {
  readonly weights: ReadonlyMap<string, number>;
  /** The terms that begin a pair. */
  readonly pairs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly total: number;
}

function readClaim(text: string): ClaimTerms {
  const terms = contentTerms(text);
  const pairs = new Map<string, Set<string>>();
  let total = 0;
  terms.forEach((term, index) => {
    const next = terms[index + 1];
    if (next === undefined) return;
    const after = pairs.get(term) ?? new Set();
    if (!after.has(next)) total += 1;
    pairs.set(term, after.add(next));
  });
  const weights = new Map(terms.map((term) => [term, weightOf(term)]));
  for (const sign of signsOf(text)) weights.set(sign, 1);
  for (const weight of weights.values()) total += weight;
  return { weights, pairs, total };
}

/** Cosine of the weights; a Vietnamese word is often two syllables, so that pairs of terms count too. */
function similarity(
  claim: ClaimTerms,
  terms: readonly string[],
  signs: ReadonlySet<string>,
): number {
  const seen = new Set<string>();
  let total = 0;
  let shared = 0;
  let previous: string | null = null;
  const pairsSeen = new Set<string>();
  for (const term of terms) {
    const isNew = seen.size < seen.add(term).size;
    const weight = isNew ? weightOf(term) : 0;
    total += weight;
    if (isNew && claim.weights.has(term)) shared += weight;
    if (previous !== null) {
      total += 1;
      if (claim.pairs.get(previous)?.has(term) === true) pairsSeen.add(`${previous} ${term}`);
    }
    previous = term;
  }
  for (const sign of signs) {
    total += 1;
    if (claim.weights.has(sign)) shared += 1;
  }
  const norm = Math.sqrt(claim.total * total);
  return norm === 0 ? 0 : Math.min(1, (shared + pairsSeen.size) / norm);
}

/** A number is what a claim most often gets wrong. */
function weightOf(term: string): number {
  return DIGIT.test(term) ? 2 : 1;
}

/**
 * What else texts have in common: Chinese is compared character by character; and a wrong figure shares no
 * digits with the right one, but the sentence that has a figure answers it.
 */
function signsOf(text: string): ReadonlySet<string> {
  const signs = new Set(HAN.test(text) ? fold(text).match(ALL_HAN) : []);
  return DIGIT.test(text) ? signs.add('#') : signs;
}
