import { expect, test } from 'vitest';
import { checkBaselines, parseBaselines, updatedBaselines } from './baselines.ts';

const higher = { value: 0.9, margin: 0.02, better: 'higher' } as const;
const lower = { value: 0, margin: 0, better: 'lower' } as const;

test.each([
  { now: 0.95, baseline: higher, ok: true },
  { now: 0.88, baseline: higher, ok: true },
  { now: 0.8799, baseline: higher, ok: false },
  { now: 0, baseline: lower, ok: true },
  { now: 1, baseline: lower, ok: false },
])(
  '$now against $baseline.value (margin $baseline.margin, $baseline.better is better): $ok',
  ({ now, baseline, ok }) => {
    expect(checkBaselines({ m: now }, { m: baseline })).toMatchObject([
      { measure: 'm', value: now, ok },
    ]);
  },
);

test('a baseline nothing measures fails the gate by name', () => {
  expect(() => checkBaselines({ other: 1 }, { gone: higher })).toThrow('nothing measures gone');
});

test('an update keeps margins and directions', () => {
  expect(updatedBaselines({ m: 0.95 }, { m: higher })).toEqual({ m: { ...higher, value: 0.95 } });
});

test.each([
  ['{', 'is not JSON'],
  ['{"m": {"value": 1, "margin": -1, "better": "higher"}}', 'm.margin'],
  ['{"m": {"value": 1, "margin": 0}}', 'm.better'],
])('%s is refused by name', (text, why) => {
  expect(() => parseBaselines(text, 'baselines.json')).toThrow(why);
});
