import { describe, expect, test } from 'vitest';
import { bitLimits, differingBits, signHashes, signVectors } from './bit-signatures.ts';

/** Deterministic numbers in −1 to 1. */
function noise(seed: number, size: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

const anything = { half: Infinity, whole: Infinity, expected: 0 };

describe('vectors', () => {
  test.each([0.5, 0.7, 0.8, 0.9])('like ones of cosine about %d are let through', (likeness) => {
    const limits = bitLimits(12, likeness);
    let missed = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const base = noise(seed, 384);
      const other = noise(seed + 10_000, 384);
      const share = Math.sqrt(1 / likeness ** 2 - 1) * 0.99;
      const near = base.map((value, index) => value + share * (other[index] ?? 0));
      if (cosine(base, near) < likeness) continue;
      if (differingBits(signVectors([base, near]), 0, 1, limits) < 0) missed += 1;
    }
    expect(missed).toBeLessThan(4);
  });

  test('unlike ones are not', () => {
    const rows = Array.from({ length: 100 }, (_, seed) => noise(seed * 7 + 1, 384));
    const signatures = signVectors(rows);
    const limits = bitLimits(12, 0.8);
    const near = rows.filter((_, row) => row > 0 && differingBits(signatures, 0, row, limits) >= 0);
    expect(near).toHaveLength(0);
  });

  test('counts bits of any number of dimensions, at most 384', () => {
    expect(signVectors([]).words).toBe(0);
    expect(signVectors([null, null]).words).toBe(0);
    expect(signVectors([null, noise(1, 256)]).words).toBe(8);
    expect(signVectors([noise(1, 1536)]).words).toBe(12);
    const vector = noise(3, 384);
    const opposite = vector.map((value) => -value);
    expect(differingBits(signVectors([vector, opposite, vector]), 0, 1, anything)).toBe(384);
    expect(differingBits(signVectors([vector, opposite, vector]), 0, 2, anything)).toBe(0);
  });
});

test('sets of hashes: the more they share, the fewer bits differ', () => {
  const hashes = (from: number, to: number) =>
    Uint32Array.from({ length: to - from }, (_, index) => Math.imul(from + index, 2_654_435_761));
  const signatures = signHashes([hashes(0, 60), hashes(0, 60), hashes(6, 66), hashes(100, 160)]);
  const bits = [1, 2, 3].map((row) => differingBits(signatures, 0, row, anything));
  expect(bits[0]).toBe(0);
  // acos(.9) / π · 192 = 28 and half of 192.
  expect(bits[1]).toBeGreaterThan(10);
  expect(bits[1]).toBeLessThan(48);
  expect(bits[2]).toBeGreaterThan(70);
});
