import type { SameName } from '#language/agreement.ts';
import { extractNames } from '#language/values/names.ts';
import {
  type ComparedSentence,
  readInFull,
  type ReadSentence,
  readSentences,
} from './compared-sentence.ts';
import { foldedText, type NameContext } from './conflict-names.ts';
import type { KnownValues } from './conflict-numbers.ts';

/** Share of the claim's, or of the passage sentence's, content terms that makes them about one thing. */
const CLAIM_COVERED = 0.5;
const PASSAGE_COVERED = 0.75;
const FEWEST_SHARED = 3;
const FEWEST_SHARED_SHORT = 2;
/** Sentences of the passage a sentence of the claim is compared with, nearest first. */
const LOOKED_AT = 3;

export interface CompareOptions {
  /** Tells that two folded names mean one thing; such names never conflict. */
  readonly sameName?: SameName;
}

/** A claim read for comparing it with any number of passages. */
export interface ComparedClaim {
  readonly claim: readonly ComparedSentence[];
  /** Each sentence is read once. */
  readonly claimInFull: (sentence: ComparedSentence) => ReadSentence;
  readonly claimWords: string;
}

/** A claim and a passage, read for comparing. */
export interface ComparedTexts extends Omit<ComparedClaim, 'claimWords'> {
  readonly passage: readonly ComparedSentence[];
  /** Values of the whole passage. */
  readonly known: KnownValues;
  readonly names: NameContext;
}

export interface NearSentence {
  readonly sentence: ComparedSentence;
  /** Content terms shared with the claim's sentence. */
  readonly shared: number;
  /** Whether that is enough to be about one thing. */
  readonly sameTopic: boolean;
}

export function readClaim(claimText: string): ComparedClaim {
  const read = new Map<ComparedSentence, ReadSentence>();
  return {
    claim: readSentences(claimText),
    claimInFull: (sentence) => {
      const known = read.get(sentence) ?? readInFull(sentence);
      read.set(sentence, known);
      return known;
    },
    claimWords: foldedText(claimText),
  };
}

export function readTexts(
  { claimWords, ...claim }: ComparedClaim,
  passageText: string,
  { sameName }: CompareOptions,
): ComparedTexts {
  const passage = readSentences(passageText);
  return {
    ...claim,
    passage,
    known: {
      numbers: passage.flatMap((sentence) => sentence.numbers),
      dates: passage.flatMap((sentence) => sentence.dates),
    },
    names: {
      claimWords,
      passageWords: foldedText(passageText),
      passageNames:
        sameName === undefined ? [] : extractNames(passageText).map(({ folded }) => folded),
      sameName: sameName ?? (() => false),
    },
  };
}

/** The sentences of a passage closest to one of the claim in their content terms, closest first. */
export function nearestSentences(
  claim: ComparedSentence,
  passage: readonly ComparedSentence[],
): NearSentence[] {
  return passage
    .map((sentence) => ({ sentence, shared: sharedTerms(claim, sentence) }))
    .filter(({ shared }) => shared >= FEWEST_SHARED_SHORT)
    .sort((a, b) => closeness(b) - closeness(a) || a.sentence.start - b.sentence.start)
    .slice(0, LOOKED_AT)
    .map((near) => ({ ...near, sameTopic: isSameTopic(claim, near.sentence, near.shared) }));
}

/** Cosine of the term sets but for the claim's own length: a long sentence shares words with anything. */
function closeness({ sentence, shared }: Pick<NearSentence, 'sentence' | 'shared'>): number {
  return shared / Math.sqrt(sentence.terms.size);
}

function isSameTopic(claim: ComparedSentence, sentence: ComparedSentence, shared: number): boolean {
  const claimCovered = shared / claim.terms.size >= CLAIM_COVERED;
  // A post often wraps the statement in chatter that the passage does not have.
  const passageCovered = shared / sentence.terms.size >= PASSAGE_COVERED;
  const enough = shared >= (claimCovered && passageCovered ? FEWEST_SHARED_SHORT : FEWEST_SHARED);
  return enough && (claimCovered || passageCovered);
}

function sharedTerms(a: ComparedSentence, b: ComparedSentence): number {
  let shared = 0;
  for (const term of a.terms) if (b.terms.has(term)) shared += 1;
  return shared;
}
