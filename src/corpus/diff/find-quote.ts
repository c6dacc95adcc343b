import { diffPassages, type DiffPassage, type PassageChange } from './diff-passages.ts';
import { foldSpaces } from './fold-spaces.ts';
import {
  contextOf,
  leadInOf,
  readLeadIns,
  readPassage,
  textBetween,
  type LeadIns,
  type QuoteContext,
  type ReadPassage,
} from './quote-context.ts';
import { sortedWords, wordOverlap } from './word-overlap.ts';

/** A version's canonical text and its passages, in order; offsets are code points into the text. */
export interface QuotedText {
  readonly text: string;
  readonly passages: readonly DiffPassage[];
}

export interface QuotePlace {
  readonly passageId: number;
  readonly start: number;
  readonly end: number;
}

export interface OldQuote extends QuotePlace {
  readonly quote: string;
}

export type QuoteNow =
  | ({ readonly state: 'verbatim' } & QuotePlace)
  | { readonly state: 'changed'; readonly now: (QuotePlace & { readonly text: string }) | null };

export interface QuoteFinder {
  find(citation: OldQuote): QuoteNow;
}

/** Words in common, from 0 to 1, below which no sentence is shown as what a quote became. */
const SIMILAR_SENTENCE = 0.3;

/**
 * Finds out where quotes of one version stand in the next. `verbatim`: the new text has the quote,
 * code point for code point, within one passage and within the same sentences under the same lead-in,
 * white space folded; a quote that lives on inside other words may mean something else and is
 * `changed`. `now` is the most similar sentence of the passage that took the old one's place.
 * Looked for where the passage went, then in the whole new text. `changes` is what `diffPassages`
 * says of the two, when the caller has it already.
 * @throws RangeError when a passage of the new version has no id.
 */
export function createQuoteFinder(
  before: QuotedText,
  after: QuotedText,
  changes: readonly PassageChange[] = diffPassages(before.passages, after.passages),
): QuoteFinder {
  if (after.passages.some(({ id }) => id === null)) {
    throw new RangeError('store the passages of the new version before looking for quotes in them');
  }
  const changeOf = new Map<number | null, PassageChange>();
  for (const change of changes) if (change.before !== null) changeOf.set(change.before.id, change);
  const read = remember(readPassage);
  const oldLeadIns = once(() => readLeadIns(before.passages));
  const newLeadIns = once(() => readLeadIns(after.passages));
  const bySentence = once(() => indexSentences(after.passages.map(read)));

  const findIn = (target: ReadPassage, old: OldContext): QuoteNow | null => {
    const { text, start } = target.passage;
    let at = text.indexOf(old.quote);
    for (; at >= 0; at = text.indexOf(old.quote, at + 1)) {
      const from = target.offsets.toCodePoint(at);
      const to = target.offsets.toCodePoint(at + old.quote.length);
      const context = contextOf(target, from, to);
      if (context?.text !== old.context.text) continue;
      if (leadInOf(target, context.from, newLeadIns()) !== old.leadIn) continue;
      const passageId = target.passage.id ?? 0;
      return { state: 'verbatim', passageId, start: start + from, end: start + to };
    }
    return null;
  };

  return {
    find(citation) {
      const change = changeOf.get(citation.passageId);
      const origin = change?.before ?? null;
      if (change === undefined || origin === null) return { state: 'changed', now: null };
      const source = read(origin);
      const old = readContext(source, citation, oldLeadIns);
      if (old === null) return { state: 'changed', now: null };
      const target = change.after === null ? null : read(change.after);
      if (target !== null && change.sameText) {
        const shift = target.passage.start - origin.start;
        const { start, end } = citation;
        const sameLeadIn = leadInOf(target, old.context.from, newLeadIns()) === old.leadIn;
        if (sameLeadIn) {
          const passageId = target.passage.id ?? 0;
          return { state: 'verbatim', passageId, start: start + shift, end: end + shift };
        }
      }
      const here = target === null ? null : findIn(target, old);
      if (here !== null) return here;
      for (const elsewhere of bySentence().get(old.firstSentence) ?? []) {
        const found = findIn(elsewhere, old);
        if (found !== null) return found;
      }
      return { state: 'changed', now: target === null ? null : mostSimilar(target, old) };
    },
  };
}

interface OldContext {
  readonly quote: string;
  readonly context: QuoteContext;
  readonly firstSentence: string;
  readonly leadIn: string;
}

/** Null when the citation does not say what stands at its offsets. */
function readContext(
  source: ReadPassage,
  { start, end, quote }: OldQuote,
  leadIns: () => LeadIns,
): OldContext | null {
  const { passage, offsets, sentences } = source;
  const [from, to] = [start - passage.start, end - passage.start];
  if (from < 0 || quote === '') return null;
  if (passage.text.slice(offsets.toUtf16(from), offsets.toUtf16(to)) !== quote) return null;
  const context = contextOf(source, from, to);
  if (context === null) return null;
  const firstSentence = foldSpaces(sentences[context.from]?.text ?? '');
  return { quote, context, firstSentence, leadIn: leadInOf(source, context.from, leadIns()) };
}

function indexSentences(passages: readonly ReadPassage[]): Map<string, Set<ReadPassage>> {
  const index = new Map<string, Set<ReadPassage>>();
  for (const passage of passages) {
    for (const { text } of passage.sentences) {
      const key = foldSpaces(text);
      const holders = index.get(key);
      if (holders === undefined) index.set(key, new Set([passage]));
      else holders.add(passage);
    }
  }
  return index;
}

function mostSimilar(
  target: ReadPassage,
  { context }: OldContext,
): (QuotePlace & { text: string }) | null {
  const words = sortedWords(context.text);
  const size = Math.min(context.to - context.from, target.sentences.length);
  let best = -1;
  let bestOverlap = SIMILAR_SENTENCE;
  for (let from = 0; from + size <= target.sentences.length; from += 1) {
    const overlap = wordOverlap(words, sortedWords(textBetween(target, from, from + size)));
    if (overlap < bestOverlap || (overlap === bestOverlap && best >= 0)) continue;
    best = from;
    bestOverlap = overlap;
  }
  const [first, last] = [target.sentences[best], target.sentences[best + size - 1]];
  if (first === undefined || last === undefined) return null;
  const { id, start } = target.passage;
  return {
    passageId: id ?? 0,
    start: start + first.start,
    end: start + last.end,
    text: textBetween(target, best, best + size),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
