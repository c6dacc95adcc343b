import type { DraftSentence, Evidence, GateFailure, SourcePassage } from '#drafting/index.ts';

/** What a sentence was made to get wrong. */
export const faultKinds = [
  'number',
  'date',
  'negation',
  'entity',
  'quantifier',
  'unit',
  'attribution',
  'stitched',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/**
 * How the fault is offered: `quote` as a verbatim quote at the true sentence's offsets, `located` as a
 * quote looked for in the passage, `wording` as an editor's own words beside or instead of the true quote,
 * `around` in the words around a true quote, `attribution` a true quote said to stand elsewhere,
 * `stitched` pieces joined.
 */
export type FaultArm = 'quote' | 'located' | 'wording' | 'around' | 'attribution' | 'stitched';

/** Ways to say what a source says; `synonym` is expected to be refused and is counted apart. */
export type ControlKind =
  | 'verbatim'
  | 'spelling'
  | 'fragment'
  | 'compression'
  | 'function_words'
  | 'two_quotes'
  | 'synonym';

interface CaseBase {
  /** `passage/arm/variant/kind`, unique within a run. */
  readonly id: string;
  readonly set: string;
  readonly language: 'vi' | 'en';
  readonly variant: string;
  /** Null: the quote could not be located, which refuses it before the gate sees it. */
  readonly sentence: DraftSentence | null;
  readonly evidence: Evidence;
}

export interface FaultCase extends CaseBase {
  readonly arm: FaultArm;
  readonly kind: FaultKind;
  /** Failures that name the fault; others block it too but say something else. */
  readonly named: readonly GateFailure[];
}

export interface ControlCase extends CaseBase {
  readonly control: ControlKind;
}

/** A sentence of a passage, with other passages to confuse it with. */
export interface Statement {
  readonly set: string;
  readonly language: 'vi' | 'en';
  readonly source: SourcePassage;
  /** The passage's other sentences, in order. */
  readonly siblings: readonly QuotedSpan[];
  /** Passages of other documents. */
  readonly others: readonly SourcePassage[];
  readonly quote: QuotedSpan;
  readonly evidence: Evidence;
}

/** Code points into the canonical text. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `Title, Article 5`, by the eval's own rule: document, then the innermost heading. */
export function attributionOf(source: SourcePassage): string {
  return [source.documentTitle, ...source.headingPath.slice(-1)].join(', ');
}

export function citationOf(
  { passageId, versionId }: SourcePassage,
  { start, end, text }: QuotedSpan,
) {
  return { passageId, versionId, start, end, quote: text };
}

/** `Theo …`, `According to …`. */
export function opening(language: 'vi' | 'en', attribution: string): string {
  return `${language === 'vi' ? 'Theo' : 'According to'} ${attribution}`;
}
