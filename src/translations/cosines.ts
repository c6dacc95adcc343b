interface WithVector {
  readonly vector: Float32Array | null;
}

/**
 * The cosine of the sums of the vectors of [leftFrom, leftTo) and [rightFrom, rightTo), each of length
 * one; null where one has none. Each pair is multiplied once.
 */
export function cosinesBetween(
  left: readonly WithVector[],
  right: readonly WithVector[],
): (leftFrom: number, leftTo: number, rightFrom: number, rightTo: number) => number | null {
  const known = left.map(() => new Map<number, number>());
  const between = (row: number, column: number): number => {
    const cosine = known[row]?.get(column);
    if (cosine !== undefined) return cosine;
    const [a, b] = [left[row]?.vector, right[column]?.vector];
    const found = a == null || b == null || a.length !== b.length ? MISSING : dot(a, b);
    known[row]?.set(column, found);
    return found;
  };
  return (leftFrom, leftTo, rightFrom, rightTo) => {
    let sum = 0;
    for (let row = leftFrom; row < leftTo; row += 1) {
      for (let column = rightFrom; column < rightTo; column += 1) {
        const cosine = between(row, column);
        if (cosine === MISSING) return null;
        sum += cosine;
      }
    }
    if (leftTo - leftFrom === 1 && rightTo - rightFrom === 1) return sum;
    return sum / (lengthOfSum(left, leftFrom, leftTo) * lengthOfSum(right, rightFrom, rightTo));
  };
}

/** No cosine is this small. */
const MISSING = -2;

function lengthOfSum(run: readonly WithVector[], from: number, to: number): number {
  let square = to - from;
  for (let one = from; one < to; one += 1) {
    for (let other = one + 1; other < to; other += 1) {
      const [a, b] = [run[one]?.vector, run[other]?.vector];
      if (a != null && b != null) square += 2 * dot(a, b);
    }
  }
  return Math.sqrt(Math.max(square, Number.EPSILON));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
