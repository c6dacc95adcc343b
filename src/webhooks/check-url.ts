import { ValidationError } from '#platform/errors.ts';

const maxLength = 2000;

/** The address in its normal form. @throws ValidationError when it is not one that can be posted to. */
export function checkUrl(given: string): string {
  const url = URL.parse(given.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw refused('is not an http or https address', 'Write it as https://host/path.');
  }
  if (url.username !== '' || url.password !== '') {
    throw refused(
      'holds a name or password',
      'Leave them out: the signature proves who sent a message.',
    );
  }
  if (url.hash !== '') throw refused('holds a fragment, which is never sent', 'Leave out the #.');
  if (url.href.length > maxLength) {
    throw refused(`is longer than ${maxLength} characters`, 'Use a shorter address.');
  }
  return url.href;
}

function refused(what: string, remedy: string): ValidationError {
  return new ValidationError(`the address ${what}`, { field: 'url', remedy });
}
