import type { Actor } from '#db/context.ts';
import { ValidationError } from '#platform/errors.ts';

/** A quarter: long enough for a person, short enough for a lost one. */
export const defaultKeyDays = 90;
export const maxKeyDays = 366;

const dayMs = 86_400_000;

/**
 * When a key of so many days ends; null: never, which only the demonstration asks for.
 * @throws ValidationError outside 1 to 366 days, or for an endless key somebody asks for.
 */
export function keyEnd(
  days: number | null,
  { at, issuer }: { at: Date; issuer: Actor },
): Date | null {
  if (days === null && issuer.userId === null) return null;
  if (days !== null && Number.isInteger(days) && days >= 1 && days <= maxKeyDays) {
    return new Date(at.getTime() + days * dayMs);
  }
  throw new ValidationError(`a key is valid for 1 to ${maxKeyDays} days`, {
    field: 'days',
    remedy: `Leave it out for ${defaultKeyDays} days; rotate the key before it ends.`,
  });
}
