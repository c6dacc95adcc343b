import type { Verdict } from '#db/schema/index.ts';

export type ReviewedState = 'IN_REVIEW' | 'APPROVED' | 'RETURNED' | 'DECLINED';

/** Why two approvals make none: a closed list. */
export const obstacles = [
  'first_not_reviewer',
  'first_had_part',
  'one_person',
  'source_ended',
  'review_by_passed',
] as const;
export type Obstacle = (typeof obstacles)[number];

/**
 * Where a draft goes. One verdict, whatever it is, waits for another person's; two of one mind decide,
 * unless something stands in the way of an approval; two who differ send it back to its drafters.
 */
export function nextState(
  first: Verdict,
  second: Verdict | null,
  obstacle: Obstacle | null = null,
): ReviewedState {
  if (second === null) return 'IN_REVIEW';
  if (first !== second || first === 'return' || obstacle !== null) return 'RETURNED';
  return first === 'approve' ? 'APPROVED' : 'DECLINED';
}
