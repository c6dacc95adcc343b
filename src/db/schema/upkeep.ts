import type { JSONColumnType } from 'kysely';

export interface PassageCheckedTable {
  passage_id: number;
  checked_at: Date;
}

/** A place where two passages differ; offsets are code points into each passage's text. */
export interface FindingConflict {
  readonly kind: string;
  readonly left: { readonly start: number; readonly end: number; readonly text: string };
  readonly right: { readonly start: number; readonly end: number; readonly text: string };
}

export interface CorpusFindingTable {
  id: string;
  kind: 'near_duplicate' | 'contradiction';
  left_passage: number;
  right_passage: number;
  /** Near-duplicate: likeness of the texts, 0 to 1; contradiction: cosine of the passages. */
  score: number;
  /** Empty for a near-duplicate. */
  details: JSONColumnType<readonly FindingConflict[]>;
  found_at: Date;
  dismissed_by: string | null;
  dismissed_at: Date | null;
  dismissal_reason: string | null;
}
