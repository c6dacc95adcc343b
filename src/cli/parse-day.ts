import { z } from 'zod';
import { ValidationError } from '#platform/errors.ts';

/** A day as YYYY-MM-DD. @throws ValidationError naming the option. */
export function parseDay(raw: string, option: string): string {
  if (z.iso.date().safeParse(raw).success && !raw.startsWith('0000')) return raw;
  throw new ValidationError(`${raw} is not a day`, {
    field: option,
    remedy: 'Write an existing day as YYYY-MM-DD.',
  });
}
