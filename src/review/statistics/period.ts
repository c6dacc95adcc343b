import { isoDay } from '#platform/clock.ts';
import { ValidationError } from '#platform/errors.ts';

export interface Period {
  /** Days in Vietnam, YYYY-MM-DD; both included. */
  readonly from: string;
  readonly to: string;
  /** The instants they begin and end at. */
  readonly since: Date;
  readonly until: Date;
}

/** Days of a period when none is named, the last one today. */
const usualDays = 30;
/** Days at most: three years. */
const mostDays = 1096;
const dayMs = 86_400_000;

/**
 * The days asked for; without `to` until today, without `from` 30 days.
 * @throws ValidationError naming the one that is wrong.
 */
export function readPeriod(
  input: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Period {
  const to = readDay(input.to ?? isoDay(now), 'to');
  const usual = isoDay(new Date(to.getTime() - (usualDays - 1) * dayMs));
  const from = readDay(input.from ?? usual, 'from');
  const days = (to.getTime() - from.getTime()) / dayMs + 1;
  if (days < 1) throw refused('to', 'is before from', 'Name a later day.');
  if (days > mostDays) {
    throw refused('from', 'is too long ago', `Ask for ${mostDays} days at most.`);
  }
  return {
    from: isoDay(from),
    to: isoDay(to),
    since: from,
    until: new Date(to.getTime() + dayMs),
  };
}

/** Midnight in Vietnam (UTC+7, no daylight saving). */
function readDay(day: string, field: 'from' | 'to'): Date {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00+07:00` : Number.NaN);
  if (!Number.isNaN(at.getTime()) && isoDay(at) === day) return at;
  throw refused(field, `is no day: ${day}`, 'Write it as YYYY-MM-DD.');
}

function refused(field: string, what: string, remedy: string): ValidationError {
  return new ValidationError(`${field} ${what}`, { field, remedy });
}
