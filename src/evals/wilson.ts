import type { Interval } from '#evaluations/index.ts';

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval (1927) of a share: it stays inside 0..1 and tells something where nothing, or
 * everything, was counted. Without trials it is 0 to 1.
 */
export function wilsonInterval(count: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = count / trials;
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  const centre = share + Z ** 2 / (2 * trials);
  const scale = 1 + Z ** 2 / trials;
  return {
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
