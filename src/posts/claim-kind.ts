/** What a claim is; only `factual` is checkable. */
export type ClaimKind =
  | 'factual'
  | 'opinion'
  | 'criticism'
  | 'question'
  | 'prediction'
  | 'satire'
  | 'call_to_action'
  | 'prayer'
  | 'exclamation'
  | 'too_short'
  | 'other';
