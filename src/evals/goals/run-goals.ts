import {
  bootstrapInterval,
  expectedCalibrationError,
  type LabelledScore,
} from '#evaluations/index.ts';
import { AppError, ValidationError } from '#platform/errors.ts';
import { crossLingualGoals, crossLingualSpecs } from './cross-lingual-goals.ts';
import type { GoalOptions } from './goal-options.ts';
import { type GoalRow, type GoalSpec, measuredRow, missingRow } from './goal-row.ts';
import { goalSets } from './goal-sets.ts';
import { opinionGoals, opinionSpecs } from './opinion-goals.ts';
import { goalsOf, measureSet } from './set-goals.ts';

export interface GoalsReport {
  readonly rows: readonly GoalRow[];
  /** Every goal was measured and reached. */
  readonly ok: boolean;
  /** Wall time in milliseconds. */
  readonly ms: number;
}

const calibrationSpec: GoalSpec = {
  goal: 'ECE of the best match, parts not fitted on',
  target: 0.05,
  bound: 'most',
  command: 'doichung eval goals --data-root DIR',
};

/** What `--only` may name. */
export const goalNames: readonly string[] = [
  ...goalSets.map(({ name }) => name),
  'cross-lingual',
  'opinions',
];

/**
 * Measures the goals one data set after the other, each corpus opened once. A set whose data is missing
 * or wrong gives rows without a value and says why.
 */
export async function runGoals(
  only: readonly string[],
  options: GoalOptions,
): Promise<GoalsReport> {
  const startedAt = performance.now();
  const rows: GoalRow[] = [];
  const examples: LabelledScore[] = [];
  const sets = goalSets.filter(({ name }) => only.includes(name));
  const measure = async (specs: readonly GoalSpec[], work: () => Promise<readonly GoalRow[]>) => {
    rows.push(...(await orMissing(specs, work, options.onRow)));
  };
  for (const set of sets) {
    await measure(goalsOf(set), async () => {
      const result = await measureSet(set, options);
      examples.push(...result.examples);
      return result.rows;
    });
  }
  if (sets.length > 0) {
    const row = calibrationRow(examples, sets.map(({ name }) => name).join(', '));
    options.onRow(row);
    rows.push(row);
  }
  if (only.includes('cross-lingual')) {
    await measure(crossLingualSpecs(), () => crossLingualGoals(options));
  }
  if (only.includes('opinions')) await measure(opinionSpecs(), () => opinionGoals(options));
  const ms = Math.round(performance.now() - startedAt);
  return { rows, ok: rows.every((row) => row.ok === true), ms };
}

function calibrationRow(examples: readonly LabelledScore[], sets: string): GoalRow {
  if (examples.length === 0) return missingRow(calibrationSpec, `nothing to judge in ${sets}`);
  const interval = bootstrapInterval(examples, expectedCalibrationError, { resamples: 400 });
  const note = `${examples.length} best matches of ${sets}, every set and kind weighing the same`;
  return measuredRow(calibrationSpec, expectedCalibrationError(examples), interval, note);
}

async function orMissing(
  specs: readonly GoalSpec[],
  work: () => Promise<readonly GoalRow[]>,
  onRow: GoalOptions['onRow'],
): Promise<readonly GoalRow[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const rows = specs.map((spec) => missingRow(spec, error.message));
    for (const row of rows) onRow(row);
    return rows;
  }
}

/** @throws ValidationError naming what there is. */
export function parseGoalNames(raw: string | undefined): string[] {
  if (raw === undefined) return [...goalNames];
  return [...new Set(raw.split(',').map((name) => name.trim()))].map((name) => {
    if (goalNames.includes(name)) return name;
    throw new ValidationError(`there are no goals named "${name}"`, {
      field: 'only',
      remedy: `Choose from: ${goalNames.join(', ')}.`,
    });
  });
}
