/** Explanatory numbers of one example, in a fixed order, and whether it is true. */
export interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
  /** How much it counts; 1 unless a class or a data set is to be balanced. */
  readonly weight?: number;
}

/** log-odds = bias + Σ weightsᵢ·featuresᵢ. */
export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani &
 * Friedman 2009, 4.4.1) with an L2 penalty λ/2·Σw² on standardised features; the bias is free.
 * Deterministic. The result is in the features' own units.
 */
export function fitLogistic(examples: readonly Example[], lambda = 1): LogisticModel {
  const size = examples[0]?.features.length ?? 0;
  const scales = Array.from({ length: size }, (_, index) => spread(examples, index));
  const rows = examples.map(({ features }) => [
    1,
    ...features.map(
      (value, index) => (value - at(scales, index).mean) / at(scales, index).deviation,
    ),
  ]);
  let beta = Array.from({ length: size + 1 }, () => 0);
  for (let round = 0; round < 50; round += 1) {
    const step = solve(...newtonSystem(rows, examples, beta, lambda));
    beta = beta.map((value, index) => value + at(step, index));
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  const weights = scales.map(({ deviation }, index) => at(beta, index + 1) / deviation);
  const shift = scales.reduce((sum, scale, index) => sum + scale.mean * at(weights, index), 0);
  return { bias: at(beta, 0) - shift, weights };
}

export function logisticProbability(model: LogisticModel, features: readonly number[]): number {
  const logit = features.reduce(
    (sum, value, index) => sum + value * at(model.weights, index),
    model.bias,
  );
  return 1 / (1 + Math.exp(-logit));
}

/** The Hessian and the gradient of the penalised log-likelihood at `beta`. */
function newtonSystem(
  rows: readonly number[][],
  examples: readonly Example[],
  beta: readonly number[],
  lambda: number,
): [matrix: number[][], vector: number[]] {
  const size = beta.length;
  // One flat array, and only the half above the diagonal: hundreds of features are otherwise minutes.
  const hessian = new Float64Array(size * size);
  const gradient = beta.map((value, index) => (index === 0 ? 0 : -lambda * value));
  for (const [position, row] of rows.entries()) {
    const { positive, weight = 1 } = at(examples, position);
    let logit = 0;
    for (let index = 0; index < size; index += 1) logit += at(row, index) * at(beta, index);
    const probability = 1 / (1 + Math.exp(-logit));
    const slope = weight * Math.max(probability * (1 - probability), 1e-9);
    const residual = weight * ((positive ? 1 : 0) - probability);
    for (let index = 0; index < size; index += 1) {
      const value = at(row, index);
      gradient[index] = at(gradient, index) + residual * value;
      const scaled = slope * value;
      const line = index * size;
      for (let other = index; other < size; other += 1) {
        hessian[line + other] = (hessian[line + other] ?? 0) + scaled * at(row, other);
      }
    }
  }
  const matrix = beta.map((_, index) =>
    beta.map(
      (__, other) =>
        (hessian[Math.min(index, other) * size + Math.max(index, other)] ?? 0) +
        (index === other && index > 0 ? lambda : 0),
    ),
  );
  return [matrix, gradient];
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: number[][], vector: number[]): number[] {
  const size = vector.length;
  const rows = matrix.map((row, index) => [...row, at(vector, index)]);
  for (let column = 0; column < size; column += 1) {
    const rest = rows
      .slice(column)
      .toSorted((a, b) => Math.abs(at(b, column)) - Math.abs(at(a, column)));
    rows.splice(column, size, ...rest);
    const pivot = at(rows, column);
    for (const row of rows.slice(column + 1)) {
      const factor = at(row, column) / at(pivot, column);
      for (let index = column; index <= size; index += 1)
        row[index] = at(row, index) - factor * at(pivot, index);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let index = size - 1; index >= 0; index -= 1) {
    const row = at(rows, index);
    const known = solution.reduce(
      (sum, value, other) => sum + (other > index ? value * at(row, other) : 0),
      0,
    );
    solution[index] = (at(row, size) - known) / at(row, index);
  }
  return solution;
}

function spread(examples: readonly Example[], index: number) {
  const values = examples.map(({ features }) => at(features, index));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** An element that is there by construction. */
function at<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}
