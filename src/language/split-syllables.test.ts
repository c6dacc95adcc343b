import { expect, test } from 'vitest';

import { splitSyllables } from './split-syllables.ts';

test.each([
  ['hoangsatruongsa', 'hoang sa truong sa'],
  ['biendong', 'bien dong'],
  ['danang', 'da nang'],
  ['vietnam', 'viet nam'],
  ['trunganh', 'trung anh'],
  ['quochoi', 'quoc hoi'],
  ['', ''],
])('%s → %s', (run, expected) => {
  expect(splitSyllables(run)).toEqual(expected === '' ? [] : expected.split(' '));
});

test.each(['facebook', 'southchinasea', 'x', 'b1', 'sa'.repeat(40)])('%s is not cut', (run) => {
  expect(splitSyllables(run)).toBeNull();
});
