import { scaleBand } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Figure } from './figure.ts';
import type { Frame } from './frame.ts';
import { scaleY, type Tick } from './scale-y.ts';
import { thinTicks } from './thin-ticks.ts';

export interface Bar {
  readonly series: number;
  readonly category: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CategoryTick {
  readonly category: number;
  readonly at: number;
}

export interface BarLayout {
  readonly bars: readonly Bar[];
  readonly yTicks: readonly Tick[];
  readonly xTicks: readonly CategoryTick[];
}

/** Bars upon one another from zero; a bar of nothing is left out. A single bar is no wider than 48 units. */
export function layOutBars(
  { categories, series, measure }: Pick<Figure, 'categories' | 'series' | 'measure'>,
  frame: Frame,
): BarLayout {
  const rows = categories.map((_, index) => series.map(({ values }) => values[index] ?? 0));
  const most = Math.max(0, ...rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
  const { y, ticks } = scaleY(measure, { least: 0, most }, frame);
  const band = scaleBand<number>()
    .domain(categories.map((_, index) => index))
    .range([frame.left, frame.right])
    .padding(0.2);
  const width = Math.min(band.bandwidth(), 48);
  const middle = (index: number): number => (band(index) ?? 0) + band.bandwidth() / 2;
  const stacked = stack<unknown, number[], number>()
    .keys(series.map((_, index) => index))
    .value((row, key) => row[key] ?? 0)(rows);
  const bars = stacked.flatMap((layer) =>
    layer.flatMap(([from, to], category): Bar[] =>
      from === to
        ? []
        : [
            {
              series: layer.key,
              category,
              x: middle(category) - width / 2,
              y: y(to),
              width,
              height: y(from) - y(to),
            },
          ],
    ),
  );
  const named = thinTicks(categories.length, frame.right - frame.left, frame.tickWidth);
  const xTicks = named.map((category) => ({ category, at: middle(category) }));
  return { bars, yTicks: ticks, xTicks };
}
