import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { VectorColumn } from './corpus.ts';

export type PostState =
  | 'RECEIVED'
  | 'ANALYSED'
  | 'NO_ACTION'
  | 'IN_DRAFT'
  | 'IN_REVIEW'
  | 'RETURNED'
  | 'APPROVED'
  | 'DECLINED';

export type Outcome =
  | 'CONTRADICTED'
  | 'CONSISTENT'
  | 'RELATED'
  | 'NO_POSITION'
  | 'NOT_CHECKABLE'
  | 'NEEDS_EXPERT';

export interface PostTable {
  id: string;
  content_sha256: string;
  text: string;
  language: string;
  platform: string | null;
  canonical_url: string | null;
  posted_at: Date | null;
  masked: JSONColumnType<Record<string, number>>;
  submission_count: number;
  state: PostState;
  received_at: Date;
  analysed_at: Date | null;
  analysis_ms: number | null;
  /** Words written to a machine; code points into the text. */
  instructions: JSONColumnType<readonly InstructionSpan[], string | undefined>;
  /** A reading whose right answer is known: never approved, counted or exported. */
  golden: Generated<boolean>;
  /** The post that it is a near copy of, or itself; null: not yet compared, or golden. */
  cluster_id: Generated<string | null>;
}

/** Words of a post or passage that address a machine: shown to people, never obeyed. */
export interface InstructionSpan {
  readonly start: number;
  readonly end: number;
  /** A closed code, e.g. `ignore_instructions`. */
  readonly kind: string;
}

export type Channel = 'api' | 'ui' | 'file' | 'demo';

export interface SubmissionTable {
  id: string;
  post_id: string;
  submitted_by: string;
  channel: Channel;
  idempotency_key: string | null;
  request_sha256: string;
  item_number: number;
  submitted_at: Date;
  /** The file it came in with. */
  import_id: ColumnType<string | null, string | null | undefined, never>;
}

/** Offsets are code points into the post's text. */
export interface ClaimTable {
  id: string;
  post_id: string;
  ordinal: number;
  start_offset: number;
  end_offset: number;
  text: string;
  language: string;
  kind: string;
  checkable: boolean;
  reasons: string[];
  /** Who said it; null: the post itself, or a claim split before this was kept. */
  reported: JSONColumnType<ReportedBy | null, string | null | undefined, string | null>;
}

/** Where a post says that a claim is somebody else's. Offsets are code points into the post's text. */
export interface ReportedBy {
  readonly start: number;
  readonly end: number;
  /** The post's own words without a person's name. */
  readonly text: string;
  readonly manner: 'quoted' | 'reported';
}

/** What a language model makes of a claim; people see where it disagrees, and nothing follows from it. */
export interface ClaimProposalTable {
  id: string;
  claim_id: string;
  kind: string;
  model: string;
  prompt: string;
  prompt_sha256: string;
  proposed_at: Date;
}

export interface ClaimEmbeddingTable {
  model_id: number;
  claim_id: string;
  embedding: VectorColumn;
}

export interface MatchTable {
  claim_id: string;
  passage_id: number;
  version_id: string;
  rank: number;
  lexical_score: number | null;
  dense_score: number | null;
  fused_score: number;
  probability: number;
  conflicts: JSONColumnType<readonly object[]>;
  /** Why the passage was found; null for a match made before it was kept. */
  reasons: JSONColumnType<{
    phrases: readonly string[];
    numbers: readonly string[];
    names: readonly string[];
    missing: readonly string[];
  }> | null;
  model_id: number | null;
  retriever_version: string;
  as_of: string;
  /** Internal guidance: it steers people and is never quoted. */
  guidance: Generated<boolean>;
  /** The language model that reordered the candidates; null when none did. */
  reranker: JSONColumnType<{ model: string; prompt: string; prompt_sha256: string }> | null;
}

export interface AssessmentTable {
  id: string;
  claim_id: string;
  outcome: Outcome;
  suggestion: 'CONTRADICTED' | 'CONSISTENT' | null;
  reasons: string[];
  decided_by: string | null;
  decided_at: Date;
  current: boolean;
  /** Probability a match had to reach, 0 to 1; null when a person decided or no match could count. */
  threshold: number | null;
}

export interface ResponseDecisionTable {
  id: string;
  post_id: string;
  /** `undone` takes back a first decision; it is never current, so whoever reads what is in force never meets it. */
  decision: ColumnType<
    'respond' | 'monitor' | 'do_not_respond',
    'respond' | 'monitor' | 'do_not_respond' | 'undone',
    never
  >;
  reason: string;
  decided_by: string;
  decided_at: Date;
  current: boolean;
  /** The decision on many posts that it was part of. */
  bulk_id: Generated<string | null>;
  /** The decision in force before it; null: none, or made before this was kept. */
  replaces: Generated<string | null>;
  /** State of the post before it; null: made before this was kept. */
  state_before: ColumnType<PostState | null, PostState | null | undefined, never>;
  /** The decision it takes back. */
  undoes: Generated<string | null>;
}
