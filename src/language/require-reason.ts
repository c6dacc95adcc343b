import { canonicalText } from './canonical-text.ts';
import { ValidationError } from '#platform/errors.ts';

const maxLength = 2000;

/** A reason as it is stored. @throws ValidationError when it says nothing or more than 2,000 characters. */
export function requireReason(raw: string, field = 'reason'): string {
  const reason = canonicalText(raw).trim();
  if (reason !== '' && reason.length <= maxLength && reason.isWellFormed() && !raw.includes('\0')) {
    return reason;
  }
  throw new ValidationError('a reason is needed', {
    field,
    remedy: 'Say in 1 to 2,000 characters why; others will read it.',
  });
}
