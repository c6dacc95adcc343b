import { expect, test } from 'vitest';
import type { LanguageCentroids } from '#ai/ports.ts';
import { centre, meanOf } from './centre.ts';

const centroids: LanguageCentroids = {
  common: Float32Array.of(0.25, 0.25),
  languages: new Map([['vi', Float32Array.of(0.5, 0)]]),
};

test('a vector less its mean has length one', () => {
  const centred = centre(Float32Array.of(0.8, 0.6), Float32Array.of(0.5, 0.2));
  expect(centred[0]).toBeCloseTo(0.6);
  expect(centred[1]).toBeCloseTo(0.8);
});

test('two texts of one meaning meet once each has lost its language', () => {
  const vi = Float32Array.of(0.1 + 0.9, -0.2, 0.3);
  const en = Float32Array.of(0.1, -0.2 + 0.9, 0.3);
  const a = centre(vi, Float32Array.of(0.9, 0, 0));
  const b = centre(en, Float32Array.of(0, 0.9, 0));
  a.forEach((value, index) => expect(value).toBeCloseTo(b[index] ?? Number.NaN));
});

test('without a mean a vector stays as it is', () => {
  const vector = Float32Array.of(0.6, 0.8);
  expect(centre(vector, undefined)).toBe(vector);
});

test('a vector that is its own mean stays as it is instead of becoming noise', () => {
  const vector = Float32Array.of(0.6, 0.8);
  expect(centre(vector, Float32Array.of(0.6, 0.8))).toBe(vector);
});

test.each([
  ['vi', [0.5, 0]],
  ['sw', [0.25, 0.25]],
  ['und', [0.25, 0.25]],
])('the mean for %s', (language, expected) => {
  expect([...(meanOf(centroids, language) ?? [])]).toEqual(expected);
});

test('a model without means has none for any language', () => {
  expect(meanOf(undefined, 'vi')).toBeUndefined();
});
