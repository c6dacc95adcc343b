import { expect, test } from 'vitest';
import { supersessionUnits } from './supersession-units.ts';

const version = (id: string, document: string, ...supersedes: string[]) => ({
  id,
  document_id: document,
  supersedes,
});

test.each([
  ['alone each', [version('1', 'a'), version('2', 'b')], [['1'], ['2']]],
  [
    'of one document',
    [version('1', 'a'), version('2', 'b'), version('3', 'a')],
    [['1', '3'], ['2']],
  ],
  ['one after the other', [version('1', 'a'), version('2', 'b', 'a')], [['1', '2']]],
  [
    'in a circle',
    [version('1', 'a', 'b'), version('2', 'b', 'c'), version('3', 'c', 'a')],
    [['1', '2', '3']],
  ],
  ['of what is not among them', [version('1', 'a', 'x'), version('2', 'b', 'x')], [['1'], ['2']]],
  [
    'of two chains',
    [version('1', 'a'), version('2', 'b', 'a'), version('3', 'c'), version('4', 'd', 'c')],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['none', [], []],
])('versions %s', (_what, versions, units) => {
  expect(supersessionUnits(versions)).toEqual(units);
});
