import type { Generated, JSONColumnType } from 'kysely';

export type Audience = 'domestic' | 'diaspora' | 'foreign' | 'official';

export interface DraftTable {
  id: string;
  post_id: string;
  claim_id: string;
  revision: number;
  language: string;
  audience: Audience;
  content_sha256: string;
  drafter: 'extractive' | 'person';
  gate: JSONColumnType<{
    /** What a reader has to know; absent from drafts made before there were any. */
    notes?: ReadonlyArray<{ code: 'missing_translation'; passage_ids: readonly number[] }>;
  }>;
  created_by: string | null;
  created_at: Date;
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

export interface ReviewItemTable {
  id: string;
  post_id: string;
  round: number;
  fence: number;
  lease_token_sha256: string | null;
  leased_by: string | null;
  leased_until: Date | null;
  created_at: Date;
}

export interface ReviewDecisionTable {
  id: string;
  review_item_id: string;
  draft_id: string;
  content_sha256: string;
  reviewer: string;
  stage: number;
  verdict: 'approve' | 'return' | 'decline';
  reason: string;
  labels: JSONColumnType<readonly object[]>;
  decided_at: Date;
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
