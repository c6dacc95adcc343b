import { bootstrapInterval, type Interval, mulberry32 } from './bootstrap.ts';
import { mean } from './metrics.ts';

export interface PairedResult extends Interval {
  /** Mean of the differences. */
  readonly difference: number;
  /** Two-sided; how often chance alone would make the mean difference at least as large. */
  readonly pValue: number;
}

/**
 * Compares two systems by their differences on the same queries: a paired randomisation test (Fisher;
 * Smucker, Allan & Carterette 2007), which flips signs at random, and a paired bootstrap 95 % interval.
 * Deterministic. The p-value counts the observed assignment itself, so it is never 0.
 */
export function pairedTest(
  differences: readonly number[],
  { rounds = 10_000, seed = 20_230_615 }: { rounds?: number; seed?: number } = {},
): PairedResult {
  const difference = mean(differences);
  const moved = differences.filter((value) => value !== 0);
  const observed = Math.abs(moved.reduce((sum, value) => sum + value, 0));
  const random = mulberry32(seed);
  let extreme = 1;
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0;
    for (const value of moved) sum += random() < 0.5 ? value : -value;
    // Sums of the same numbers in another order differ in the last bits.
    if (Math.abs(sum) >= observed - 1e-9) extreme += 1;
  }
  return { difference, pValue: extreme / (rounds + 1), ...bootstrapInterval(differences, mean) };
}
