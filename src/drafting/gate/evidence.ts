import { createOffsetMap, type OffsetMap } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { attributionParts, attributionPhrases } from '../extractive/attribution.ts';
import { byFirstWord, type Phrase, phraseOf } from './own-wording.ts';
import { type QuoteSentence, quoteSentences } from './quote-sentences.ts';
import type { Citation, SourcePassage } from '../types.ts';

export interface Evidence {
  readonly sources: readonly SourcePassage[];
  /** Canonical text by version id; a version that is missing supports nothing. */
  readonly canonicalTexts: ReadonlyMap<string, string>;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

// The splitter's own cut of long sentences would hide what a quote leaves out.
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };

/** What checking a draft reads from its evidence more than once. */
export interface EvidenceReader {
  readonly source: (passageId: string) => SourcePassage | undefined;
  /** Code points `start` to `end` of a version's text; null when the text is not there. */
  readonly slice: (versionId: string, start: number, end: number) => string | null;
  /** Sentences of a passage's own span of the canonical text. */
  readonly sentences: (source: SourcePassage) => readonly TextSpan[];
  readonly quote: (quote: string) => readonly QuoteSentence[];
  /** Everything that may name the source of these citations, longest first. */
  readonly names: (source: SourcePassage, citations: readonly Citation[]) => SourceNames;
}

export interface SourceNames {
  readonly texts: readonly string[];
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

const readers = new WeakMap<Evidence, EvidenceReader>();

/** The reader of some evidence; the same one as long as the evidence lives, which must not change. */
export function readEvidence(evidence: Evidence): EvidenceReader {
  const known = readers.get(evidence);
  if (known !== undefined) return known;
  const sources = new Map(evidence.sources.map((source) => [source.passageId, source]));
  const mapOf = memo<OffsetMap>((versionId) =>
    createOffsetMap(evidence.canonicalTexts.get(versionId) ?? ''),
  );
  const sentencesOf = new Map<SourcePassage, readonly TextSpan[]>();
  const slice = (versionId: string, start: number, end: number): string | null => {
    const text = evidence.canonicalTexts.get(versionId);
    if (text === undefined) return null;
    const map = mapOf(versionId);
    return text.slice(map.toUtf16(start), map.toUtf16(end));
  };
  const named = new Map<string, SourceNames>();
  const phrase = memo((name) => phraseOf(name, 'source'));
  const read = (source: SourcePassage, citations: readonly Citation[]): SourceNames => {
    const texts = namesOf(source, citations);
    return { texts, phrases: byFirstWord(texts.map((name) => phrase(name))) };
  };
  const reader: EvidenceReader = {
    source: (passageId) => sources.get(passageId),
    slice,
    sentences(source) {
      let spans = sentencesOf.get(source);
      if (spans === undefined) {
        spans = splitSentences(slice(source.versionId, source.start, source.end) ?? '', UNCUT);
        sentencesOf.set(source, spans);
      }
      return spans;
    },
    quote: memo(quoteSentences),
    names(source, citations) {
      const key = [source.passageId, ...citations.map(({ start }) => start)].join();
      const names = named.get(key) ?? read(source, citations);
      named.set(key, names);
      return names;
    },
  };
  readers.set(evidence, reader);
  return reader;
}

function namesOf(source: SourcePassage, citations: readonly Citation[]): string[] {
  const { document, issuer, place } = attributionParts(source);
  const parts = [document, source.documentNumber, issuer, source.issuer, ...place];
  const all = [...parts, ...source.headingPath, ...attributionPhrases(source, citations)];
  const named = all.filter((part) => part !== null && part.trim() !== '') as string[];
  return Array.from(new Set(named)).toSorted((a, b) => b.length - a.length);
}

function memo<Value>(read: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key) as Value;
  };
}
