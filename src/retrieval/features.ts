import {
  type Agreement,
  agreement,
  type Facts,
  readFacts,
  type SameName,
} from '#language/agreement.ts';
import { fold } from '#language/fold.ts';
import { placeTones } from '#language/place-tones.ts';
import { lexicalTerms } from '#language/terms.ts';
import { extractNames } from '#language/values/names.ts';
import type { PassageText } from './passage-texts.ts';

/** One word of a query, as matches are explained. */
export interface QueryWord {
  /** As it is spelled, with what stands around it. */
  readonly text: string;
  /** Without what stands around it, and folded. */
  readonly bare: string;
  readonly folded: string;
  readonly terms: readonly string[];
  /** Its parts that carry marks. */
  readonly marked: readonly string[];
}

/** A query as the ranker reads it; made once for all its candidates. */
export interface QueryProfile {
  /** The query as it is searched. */
  readonly text: string;
  readonly words: readonly QueryWord[];
  /** Inverse document frequency of each different term, ≥ 0. */
  readonly weights: ReadonlyMap<string, number>;
  /** Words with their marks, lower case, and the weight of their term. */
  readonly marked: ReadonlyMap<string, number>;
  readonly grams: ReadonlySet<string>;
  readonly facts: Facts;
  /** Whether there is any number, date or name in it that a passage can have or lack. */
  readonly hasFacts: boolean;
}

/** What a candidate says, as far as the ranker reads it. */
export interface PassageProfile {
  readonly documentId: string;
  readonly language: string;
  /** Terms of the passage's own text in order. */
  readonly sequence: readonly string[];
  /** Terms of the title and the headings above it. */
  readonly titleTerms: ReadonlySet<string>;
  /** Words of title, headings and text with their marks, lower case. */
  readonly marked: ReadonlySet<string>;
  /** All terms, with a blank between them. */
  readonly joined: string;
  /** Title, headings and text. */
  readonly whole: string;
}

/** Each from 0 to 1. */
export interface TextFeatures {
  /** Share of the query's words the passage has with the same marks, rare words weighing more. */
  readonly marked: number;
  /** Share of the query's runs of four letters that the passage has: misspelt words still share some. */
  readonly grams: number;
  /** Share of the query's numbers and dates, and of its names, that the passage does not have. */
  readonly numbersMissing: number;
  readonly namesMissing: number;
}

const gramLength = 4;
const nothingAgreed: Agreement = {
  numbersShared: [],
  numbersMissing: [],
  namesShared: [],
  namesMissing: [],
};

/** `weightOf`: inverse document frequency of a term in the corpus; one it does not hold counts 1. */
export function profileQuery(text: string, weightOf: ReadonlyMap<string, number>): QueryProfile {
  const terms = lexicalTerms(text);
  const weights = new Map(terms.map((term) => [term, weightOf.get(term) ?? 1]));
  const marked = new Map(markedWords(text).map((word) => [word, weights.get(fold(word)) ?? 0]));
  const facts = readFacts(text);
  const hasFacts = facts.numbers.length + facts.dates.length > 0 || extractNames(text).length > 0;
  const words = text.split(/\s+/u).map(readWord);
  return { text, words, weights, marked, grams: gramsOf(terms.join(' ')), facts, hasFacts };
}

function readWord(text: string): QueryWord {
  const bare = text.replace(edges, '');
  return {
    text,
    bare,
    folded: fold(bare),
    terms: lexicalTerms(text),
    marked: markedWords(text).filter((part) => fold(part) !== part),
  };
}

const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}%]+$/gu;

export function profilePassage(passage: PassageText): PassageProfile {
  const { documentId, language, title, headingPath, text } = passage;
  const above = [title, ...headingPath].join('\n');
  const heading = lexicalTerms(above);
  const sequence = lexicalTerms(text);
  return {
    documentId,
    language,
    sequence,
    titleTerms: new Set(heading),
    marked: new Set([...markedWords(above), ...markedWords(text)]),
    joined: [...heading, ...sequence].join(' '),
    whole: `${above}\n${text}`,
  };
}

/** What both say; a query without words, numbers or names has the feature 0. */
export function compareTexts(
  query: QueryProfile,
  passage: PassageProfile,
  sameName?: SameName,
): { readonly features: TextFeatures; readonly agreed: Agreement } {
  const agreed = query.hasFacts ? agreement(query.facts, passage.whole, sameName) : nothingAgreed;
  let [known, all] = [0, 0];
  for (const [word, weight] of query.marked) {
    all += weight;
    if (passage.marked.has(word)) known += weight;
  }
  const features = {
    marked: share(known, all),
    grams: share(
      count(query.grams, (gram) => passage.joined.includes(gram)),
      query.grams.size,
    ),
    numbersMissing: missingShare(agreed.numbersShared, agreed.numbersMissing),
    namesMissing: missingShare(agreed.namesShared, agreed.namesMissing),
  };
  return { features, agreed };
}

/** Share of the runs of four letters of both that both have (Jaccard), 0 to 1. */
export function likeness(a: PassageProfile, b: PassageProfile): number {
  const [ours, theirs] = [gramsOf(a.joined), gramsOf(b.joined)];
  const shared = count(ours, (gram) => theirs.has(gram));
  return share(shared, ours.size + theirs.size - shared);
}

/** A tone mark on the last of two vowels, where older spelling has it ("hoà", "thuý", but not "quý"). */
const olderPlace = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/u;

/** Words as spelled, with the tone mark in its newer place: "nói" is not "Nội", "hoà" is "hòa". */
export function markedWords(text: string): string[] {
  const lower = text.toLowerCase();
  return (olderPlace.test(lower) ? placeTones(lower) : lower).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function missingShare(shared: readonly string[], missing: readonly string[]): number {
  return share(missing.length, shared.length + missing.length);
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

function count(items: ReadonlySet<string>, has: (item: string) => boolean): number {
  let found = 0;
  for (const item of items) if (has(item)) found += 1;
  return found;
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + gramLength <= text.length; at += 1) {
    grams.add(text.slice(at, at + gramLength));
  }
  return grams;
}
