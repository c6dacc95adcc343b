import { PreconditionFailedError, ValidationError } from '#platform/errors.ts';

const entityTag = /^\s*(W\/)?"([\x21\x23-\x7e\x80-\uffff]*)"\s*(?:,|$)/;

/** The strong entity tag of a draft. */
export function tagOf(contentSha256: string): string {
  return `"${contentSha256}"`;
}

/**
 * Whether an `If-Match` field holds for what there is now, by strong comparison (RFC 9110, 8.8.3.2 and
 * 13.1.1): `*` for anything there is, else one tag of the list; a weak tag matches nothing.
 * `current` is the opaque tag without quotes; null: there is nothing. @throws ValidationError
 */
export function matchesTag(field: string, current: string | null): boolean {
  if (field.trim() === '*') return current !== null;
  let rest = field;
  let matches = false;
  while (rest.trim() !== '') {
    const tag = entityTag.exec(rest);
    if (tag === null) {
      throw new ValidationError('If-Match is no list of entity tags', {
        field: 'If-Match',
        remedy: 'Send the ETag you were given, with its quotation marks, or *.',
      });
    }
    if (tag[1] === undefined && tag[2] === current) matches = true;
    rest = rest.slice(tag[0].length);
  }
  return matches;
}

/**
 * Holds an `If-Match` field, if one was sent, against the draft there is now. The body of each operation
 * that takes it names the draft too, and that is checked again in its transaction.
 * @throws PreconditionFailedError
 */
export async function requireMatch(
  field: string | undefined,
  readCurrent: () => Promise<string | null>,
): Promise<void> {
  if (field === undefined || matchesTag(field, await readCurrent())) return;
  throw new PreconditionFailedError('the draft is not the one you read', {
    field: 'If-Match',
    remedy: 'Read the post again and judge what you see there.',
  });
}
