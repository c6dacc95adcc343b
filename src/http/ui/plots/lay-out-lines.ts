import { scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Figure } from './figure.ts';
import type { Frame } from './frame.ts';
import type { CategoryTick } from './lay-out-bars.ts';
import { scaleY, type Tick } from './scale-y.ts';
import { thinTicks } from './thin-ticks.ts';

export interface Point {
  readonly category: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly series: number;
  /** Empty where no two neighbours have values: then there are only points. */
  readonly path: string;
  readonly points: readonly Point[];
}

export interface LineLayout {
  readonly lines: readonly Line[];
  readonly yTicks: readonly Tick[];
  readonly xTicks: readonly CategoryTick[];
}

/**
 * Points joined where both have values and are whole: a gap stays open, and no line falls to a week that
 * has only begun. A single point stands in the middle.
 */
export function layOutLines(
  { categories, series, measure }: Pick<Figure, 'categories' | 'series' | 'measure'>,
  frame: Frame,
): LineLayout {
  const present = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const range = { least: Math.min(0, ...present), most: Math.max(0, ...present) };
  const { y, ticks } = scaleY(measure, range, frame);
  const place = scalePoint<number>()
    .domain(categories.map((_, index) => index))
    .range([frame.left, frame.right])
    .padding(0.5);
  const x = (index: number): number => place(index) ?? 0;
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0));
  const pathOf = (values: ReadonlyArray<number | null>): string =>
    hasNeighbours(values) ? (draw([...values]) ?? '') : '';
  const lines = series.map(({ values }, index) => ({
    series: index,
    path: pathOf(values.map((value, at) => (categories[at]?.partial === true ? null : value))),
    points: values.flatMap((value, category): Point[] =>
      value === null ? [] : [{ category, value, x: x(category), y: y(value) }],
    ),
  }));
  const named = thinTicks(categories.length, frame.right - frame.left, frame.tickWidth);
  const xTicks = named.map((category) => ({ category, at: x(category) }));
  return { lines, yTicks: ticks, xTicks };
}

function hasNeighbours(values: ReadonlyArray<number | null>): boolean {
  return values.some((value, index) => value !== null && (values[index + 1] ?? null) !== null);
}
