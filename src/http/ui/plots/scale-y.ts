import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Measure } from './figure.ts';
import type { Frame } from './frame.ts';

export interface Tick {
  readonly value: number;
  readonly at: number;
}

export interface YScale {
  readonly y: (value: number) => number;
  readonly ticks: readonly Tick[];
}

const wantedTicks = 4;

/**
 * From zero (agreement below chance: from -1) to a round number above `most`; shares and κ always to 1, so
 * that a small change does not fill the plot. Counts have whole ticks.
 */
export function scaleY(
  measure: Measure,
  { least, most }: { readonly least: number; readonly most: number },
  { top, bottom }: Pick<Frame, 'top' | 'bottom'>,
): YScale {
  const full = measure === 'share' || measure === 'kappa';
  const low = measure === 'kappa' && least < 0 ? -1 : 0;
  const scale: ScaleLinear<number, number> = scaleLinear()
    .domain([low, full ? 1 : Math.max(most, measure === 'money' ? 0.01 : 1)])
    .range([bottom, top]);
  if (!full) scale.nice(wantedTicks);
  const ticks = scale
    .ticks(wantedTicks)
    .filter((value) => measure !== 'count' || Number.isInteger(value));
  return { y: (value) => scale(value), ticks: ticks.map((value) => ({ value, at: scale(value) })) };
}
