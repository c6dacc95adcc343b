/** Bounds of a 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile bootstrap (Efron 1979): `statistic` over `resamples` samples drawn with replacement.
 * The same items and seed give the same interval on every machine.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  { resamples = 1000, seed = 20_230_615 }: { resamples?: number; seed?: number } = {},
): Interval {
  const random = mulberry32(seed);
  const values = Array.from({ length: resamples }, () =>
    statistic(items.map(() => items[Math.floor(random() * items.length)] as T)),
  )
    .filter((value) => !Number.isNaN(value))
    .toSorted((a, b) => a - b);
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/** Linear interpolation between order statistics; NaN without values. `sorted` ascends. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** Numbers in 0..1 from a 32-bit state (Mulberry32, Tommy Ettinger, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
