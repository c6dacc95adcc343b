import type { Outcome } from './posts.ts';
import type { SentenceLabel, Verdict } from './queue.ts';

/** A post in review, and since when its newest draft has been. */
export interface WaitingItemView {
  item_id: string;
  post_id: string;
  round: number;
  waiting_since: Date;
}

/** A draft that two people have judged. */
export interface DecidedDraftView {
  draft_id: string;
  post_id: string;
  /** By the second. */
  decided_at: Date;
  /** Null for one submitted before that was kept. */
  submitted_at: Date | null;
  /** `approved`: an approval came of it, whatever became of that. */
  result: 'approved' | 'declined' | 'returned';
  first_verdict: Verdict;
  second_verdict: Verdict;
}

/** A draft from its submission for review on. */
export interface ReviewWaitView {
  draft_id: string;
  submitted_at: Date;
  /** Two had judged it, or it was replaced; null: it is in review still. */
  ended_at: Date | null;
}

/** What two people said of one sentence; ordinal 0 is the headline. */
export interface LabelPairView {
  draft_id: string;
  ordinal: number;
  decided_at: Date;
  first_label: SentenceLabel;
  second_label: SentenceLabel;
}

export interface AnsweredPostView {
  approval_id: string;
  post_id: string;
  approved_at: Date;
  /** Its first submission. */
  submitted_at: Date;
}

export interface AnalysedClaimView {
  claim_id: string;
  post_id: string;
  analysed_at: Date;
  /** As it is now. */
  outcome: Outcome;
}

export interface AnalysedPostView {
  post_id: string;
  analysed_at: Date;
  /** It has a draft, or reused an answer. */
  answered: boolean;
}

export interface GoldenReadingView {
  decision_id: string;
  person: string;
  decided_at: Date;
  right_verdict: boolean;
  /** 0 to 1. */
  right_labels: number;
}

/** An approval chosen for a third look. */
export interface SampledApprovalView {
  approval_id: string;
  chosen_at: Date;
  looked_at: Date | null;
  verdict: 'agree' | 'disagree' | null;
}
