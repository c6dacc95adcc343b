/** The parts of a rebuttal; CONNECTIVE is the only other role that needs no citation. */
export type SentenceRole = 'FACT' | 'WARNING' | 'MYTH' | 'WHY' | 'ALTERNATIVE' | 'CONNECTIVE';

/** Offsets are Unicode code points into the version's canonical text; `quote` is byte-equal to that span. */
export interface Citation {
  readonly versionId: string;
  readonly passageId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface DraftSentence {
  readonly role: SentenceRole;
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** A passage a draft may quote, with what is needed to attribute it and to check that it may be quoted. */
export interface SourcePassage {
  readonly passageId: string;
  readonly versionId: string;
  /** Code-point span of the passage in the version's canonical text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly headingPath: readonly string[];
  readonly language: string;
  readonly documentTitle: string;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  /** What the approved names call the issuer, by language; absent: no names are known. */
  readonly issuerNames?: Readonly<Record<string, string>>;
  /** A kind of the corpus, e.g. `law`; absent: not known. */
  readonly documentKind?: string;
  readonly citable: boolean;
  readonly status: 'draft' | 'approved' | 'discarded';
  /** ISO dates (YYYY-MM-DD); in force on a day when validFrom ≤ day < endsOn (null: no end is known). */
  readonly validFrom: string;
  readonly endsOn: string | null;
}
