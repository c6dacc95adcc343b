/** Proposed until `approved_at`, in force until `withdrawn_at`. */
export interface VersionAlignmentTable {
  id: string;
  left_version: string;
  right_version: string;
  created_by: string;
  created_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
}

export interface PassageAlignmentTable {
  alignment_id: string;
  left_passage: number;
  right_passage: number;
  /** How likely one is the translation of the other, 0 to 1. */
  score: number;
}
