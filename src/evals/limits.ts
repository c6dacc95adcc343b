import { z } from 'zod';
import { ValidationError } from '#platform/errors.ts';

const Bound = z.strictObject({ most: z.number().optional(), least: z.number().optional() });
const Limits = z.record(z.string(), z.record(z.string(), Bound));
export type Limits = z.infer<typeof Limits>;

export interface LimitCheck {
  readonly measure: string;
  readonly value: number;
  readonly bound: 'most' | 'least';
  readonly limit: number;
  readonly ok: boolean;
}

/** @throws ValidationError naming the file and what is wrong in it. */
export function parseLimits(text: string, name: string): Limits {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new ValidationError(`${name} is not JSON`, { field: 'limits', cause });
  }
  const parsed = Limits.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ValidationError(
    `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`,
    {
      field: 'limits',
    },
  );
}

/**
 * Every limit of one evaluation against what it measured; what is not a number is over any limit.
 * @throws ValidationError for an evaluation without limits, or a limit that nothing measures.
 */
export function checkLimits(
  evaluation: string,
  measures: Readonly<Record<string, unknown>>,
  limits: Limits,
): LimitCheck[] {
  const own = limits[evaluation];
  if (own === undefined) {
    throw new ValidationError(`there are no limits for ${evaluation}`, { field: 'limits' });
  }
  return Object.entries(own).flatMap(([measure, { most, least }]) => {
    const value = measures[measure];
    if (typeof value !== 'number') {
      throw new ValidationError(`nothing measures ${evaluation}.${measure}`, {
        field: 'limits',
        remedy: 'Correct its name in the limits, or take it out in a change that says why.',
      });
    }
    const checks: LimitCheck[] = [];
    if (most !== undefined)
      checks.push({ measure, value, bound: 'most', limit: most, ok: value <= most });
    if (least !== undefined)
      checks.push({ measure, value, bound: 'least', limit: least, ok: value >= least });
    return checks;
  });
}
