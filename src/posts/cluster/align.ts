import type { NearToken } from './near-text.ts';

/** A place where two texts differ: tokens `from` (inclusive) to `to` (exclusive) of each; one may be empty. */
export interface Difference {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

export interface Alignment {
  readonly differences: readonly Difference[];
  /** Tokens that stand on both sides, as indices. */
  readonly pairs: ReadonlyArray<readonly [left: number, right: number]>;
}

/** Cells of the table at most: 2,000 by 2,000 tokens beyond what begins and ends alike, about 20 ms. */
const mostCells = 4_000_000;

/** Longest common subsequence by folded tokens; null when what lies between is too long to compare. */
export function align(left: readonly NearToken[], right: readonly NearToken[]): Alignment | null {
  const same = (i: number, j: number): boolean => left[i]?.folded === right[j]?.folded;
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(left.length - 1 - tail, right.length - 1 - tail)) tail += 1;
  const [height, width] = [left.length - head - tail, right.length - head - tail];
  if ((height + 1) * (width + 1) > mostCells) return null;
  const between = commonBetween(height, width, (i, j) => same(head + i, head + j));
  const pairs = [
    ...Array.from({ length: head }, (_, at) => [at, at] as const),
    ...between.map(([i, j]) => [head + i, head + j] as const),
    ...Array.from({ length: tail }, (_, at) => {
      return [left.length - tail + at, right.length - tail + at] as const;
    }),
  ];
  return { pairs, differences: gaps(pairs, left.length, right.length) };
}

function commonBetween(
  height: number,
  width: number,
  same: (i: number, j: number) => boolean,
): Array<readonly [number, number]> {
  const row = width + 1;
  const longest = new Uint16Array((height + 1) * row);
  const at = (i: number, j: number): number => longest[i * row + j] as number;
  for (let i = height - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      longest[i * row + j] = same(i, j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Array<readonly [number, number]> = [];
  let [i, j] = [0, 0];
  while (i < height && j < width) {
    if (same(i, j)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function gaps(
  pairs: ReadonlyArray<readonly [number, number]>,
  height: number,
  width: number,
): Difference[] {
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  for (const [left, right] of [...pairs, [height, width] as const]) {
    if (left > i || right > j) found.push({ left: [i, left], right: [j, right] });
    [i, j] = [left + 1, right + 1];
  }
  return found;
}
