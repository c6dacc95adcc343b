import { likenessBetween, type ReadPassage, textEnds } from './likeness.ts';

/** Runs of passages that say the same; indices into the block, `…To` excluded. */
export interface Bead {
  readonly leftFrom: number;
  readonly leftTo: number;
  readonly rightFrom: number;
  readonly rightTo: number;
  /** 0 to 1. */
  readonly score: number;
}

/** How many passages of each side a bead may hold; [1, 0] and [0, 1] leave one out. */
const SHAPES = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
] as const;
/**
 * A likeness below this is worse than no translation at all. Of the 31 parts of the Universal
 * Declaration in Vietnamese, English and Chinese, without their headings, 0.3 and 0.4 pair each with
 * its own; with parts left out on one side 0.3 loses fewer.
 */
const LEAST_LIKENESS = 0.3;
/** A passage is joined only when the likeness rises by more than this. */
const JOIN_COST = 0.02;
/** Passages of which no two are this much alike are not joined; a third of a text has 0.25. */
const WORTH_JOINING = 0.1;
/** Blocks of more cells are aligned near the line on which both texts are equally far. */
const MAX_CELLS = 250_000;
const BAND = 40;

/**
 * The monotone alignment of two runs of passages whose beads are most alike together, by dynamic
 * programming. `ratio`: code points of the right text for one of the left.
 */
export function alignBlock(
  left: readonly ReadPassage[],
  right: readonly ReadPassage[],
  ratio: number,
): Bead[] {
  if (left.length === 0 || right.length === 0) return [];
  const likeness = likenessBetween(left, right, ratio);
  const rows = bandOf(left, right).map(({ from, to }) => new Row(from, to));
  const gainOf = (index: number, row: number, column: number, best: number): number => {
    const [height, width] = SHAPES[index] ?? [1, 1];
    const before = rows[row - height]?.gainAt(column - width) ?? -Infinity;
    if (before === -Infinity || height * width === 0) return before;
    const single = height * width === 1;
    if (!single && !anyAlike(rows, row - height, row, column - width, column)) return -Infinity;
    const cost = LEAST_LIKENESS + JOIN_COST * (height + width - 2);
    const needed = best - before + cost;
    const floor = single ? Math.min(needed, WORTH_JOINING) : needed;
    const alike = likeness(row - height, row, column - width, column, floor);
    if (single) rows[row]?.setSingle(column, alike);
    return before + alike - cost;
  };
  for (const [row, line] of rows.entries()) {
    for (let column = line.from; column <= line.to; column += 1) {
      if (row === 0 && column === 0) {
        line.set(column, 0, 0);
        continue;
      }
      let best = -Infinity;
      let chosen = 0;
      for (let index = 0; index < SHAPES.length; index += 1) {
        const gain = gainOf(index, row, column, best);
        if (gain <= best) continue;
        best = gain;
        chosen = index;
      }
      line.set(column, best, chosen);
    }
  }
  const beads: Bead[] = [];
  for (let row = left.length, column = right.length; row > 0 || column > 0;) {
    const [height, width] = SHAPES[rows[row]?.shapeAt(column) ?? 0] ?? [1, 1];
    const bead = {
      leftFrom: row - height,
      leftTo: row,
      rightFrom: column - width,
      rightTo: column,
    };
    row -= height;
    column -= width;
    if (height * width === 0) continue;
    const score = likeness(bead.leftFrom, bead.leftTo, bead.rightFrom, bead.rightTo);
    beads.push({ ...bead, score: Math.min(1, score) });
  }
  return beads.toReversed();
}

/** The cells of one row that are looked at. */
class Row {
  readonly from: number;
  readonly to: number;
  readonly #gains: Float64Array;
  readonly #shapes: Uint8Array;
  readonly #singles: Float32Array;

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
    const size = to - from + 1;
    this.#gains = new Float64Array(size).fill(-Infinity);
    this.#shapes = new Uint8Array(size);
    this.#singles = new Float32Array(size);
  }

  gainAt(column: number): number {
    return this.#gains[column - this.from] ?? -Infinity;
  }

  shapeAt(column: number): number {
    return this.#shapes[column - this.from] ?? 0;
  }

  /** Likeness of the two passages before this cell. */
  singleAt(column: number): number {
    return this.#singles[column - this.from] ?? 0;
  }

  set(column: number, gain: number, shape: number): void {
    this.#gains[column - this.from] = gain;
    this.#shapes[column - this.from] = shape;
  }

  setSingle(column: number, likeness: number): void {
    this.#singles[column - this.from] = likeness;
  }
}

function anyAlike(
  rows: readonly Row[],
  rowFrom: number,
  rowTo: number,
  columnFrom: number,
  columnTo: number,
): boolean {
  for (let row = rowFrom + 1; row <= rowTo; row += 1) {
    for (let column = columnFrom + 1; column <= columnTo; column += 1) {
      if ((rows[row]?.singleAt(column) ?? 0) >= WORTH_JOINING) return true;
    }
  }
  return false;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** For each row the columns that are looked at: all of a small block, else those near the line. */
function bandOf(left: readonly ReadPassage[], right: readonly ReadPassage[]): Range[] {
  const whole = left.length * right.length <= MAX_CELLS;
  const rightEnds = textEnds(right);
  const leftEnds = textEnds(left);
  const rightTotal = rightEnds.at(-1) ?? 1;
  const leftTotal = leftEnds.at(-1) ?? 1;
  let column = 0;
  let before: Range = { from: 0, to: 0 };
  return leftEnds.map((end, row) => {
    if (whole) return { from: 0, to: right.length };
    while (column < right.length && (rightEnds[column] ?? 0) / rightTotal < end / leftTotal) {
      column += 1;
    }
    // Each row must reach the next: its columns overlap those of the row before.
    before = {
      from: row === 0 ? 0 : Math.min(Math.max(0, column - BAND), before.to),
      to: row === left.length ? right.length : Math.min(right.length, column + BAND),
    };
    return before;
  });
}
