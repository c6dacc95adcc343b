export interface WeightedPoint {
  readonly x: number;
  /** What the curve should say at `x`. */
  readonly y: number;
  readonly weight: number;
}

interface Block {
  x: number;
  y: number;
  weight: number;
}

/**
 * The rising curve nearest to the points in squared error, by pooling adjacent violators (Barlow et al.
 * 1972), as points of rising x and y. A block that holds less than `leastShare` of all weight is joined
 * to the one before it: a few examples at an end are no evidence for a probability of 0 or 1.
 */
export function fitIsotonic(
  points: readonly WeightedPoint[],
  leastShare = 0.02,
): Array<[x: number, y: number]> {
  const blocks: Block[] = [];
  for (const point of points.toSorted((a, b) => a.x - b.x)) {
    blocks.push({ ...point });
    while (blocks.length > 1 && (blocks.at(-2)?.y ?? 0) >= (blocks.at(-1)?.y ?? 0))
      joinLast(blocks);
  }
  const least = leastShare * blocks.reduce((sum, { weight }) => sum + weight, 0);
  const kept: Block[] = [];
  for (const block of blocks) {
    kept.push({ ...block });
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (before === undefined || last === undefined) continue;
    if (before.weight < least || last.weight < least) joinLast(kept);
  }
  return kept.map(({ x, y }) => [x, y]);
}

function joinLast(blocks: Block[]): void {
  const last = blocks.pop() as Block;
  const before = blocks.pop() as Block;
  const weight = before.weight + last.weight;
  const mean = (name: 'x' | 'y'): number =>
    (before[name] * before.weight + last[name] * last.weight) / weight;
  blocks.push({ x: mean('x'), y: mean('y'), weight });
}
