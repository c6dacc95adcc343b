import { ValidationError } from '#platform/errors.ts';

/** One address without display name; RFC 5321 allows 254 characters. */
const address = /^[^\s@<>()[\],;:\\"]{1,64}@[a-z0-9](?:[a-z0-9-]*\.)+[a-z0-9-]{2,}$/;

/** The address in lower case, as it is stored and signed in with. @throws ValidationError */
export function checkEmail(raw: string): string {
  const email = raw.normalize('NFC').trim().toLowerCase();
  if (email.length <= 254 && address.test(email)) return email;
  throw new ValidationError('this is not an e-mail address', {
    field: 'email',
    remedy: 'Write it as name@example.org.',
  });
}
