import type { Calibration } from './calibrate.ts';
import type { FusionWeights } from './fuse.ts';
import fitted from './model-settings.json' with { type: 'json' };

/** What was measured for one embedding model; another model's cosines mean something else. */
export interface ModelSettings {
  readonly fusion: FusionWeights;
  readonly calibration: Calibration;
  /** A match below this probability is no match: the outcome is NO_POSITION. */
  readonly threshold: number;
}

/** Weights by hand from `evals/README.md`, the rest written by `evals/fit-calibration.ts`. */
const measured: Readonly<Record<string, ModelSettings>> = fitted;

/**
 * A model nobody has measured yet: fusion still ranks, and `Infinity` keeps every match out of reach of
 * the threshold, because an uncalibrated score must never pass for a confident one.
 */
const unmeasured: ModelSettings = {
  fusion: { lexicalWeight: 0.005 },
  calibration: { bias: Number.NEGATIVE_INFINITY, cosine: 0, coverage: 0, lead: 0, prominence: 0 },
  threshold: Number.POSITIVE_INFINITY,
};

export function settingsOf(modelName: string | null): ModelSettings {
  return (modelName === null ? undefined : measured[modelName]) ?? unmeasured;
}
