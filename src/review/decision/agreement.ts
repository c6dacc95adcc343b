/** How often the first reviewer said `first` and the second said `second` of the same thing. */
export interface AgreementCell {
  readonly first: string;
  readonly second: string;
  readonly count: number;
}

export interface Agreement {
  /** Things that both judged. */
  readonly pairs: number;
  /** Share of them judged alike, 0 to 100; null without any. */
  readonly percent: number | null;
  /** Cohen's κ, -1 to 1; null where chance alone explains all there is: no pairs, or one answer to all. */
  readonly kappa: number | null;
  /** Of κ, for large samples; null as κ. */
  readonly standardError: number | null;
  /** Fewer than 30 pairs: neither κ nor its error says much. */
  readonly few: boolean;
}

/** Below this the normal approximation behind the standard error is not to be relied on. */
const enoughPairs = 30;

/**
 * Agreement of two raters: the observed share p, and κ = (p − e) / (1 − e) with e the share that their
 * separate frequencies would give by chance; standard error √(p(1 − p) / (n(1 − e)²)).
 * J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement
 * 20 (1960), 37–46.
 */
export function agreementOf(cells: readonly AgreementCell[]): Agreement {
  const pairs = cells.reduce((sum, { count }) => sum + count, 0);
  const few = pairs < enoughPairs;
  if (pairs === 0) return { pairs, percent: null, kappa: null, standardError: null, few };
  const ofFirst = new Map<string, number>();
  const ofSecond = new Map<string, number>();
  let alike = 0;
  for (const { first, second, count } of cells) {
    ofFirst.set(first, (ofFirst.get(first) ?? 0) + count);
    ofSecond.set(second, (ofSecond.get(second) ?? 0) + count);
    if (first === second) alike += count;
  }
  // Whole numbers as long as possible: a chance of exactly one is not missed by rounding.
  let chance = 0;
  for (const [answer, count] of ofFirst) chance += count * (ofSecond.get(answer) ?? 0);
  const observed = alike / pairs;
  const percent = observed * 100;
  if (chance === pairs * pairs) return { pairs, percent, kappa: null, standardError: null, few };
  const expected = chance / (pairs * pairs);
  return {
    pairs,
    percent,
    kappa: (observed - expected) / (1 - expected),
    standardError: Math.sqrt((observed * (1 - observed)) / pairs) / (1 - expected),
    few,
  };
}
