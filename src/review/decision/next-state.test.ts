import { expect, test } from 'vitest';
import type { Verdict } from '#db/schema/index.ts';
import { nextState, type Obstacle, type ReviewedState } from './next-state.ts';

test.each<[Verdict, Verdict | null, Obstacle | null, ReviewedState]>([
  ['approve', null, null, 'IN_REVIEW'],
  ['return', null, null, 'IN_REVIEW'],
  ['decline', null, null, 'IN_REVIEW'],
  ['approve', 'approve', null, 'APPROVED'],
  ['approve', 'approve', 'first_not_reviewer', 'RETURNED'],
  ['decline', 'decline', null, 'DECLINED'],
  ['return', 'return', null, 'RETURNED'],
  ['approve', 'return', null, 'RETURNED'],
  ['approve', 'decline', null, 'RETURNED'],
  ['decline', 'approve', null, 'RETURNED'],
  ['decline', 'return', null, 'RETURNED'],
])('%s, then %s (%s): %s', (first, second, obstacle, state) => {
  expect(nextState(first, second, obstacle)).toBe(state);
});
