import type { Generated, JSONColumnType } from 'kysely';

export interface ReviewItemTable {
  id: string;
  post_id: string;
  round: number;
  /** Rises with every lease. */
  fence: number;
  lease_token_sha256: string | null;
  leased_by: string | null;
  leased_until: Date | null;
  created_at: Date;
  /** Its post is in review; kept by a trigger. */
  open: Generated<boolean>;
  /** Kept by a trigger; the SQL function `review_priority` says how. */
  priority: Generated<number>;
  /** When it was taken; heartbeats keep it from then on, for so long and no longer. */
  leased_since: Date | null;
  heartbeat_at: Date | null;
  /** When a lease last ran out on it; null again once somebody takes it. */
  lease_ran_out_at: Date | null;
  /** Somebody handed it over to this person; until then nobody else is offered it. */
  reserved_for: string | null;
  reserved_until: Date | null;
}

export interface ReviewPassTable {
  id: string;
  review_item_id: string;
  round: number;
  user_id: string;
  kind: 'skipped' | 'declined' | 'handed_over';
  handed_to: string | null;
  reason: string;
  passed_at: Date;
}

export interface TopicWeightTable {
  topic: string;
  /** 0 to 5. */
  weight: number;
  set_by: string;
  set_at: Date;
}

export type Verdict = 'approve' | 'return' | 'decline';
export type SentenceLabel = 'supported' | 'not_supported' | 'unclear' | 'tone';

/** One judgement; ordinal 0 is the headline. */
export interface LabelledSentence {
  readonly ordinal: number;
  readonly label: SentenceLabel;
}

export type ApprovalObstacle =
  | 'first_not_reviewer'
  | 'first_had_part'
  | 'one_person'
  | 'source_ended'
  | 'review_by_passed';

export interface ReviewDecisionTable {
  id: string;
  review_item_id: string;
  draft_id: string;
  content_sha256: string;
  reviewer: string;
  stage: number;
  verdict: Verdict;
  reason: string;
  labels: JSONColumnType<readonly LabelledSentence[]>;
  decided_at: Date;
  /** Of the lease it was given under; null: decided before this was kept. */
  fence: number | null;
  round: number | null;
  /** A closed code: why two approvals made none; set with the second. */
  obstacle: ApprovalObstacle | null;
}

/** Refused attempts of one person at one item that were not recorded one by one. */
export interface RefusalCountTable {
  user_id: string;
  reason: string;
  entity_id: string;
  /** When the last of them was recorded. */
  recorded_at: Date;
  /** How many there were since. */
  since: number;
}

/** Whether all of the last `nextval` of a guard's sequence were written to the audit trail. */
export interface RefusalNotedTable {
  guard: string;
  count: number;
}

export interface ClockLimitTable {
  singleton: Generated<boolean>;
  seconds: number;
}

export interface CommentTable {
  id: string;
  post_id: string;
  draft_id: string | null;
  sentence_ordinal: number | null;
  author: string;
  text: string;
  /** Other reviewers see it once they have decided. */
  by_reviewer: boolean;
  written_at: Date;
}

export interface MentionTable {
  comment_id: string;
  user_id: string;
  seen_at: Date | null;
}

export interface GoldenItemTable {
  post_id: string;
  source_draft_id: string;
  draft_id: string;
  /** A closed code; null: nothing was changed. */
  fault: string | null;
  expected_labels: JSONColumnType<readonly LabelledSentence[]>;
  expected_verdict: Verdict;
  seeded_by: string;
  seeded_at: Date;
  retired_at: Date | null;
}

export interface GoldenDecisionTable {
  id: string;
  post_id: string;
  reviewer: string;
  verdict: Verdict;
  reason: string;
  labels: JSONColumnType<readonly LabelledSentence[]>;
  right_verdict: boolean;
  /** 0 to 1. */
  right_labels: number;
  decided_at: Date;
}

export interface ThirdLookTable {
  approval_id: string;
  chosen_at: Date;
  reviewer: string | null;
  verdict: 'agree' | 'disagree' | null;
  reason: string | null;
  labels: JSONColumnType<
    readonly LabelledSentence[] | null,
    string | null | undefined,
    string | null
  >;
  looked_at: Date | null;
}
