import type { Interval } from '#evaluations/index.ts';
import { measured } from '../measure-arms.ts';

/** One line of the goals table: a bound, what was measured, and how to measure it again. */
export interface GoalRow {
  readonly goal: string;
  /** Null where the data to measure it on is not there; `note` says so. */
  readonly value: number | null;
  /** 95 % interval; null where none was taken. */
  readonly low: number | null;
  readonly high: number | null;
  readonly target: number;
  /** Whether the value has to be at least or at most the target. */
  readonly bound: 'least' | 'most';
  /** Null: not measured. */
  readonly ok: boolean | null;
  readonly command: string;
  readonly note: string | null;
}

export interface GoalSpec {
  readonly goal: string;
  readonly target: number;
  readonly bound: GoalRow['bound'];
  readonly command: string;
}

/** The row of a measured value; the value as it is decides, not its interval. */
export function measuredRow(
  spec: GoalSpec,
  value: number,
  interval: Interval | null,
  note: string | null = null,
): GoalRow {
  const shown = measured(value);
  const reached = spec.bound === 'least' ? value >= spec.target : value <= spec.target;
  return {
    ...spec,
    value: shown,
    low: interval === null ? null : measured(interval.low),
    high: interval === null ? null : measured(interval.high),
    ok: shown === null ? null : reached,
    note,
  };
}

/** The row of a goal whose data is missing. */
export function missingRow(spec: GoalSpec, why: string): GoalRow {
  return { ...spec, value: null, low: null, high: null, ok: null, note: why };
}
