import type { Calibration } from './calibrate.ts';
import type { TextFeatures } from './features.ts';
import type { FusionWeights } from './fuse.ts';
import fitted from './model-settings.json' with { type: 'json' };

/** What the ranker weighs. */
export const rankingNames = [
  'cosine',
  'lexical',
  'marked',
  'grams',
  'numbersMissing',
  'namesMissing',
] as const satisfies ReadonlyArray<'cosine' | 'lexical' | keyof TextFeatures>;

/** Linear ranker over the best fused candidates, fitted on pairs of a right and a wrong one. */
export type RankingWeights = Readonly<Record<(typeof rankingNames)[number], number>>;

/** What was measured for one embedding model; another model's cosines mean something else. */
export interface ModelSettings {
  readonly fusion: FusionWeights;
  readonly ranking: RankingWeights;
  readonly calibration: Calibration;
  /** A match below this probability is no match: the outcome is NO_POSITION. */
  readonly threshold: number;
}

interface FittedSettings extends Omit<ModelSettings, 'calibration'> {
  readonly calibration: Omit<Calibration, 'curve'> & { readonly curve: readonly number[][] };
}

/** The weight of fusion by hand from `evals/TRIED.md`, the rest written by `evals/fit-ranking.ts`. */
const measured: Readonly<Record<string, FittedSettings>> = fitted;

const nothing = { marked: 0, grams: 0, numbersMissing: 0, namesMissing: 0 };

/**
 * A model nobody has measured yet: fusion ranks, and `Infinity` keeps every match out of reach of the
 * threshold, because an uncalibrated score must never pass for a confident one.
 */
const unmeasured: ModelSettings = {
  fusion: { lexicalWeight: 0.005 },
  ranking: { cosine: 1, lexical: 0.005, ...nothing },
  calibration: {
    bias: Number.NEGATIVE_INFINITY,
    weights: { cosine: 0, coverage: 0, lead: 0, rivalLead: 0, prominence: 0, ...nothing },
    curve: [],
  },
  threshold: Number.POSITIVE_INFINITY,
};

export function settingsOf(modelName: string | null): ModelSettings {
  const known = modelName === null ? undefined : measured[modelName];
  if (known === undefined) return unmeasured;
  const curve = known.calibration.curve.map(([from = 0, to = 0]) => [from, to] as const);
  return { ...known, calibration: { ...known.calibration, curve } };
}
