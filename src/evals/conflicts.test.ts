import { expect, test } from 'vitest';
import { isTunedOn, measureConflicts } from './conflicts.ts';

const evidence = 'Tuyến đường Lạc Hà dài 12 km, khánh thành ngày 5 tháng 3 năm 2021.';

test('counts suggestions by label and type and finds the labelled place', () => {
  const measured = measureConflicts([
    {
      id: '1',
      claim: 'Tuyến đường Lạc Hà dài 15 km, khánh thành ngày 5 tháng 3 năm 2021.',
      evidence,
      label: 'REFUTED',
      type: 'number',
      claimSpan: { start: 23, end: 25 },
    },
    { id: '2', claim: evidence, evidence, label: 'SUPPORTED', type: 'same' },
    { id: '3', claim: 'Trời hôm nay đẹp lắm cả nhà ơi.', evidence, label: 'NEI' },
  ]);
  expect(measured.byType['number']).toMatchObject({
    pairs: 1,
    contradicted: 1,
    located: 1,
    kinds: { quantity: 1 },
  });
  expect(measured.byLabel['SUPPORTED']).toMatchObject({ consistent: 1, located: null });
  expect(measured.byLabel['NEI']).toMatchObject({ contradicted: 0, consistent: 0 });
  expect(measured).toMatchObject({
    contradictedPrecision: 1,
    againstSupported: 1,
    consistentPrecision: 1,
  });
});

test('without a suggestion there is no precision', () => {
  expect(measureConflicts([])).toMatchObject({
    contradictedPrecision: null,
    consistentPrecision: null,
    millisecondsPerPair: 0,
  });
});

test('the halves are stable and about even', () => {
  const tuned = Array.from({ length: 1000 }, (_, index) => isTunedOn(`pair-${index}`));
  expect(isTunedOn('pair-0')).toBe(tuned[0]);
  const share = tuned.filter(Boolean).length / tuned.length;
  expect(share).toBeGreaterThan(0.45);
  expect(share).toBeLessThan(0.55);
});
