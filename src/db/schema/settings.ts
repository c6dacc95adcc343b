/** One proposed match threshold; in force once approved and not replaced by another approved one. */
export interface ThresholdDecisionTable {
  id: string;
  model_name: string;
  /** Probability, 0 to 1. */
  threshold: number;
  reason: string;
  /** The decision in force when this one was proposed; null: the shipped value. */
  replaces: string | null;
  created_by: string;
  created_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
}
