import { endpointFailures } from '#ai/endpoint-error.ts';

/** Why the answer of a language model was not asked for or not used: closed codes, stored and shown. */
export const modelCallFailures = [
  ...endpointFailures,
  /** There is nothing to quote. */
  'no_sources',
  /** Not even one passage fits into the tokens of a draft. */
  'over_draft_budget',
  /** The quotes are too long for a short draft. */
  'over_length',
  /** The model found nothing that answers. */
  'nothing_arranged',
  /** What the gate leaves is no whole rebuttal. */
  'gate_refused',
  /** A quote does not speak to the claim as others of the passages do. */
  'stray_quote',
  /** The day's tokens or money are used up. */
  'budget_spent',
  /** The post holds words written to a machine. */
  'instructions_found',
  /** A person has worked on the answer meanwhile, or the post has moved on. */
  'overtaken',
  /** A source ended or changed meanwhile, and without it there is no whole rebuttal. */
  'sources_changed',
  /** The process that asked has died. */
  'interrupted',
  'unexpected',
] as const;
export type ModelCallFailure = (typeof modelCallFailures)[number];

/** Nothing was written by a model: nothing is to be paid. */
const free = new Set<ModelCallFailure>([
  'no_connection',
  'rate_limited',
  'key_refused',
  'bad_status',
  'circuit_open',
]);
/** What may have passed in a minute. */
const passing = new Set<ModelCallFailure>([
  'timeout',
  'no_connection',
  'rate_limited',
  'bad_status',
  'cut_short',
  'circuit_open',
]);

export function isFree(reason: ModelCallFailure): boolean {
  return free.has(reason);
}

export function mayPass(reason: ModelCallFailure): boolean {
  return passing.has(reason);
}
