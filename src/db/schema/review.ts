import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type Audience = 'domestic' | 'diaspora' | 'foreign' | 'official';
/** `short`: at most 280 code points; `note`: everything that answers; `qa`: as questions and answers. */
export type DraftLength = 'short' | 'statement' | 'note' | 'qa';
/** Whether a quote says how something is, or what its issuer holds of it. */
export type QuoteNature = 'fact' | 'stance';

export interface DraftTable {
  id: string;
  post_id: string;
  claim_id: string;
  revision: number;
  language: string;
  audience: Audience;
  content_sha256: string;
  drafter: 'extractive' | 'person' | 'model';
  gate: JSONColumnType<{
    /** What a reader has to know; absent from drafts made before there were any. */
    notes?: ReadonlyArray<{ code: 'missing_translation'; passage_ids: readonly number[] }>;
  }>;
  created_by: string | null;
  created_at: Date;
  /** Null for a draft made before there were lengths. */
  length: DraftLength | null;
  /** Day (YYYY-MM-DD) from which an approval of this draft is out of force; null: none was set. */
  review_by: string | null;
  /** A person found no alternative explanation in the corpus. */
  no_alternative: Generated<boolean>;
  /** Null for a draft made before there was a linter. */
  lint: JSONColumnType<StoredLint | null, string | null | undefined, never>;
  /** The gate or a rule of severity H refuses it: it can be neither submitted nor approved. */
  blocked: Generated<boolean>;
  /** Null for a draft that no language model arranged. */
  model: JSONColumnType<ModelUse | null, string | null | undefined, never>;
}

export interface StoredLint {
  /** Version of the rules, e.g. `1`. */
  readonly linter: string;
  readonly findings: readonly StoredFinding[];
}

export interface StoredFinding {
  /** R1 to R10 of the rebuttal rules. */
  readonly rule: string;
  /** H blocks, W warns both reviewers. */
  readonly severity: 'H' | 'W';
  readonly code: string;
  /** 0 is the headline; null: the draft as a whole. */
  readonly sentence: number | null;
  /** Code points into the sentence; null: all of it. */
  readonly start: number | null;
  readonly end: number | null;
  /** The words or numbers the finding is about. */
  readonly values: readonly string[];
}

/** What a draft was made with. */
export interface ModelUse {
  readonly model: string;
  /** e.g. `draft/v1`. */
  readonly prompt: string;
  readonly prompt_sha256: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface DraftSentenceTable {
  draft_id: string;
  ordinal: number;
  role: 'FACT' | 'WARNING' | 'MYTH' | 'WHY' | 'ALTERNATIVE' | 'CONNECTIVE';
  text: string;
}

/** Offsets are code points into the version's canonical text; `quote` is byte-equal to that span. */
export interface CitationTable {
  draft_id: string;
  sentence_ordinal: number;
  ordinal: number;
  version_id: string;
  passage_id: number;
  start_offset: number;
  end_offset: number;
  quote: string;
  /** Null for a citation made before quotes were labelled. */
  nature: QuoteNature | null;
}

/** Where a quote stands since the version it was taken from ended. */
export interface CitationAnchorTable {
  id: Generated<number>;
  draft_id: string;
  sentence_ordinal: number;
  ordinal: number;
  version_id: string;
  passage_id: number;
  start_offset: number;
  end_offset: number;
  anchored_at: Date;
}

/** A citation with its newest anchor; `anchored_at` is null where it stands as it was drafted. */
export interface CitationNowView extends CitationTable {
  anchored_at: Date | null;
}

/** What became of a quote when its version ended; offsets are code points into the successor's text. */
export interface LostQuote {
  readonly sentence: number;
  readonly ordinal: number;
  readonly quote: string;
  /** What stands in its place in the successor; null when it is gone. */
  readonly now: {
    readonly passageId: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  } | null;
}

/** A draft lost a source. Open while that draft is the newest of its post. */
export interface RecheckTable {
  id: string;
  post_id: string;
  draft_id: string;
  approval_id: string | null;
  version_id: string;
  cause: 'superseded' | 'withdrawn' | 'expired';
  successor_id: string | null;
  quotes: JSONColumnType<readonly LostQuote[]>;
  opened_at: Date;
}

export interface ContributionTable {
  post_id: string;
  user_id: string;
  kind: 'response' | 'outcome' | 'draft' | 'submit';
  contributed_at: Date;
}

export interface ApprovalTable {
  id: string;
  post_id: string;
  draft_id: string;
  content_sha256: string;
  first_reviewer: string;
  second_reviewer: string;
  status: 'in_force' | 'needs_recheck' | 'expired' | 'revoked';
  approved_at: Date;
}

/** One request to a language model. `reason` is a closed code: why its answer was not used. */
export interface ModelCallTable {
  id: string;
  task: 'draft' | 'claims';
  post_id: string;
  claim_id: string | null;
  model: string;
  prompt: string;
  prompt_sha256: string;
  parameters: JSONColumnType<ModelUse['parameters']>;
  status: 'started' | 'used' | 'failed';
  reason: string | null;
  reserved_tokens: number;
  input_tokens: number | null;
  output_tokens: number | null;
  /** Millionths of the currency the prices are set in; a bigint comes as text. */
  cost_micros: ColumnType<string, number | undefined, number>;
  draft_id: string | null;
  started_at: Date;
  ended_at: Date | null;
}

/** How the claim of an approved answer is worded; made from its text, and made anew when the rules change. */
export interface AnsweredClaimTable {
  approval_id: string;
  /** SHA-256 of the words and values that say something. */
  wording: string;
  rules: number;
}

/** An approved answer that one person found to fit another post. */
export interface ReuseTable {
  id: string;
  post_id: string;
  claim_id: string;
  approval_id: string;
  /** Cosine of the two claims, -1 to 1; null: no vectors of them. */
  similarity: number | null;
  reason: string;
  confirmed_by: string;
  confirmed_at: Date;
  status: 'in_force' | 'ended';
  ended_at: Date | null;
  /** Null: its approval left force. */
  ended_by: string | null;
  end_reason: string | null;
}
