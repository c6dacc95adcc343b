import { z } from 'zod';
import { ValidationError } from '#platform/errors.ts';
import type { Measures } from './measure-pairs.ts';

/** What a measure was when it was accepted, and how much worse it may become. */
const Baseline = z.object({
  value: z.number(),
  margin: z.number().min(0),
  better: z.enum(['higher', 'lower']),
});
const Baselines = z.record(z.string(), Baseline);
export type Baselines = z.infer<typeof Baselines>;

export interface BaselineCheck {
  readonly measure: string;
  readonly value: number;
  readonly baseline: number;
  readonly margin: number;
  readonly ok: boolean;
}

/** @throws ValidationError naming the file and the measure that is wrong. */
export function parseBaselines(text: string, name: string): Baselines {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new ValidationError(`${name} is not JSON`, { field: 'baselines', cause });
  }
  const parsed = Baselines.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ValidationError(
    `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`,
    {
      field: 'baselines',
    },
  );
}

/**
 * Every baseline against what was measured now. Values are compared as they are stored, with four digits.
 * @throws ValidationError for a baseline that nothing measures any more: a gate must not vanish silently.
 */
export function checkBaselines(measures: Measures, baselines: Baselines): BaselineCheck[] {
  return Object.entries(baselines).map(([measure, { value: baseline, margin, better }]) => {
    const value = measures[measure];
    if (value === undefined) {
      throw new ValidationError(`nothing measures ${measure}`, {
        field: 'baselines',
        remedy: 'Correct its name in the baselines, or take it out in a change that says why.',
      });
    }
    const worse = better === 'higher' ? baseline - value : value - baseline;
    return { measure, value, baseline, margin, ok: worse <= margin + 1e-9 };
  });
}

/** The same baselines with the values measured now; margins stay. */
export function updatedBaselines(measures: Measures, baselines: Baselines): Baselines {
  return Object.fromEntries(
    Object.entries(baselines).map(([measure, baseline]) => [
      measure,
      { ...baseline, value: measures[measure] ?? baseline.value },
    ]),
  );
}
