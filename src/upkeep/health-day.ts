import { z } from 'zod';
import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { ValidationError } from '#platform/errors.ts';

/** A day as given, or today in Vietnam. @throws ValidationError when it is no day of the calendar. */
export function dayOrToday(ctx: Pick<DbContext, 'clock'>, day: string | undefined): string {
  if (day === undefined) return isoDay(ctx.clock());
  // PostgreSQL has no year 0.
  if (z.iso.date().safeParse(day).success && !day.startsWith('0000')) return day;
  throw new ValidationError(`${day} is not a day`, {
    field: 'as_of',
    remedy: 'Write an existing day as YYYY-MM-DD.',
  });
}
