/** An example by the names of its features; those not named are 0. */
export interface SparseExample {
  readonly features: ReadonlyMap<string, number>;
  readonly positive: boolean;
  /** How much it counts. */
  readonly weight: number;
  /** Examples of one group share their wording: a feature counts once for all of them. */
  readonly group: string;
}

export interface SparseModel {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const rounds = 300;
const rate = 0.3;
/** Features of a single group say nothing about other texts. */
const minGroups = 2;

/**
 * Logistic regression with an L2 penalty λ/2·Σw² (the bias is free), by gradient descent on all examples
 * with AdaGrad steps (Duchi, Hazan & Singer 2011). Deterministic: no sampling, no random start.
 */
export function fitSparseLogistic(examples: readonly SparseExample[], lambda: number): SparseModel {
  const names = sharedFeatures(examples);
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, positive, weight }) => ({
    target: positive ? 1 : 0,
    weight,
    entries: [...features].flatMap(([name, value]): [number, number][] => {
      const at = index.get(name);
      return at === undefined ? [] : [[at, value]];
    }),
  }));
  // The last place is the bias.
  const size = names.length;
  const beta = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(1e-8);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = beta.map((value, at) => (at === size ? 0 : lambda * value));
    for (const { target, weight, entries } of rows) {
      let odds = beta[size] ?? 0;
      for (const [at, value] of entries) odds += (beta[at] ?? 0) * value;
      const error = weight * (1 / (1 + Math.exp(-odds)) - target);
      for (const [at, value] of entries) gradient[at] = (gradient[at] ?? 0) + error * value;
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (const [at, slope] of gradient.entries()) {
      squares[at] = (squares[at] ?? 0) + slope * slope;
      beta[at] = (beta[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
  return {
    bias: beta[size] ?? 0,
    weights: new Map(names.map((name, at) => [name, beta[at] ?? 0])),
  };
}

/** log-odds = bias + Σ weight·value. */
export function sparseLogOdds(model: SparseModel, features: ReadonlyMap<string, number>): number {
  let odds = model.bias;
  for (const [name, value] of features) odds += value * (model.weights.get(name) ?? 0);
  return odds;
}

function sharedFeatures(examples: readonly SparseExample[]): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { features, group } of examples) {
    for (const name of features.keys()) {
      const seen = groups.get(name) ?? new Set();
      groups.set(name, seen.add(group));
    }
  }
  return [...groups]
    .filter(([, seen]) => seen.size >= minGroups)
    .map(([name]) => name)
    .toSorted();
}
