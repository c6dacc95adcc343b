import { checkabilityFeatures } from './checkability-features.ts';
import type { CheckabilityInput } from './checkability-rules.ts';
import fitted from './checkability-model.json' with { type: 'json' };

const weights = new Map<string, number>(Object.entries(fitted.weights));

/**
 * Log-odds that a claim is a statement of fact rather than opinion or everyday talk, by logistic
 * regression on `checkabilityFeatures`; `evals/fit-checkability.ts` writes the weights.
 */
export function checkabilityScore(claim: CheckabilityInput): number {
  let odds = fitted.bias;
  for (const [name, value] of checkabilityFeatures(claim)) odds += value * (weights.get(name) ?? 0);
  return odds;
}

export const checkabilityThresholds: { readonly pass: number; readonly sure: number } =
  fitted.thresholds;
