import { expect, test } from 'vitest';
import { sliceCodePoints } from '#language/code-points.ts';
import { makePairs } from './make-pairs.ts';

const passages = [
  {
    id: 'a',
    text: '😀 Ngày 5 tháng 3 năm 2021, tuyến đường ở Lạc Hà dài 12 km được khánh thành, phục vụ 1.200 hộ dân.',
  },
  {
    id: 'b',
    text: 'Theo Cao Lĩnh, mọi hộ dân ở Bình Khê đều được bồi thường 30 triệu đồng trong hai năm.',
  },
  {
    id: 'c',
    text: 'Người dân ở Đồng Mây đã sử dụng cầu treo do Chính phủ xây dựng suốt 3 tháng qua.',
  },
];

test('every perturbed claim differs from its sentence in the labelled span only', () => {
  const pairs = makePairs(passages, { seed: 1, perType: 10 });
  const perturbed = pairs.filter(
    (pair) => pair.label === 'REFUTED' && !pair.type.endsWith('_restated'),
  );
  expect(new Set(perturbed.map((pair) => pair.type))).toEqual(
    new Set(['number', 'date', 'negation', 'entity', 'quantifier', 'unit', 'attribution']),
  );
  for (const { claim, evidence, claimSpan, evidenceSpan } of perturbed) {
    const removed = sliceCodePoints(evidence, evidenceSpan?.start ?? 0, evidenceSpan?.end ?? 0);
    const restored =
      sliceCodePoints(claim, 0, claimSpan?.start ?? 0) +
      removed +
      sliceCodePoints(claim, claimSpan?.end ?? 0);
    expect(evidence).toContain(restored);
    expect(evidence).not.toContain(claim);
  }
});

test('a perturbed claim comes restated too, without a span', () => {
  const restated = makePairs(passages, { seed: 1, perType: 10 }).filter((pair) =>
    pair.type.endsWith('_restated'),
  );
  expect(restated.length).toBeGreaterThan(0);
  expect(restated.every((pair) => pair.label === 'REFUTED' && pair.claimSpan === null)).toBe(true);
});

test('controls are labelled SUPPORTED and have no span', () => {
  const controls = makePairs(passages, { seed: 1, perType: 10 }).filter(
    (pair) => pair.label === 'SUPPORTED',
  );
  expect(controls.map((pair) => pair.type)).toEqual(
    expect.arrayContaining([
      'same',
      'folded',
      'upper',
      'chatter',
      'grouped',
      'date_format',
      'converted',
    ]),
  );
  expect(controls.every((pair) => pair.claimSpan === null)).toBe(true);
  expect(controls.find((pair) => pair.type === 'converted')?.claim).toContain('12.000 m ');
});

test('the same seed gives the same pairs, another seed others, and no type exceeds its number', () => {
  const options = { seed: 7, perType: 2 };
  expect(makePairs(passages, options)).toEqual(makePairs(passages, options));
  expect(makePairs(passages, { ...options, seed: 8 })).not.toEqual(makePairs(passages, options));
  const counts = Map.groupBy(makePairs(passages, options), (pair) => pair.type);
  expect(Math.max(...Array.from(counts.values(), (group) => group.length))).toBeLessThanOrEqual(2);
  expect(makePairs([], options)).toEqual([]);
});
