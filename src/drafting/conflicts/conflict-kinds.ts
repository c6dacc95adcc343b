import type { TextSpan } from '#language/sentences.ts';

/** In what a claim and a passage differ; a closed list the user interface has words for. */
export type ConflictKind =
  | 'number'
  | 'quantity'
  | 'date'
  | 'order'
  | 'name'
  | 'attribution'
  | 'negation'
  | 'quantifier'
  | 'comparison';

export interface ValueConflict {
  readonly kind: ConflictKind;
  /** Offsets are code points into the claim text and the passage text as given. */
  readonly claim: TextSpan;
  readonly passage: TextSpan;
}

/** The bare span of a value, without what was read from it. */
export function span({ start, end, text }: TextSpan): TextSpan {
  return { start, end, text };
}
