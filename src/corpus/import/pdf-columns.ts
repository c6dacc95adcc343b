import type { PdfFragment } from './pdf-fragments.ts';

/** Fragments that are read together, one line below another, and the edges of their column. */
export interface PdfRegion {
  readonly left: number;
  readonly right: number;
  readonly fragments: readonly PdfFragment[];
}

const STEP = 2;
const MIN_WIDTH = 200;
const MIN_LINES = 4;
/** In letter heights. */
const MIN_GUTTER = 0.7;
/** Of the lines of the page, those that may run across both columns, as titles do. */
const MAX_CROSSING = 0.3;
/** Of a column's width; cells of a table fill less of theirs than lines of prose. */
const MIN_FILL = 0.6;
const MAX_DEPTH = 2;

/** The parts of a page in reading order: column by column between the lines that cross them. */
export function readingOrder(fragments: readonly PdfFragment[], depth = 0): PdfRegion[] {
  if (fragments.length === 0) return [];
  const left = Math.min(...fragments.map((fragment) => fragment.left));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  const gutter = depth < MAX_DEPTH ? findGutter(fragments, left, right) : null;
  if (gutter === null) return [{ left, right, fragments }];
  const regions: PdfRegion[] = [];
  const edges = [columnEdges(fragments, left, gutter), columnEdges(fragments, gutter, right)];
  for (const band of bandsOf(fragments, gutter)) {
    if (band.crosses) {
      regions.push({ left, right, fragments: band.fragments });
      continue;
    }
    const sides = [true, false].map((isLeft) =>
      band.fragments.filter((fragment) => fragment.left < gutter === isLeft),
    );
    for (const [index, side] of sides.entries()) {
      const parts = readingOrder(side, depth + 1);
      const isWhole = parts.length === 1;
      for (const part of parts) regions.push(isWhole ? { ...part, ...edges[index] } : part);
    }
  }
  return regions;
}

/** The edges of a column over the whole page, because its last lines alone may be short. */
function columnEdges(
  fragments: readonly PdfFragment[],
  from: number,
  to: number,
): { left: number; right: number } {
  const own = fragments.filter((fragment) => fragment.left >= from - 1 && fragment.right <= to + 1);
  return {
    left: Math.min(...own.map((fragment) => fragment.left)),
    right: Math.max(...own.map((fragment) => fragment.right)),
  };
}

/** The middle of the white strip that divides the fragments into two columns of prose, or null. */
function findGutter(fragments: readonly PdfFragment[], left: number, right: number): number | null {
  const width = right - left;
  if (width < MIN_WIDTH || fragments.length < 2 * MIN_LINES) return null;
  const steps = Math.min(2000, Math.ceil(width / STEP));
  const crossing = crossingCounts(fragments, left, steps);
  const [from, to] = [Math.floor(steps * 0.25), Math.ceil(steps * 0.75)];
  const middle = crossing.slice(from, to);
  const least = Math.min(...middle);
  let best = { start: 0, length: 0 };
  let run = { start: 0, length: 0 };
  for (const [index, count] of middle.entries()) {
    run = count > least ? { start: index + 1, length: 0 } : { ...run, length: run.length + 1 };
    if (run.length > best.length) best = run;
  }
  const at = left + (from + best.start + best.length / 2) * STEP;
  const size = median(fragments.map((fragment) => fragment.size));
  if (best.length * STEP < size * MIN_GUTTER) return null;
  const before = fragments.filter((fragment) => fragment.right <= at);
  const behind = fragments.filter((fragment) => fragment.left >= at);
  const crosses = fragments.length - before.length - behind.length;
  if (before.length < MIN_LINES || behind.length < MIN_LINES) return null;
  if (crosses > MAX_CROSSING * Math.max(before.length, behind.length)) return null;
  const filled = isFilled(before) && isFilled(behind);
  return filled && standBeside(before, behind) ? at : null;
}

/** How many fragments cover each step of the width. */
function crossingCounts(fragments: readonly PdfFragment[], left: number, steps: number): number[] {
  const changes = Array.from({ length: steps + 2 }, () => 0);
  const stepOf = (x: number): number => Math.min(steps, Math.max(0, Math.floor((x - left) / STEP)));
  for (const fragment of fragments) {
    const [start, end] = [stepOf(fragment.left), stepOf(fragment.right) + 1];
    changes[start] = (changes[start] ?? 0) + 1;
    changes[end] = (changes[end] ?? 0) - 1;
  }
  let sum = 0;
  return changes.slice(0, steps).map((change) => (sum += change));
}

function isFilled(column: readonly PdfFragment[]): boolean {
  const left = Math.min(...column.map((fragment) => fragment.left));
  const right = Math.max(...column.map((fragment) => fragment.right));
  const widths = column.map((fragment) => fragment.right - fragment.left);
  return median(widths) >= MIN_FILL * (right - left);
}

/** Whether the columns stand beside each other for at least half of the shorter one. */
function standBeside(one: readonly PdfFragment[], other: readonly PdfFragment[]): boolean {
  const [top, bottom] = [one, other].map((column) => column.map((fragment) => fragment.y)) as [
    number[],
    number[],
  ];
  const shared =
    Math.min(Math.max(...top), Math.max(...bottom)) -
    Math.max(Math.min(...top), Math.min(...bottom));
  const heights = [top, bottom].map((ys) => Math.max(...ys) - Math.min(...ys));
  return shared >= Math.min(...heights) / 2;
}

function bandsOf(
  fragments: readonly PdfFragment[],
  gutter: number,
): Array<{ crosses: boolean; fragments: PdfFragment[] }> {
  const bands: Array<{ crosses: boolean; fragments: PdfFragment[] }> = [];
  for (const fragment of fragments) {
    const crosses = fragment.left < gutter && fragment.right > gutter;
    const band = bands.at(-1);
    if (band?.crosses === crosses) band.fragments.push(fragment);
    else bands.push({ crosses, fragments: [fragment] });
  }
  return bands;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
