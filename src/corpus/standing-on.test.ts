import { expect, test } from 'vitest';
import { type StandingDates, standingOn, type StandingState } from './standing-on.ts';

const version: StandingDates = {
  status: 'approved',
  valid_from: '2024-01-01',
  valid_to: null,
  superseded_on: null,
  withdrawn_on: null,
};

test.each<[string, Partial<StandingDates>, string, StandingState, string | null, string | null]>([
  ['a draft, whatever its dates', { status: 'draft' }, '2024-06-01', 'draft', null, null],
  ['discarded', { status: 'discarded' }, '2024-06-01', 'discarded', null, null],
  ['the day before its first', {}, '2023-12-31', 'not_yet', null, '2024-01-01'],
  ['its first day', {}, '2024-01-01', 'in_force', '2024-01-01', null],
  ['far on, no end known', {}, '9999-12-31', 'in_force', '2024-01-01', null],
  [
    'its last day',
    { valid_to: '2024-06-01' },
    '2024-05-31',
    'in_force',
    '2024-01-01',
    '2024-06-01',
  ],
  ['its term is over', { valid_to: '2024-06-01' }, '2024-06-01', 'expired', '2024-06-01', null],
  [
    'it has a successor',
    { superseded_on: '2024-06-01', valid_to: '2025-01-01' },
    '2025-06-01',
    'superseded',
    '2024-06-01',
    null,
  ],
  [
    'withdrawn before its successor',
    { withdrawn_on: '2024-05-01', superseded_on: '2024-06-01' },
    '2024-07-01',
    'withdrawn',
    '2024-05-01',
    null,
  ],
  [
    'withdrawn after its successor',
    { withdrawn_on: '2024-07-01', superseded_on: '2024-06-01' },
    '2024-08-01',
    'superseded',
    '2024-06-01',
    null,
  ],
  [
    'every end on one day',
    { withdrawn_on: '2024-06-01', superseded_on: '2024-06-01', valid_to: '2024-06-01' },
    '2024-06-01',
    'withdrawn',
    '2024-06-01',
    null,
  ],
  [
    'a successor on the day its term is over',
    { superseded_on: '2024-06-01', valid_to: '2024-06-01' },
    '2024-06-01',
    'superseded',
    '2024-06-01',
    null,
  ],
  [
    'withdrawn before it began',
    { withdrawn_on: '2023-06-01' },
    '2023-07-01',
    'withdrawn',
    '2023-06-01',
    null,
  ],
  [
    'before a withdrawal that came before it began',
    { withdrawn_on: '2023-06-01' },
    '2023-05-01',
    'not_yet',
    null,
    '2024-01-01',
  ],
])('%s', (_, changes, day, state, since, until) => {
  expect(standingOn({ ...version, ...changes }, day)).toEqual({ state, since, until });
});
