import { ConflictError } from '#platform/errors.ts';

/** SQLSTATEs the triggers of `document_version` raise when two people were faster than each other's checks. */
const overlapping = '23P01';
const settledAlready = '23001';
const fourEyes = '23000';

/** What the database refused about a version, as an error people can read; anything else unchanged. */
export function asStandingError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === overlapping) {
    return new ConflictError(error.message, {
      field: 'valid_from',
      remedy: 'Read the versions of this document again; another was approved meanwhile.',
      cause: error,
    });
  }
  if (error.code === settledAlready) {
    return new ConflictError(error.message, {
      field: 'version',
      remedy: 'Somebody else decided first: read the version again.',
      cause: error,
    });
  }
  if (error.code !== fourEyes || !error.message.startsWith('four eyes: ')) return error;
  const message = error.message.slice('four eyes: '.length);
  return new ConflictError(message, {
    cause: error,
    ...(message.includes('circle')
      ? { field: 'supersedes', remedy: 'Take one of them out of what it supersedes.' }
      : { field: 'version', remedy: 'A person who had no part in it approves it.' }),
  });
}

/** For the `catch` of a transaction. @throws always */
export function throwStandingError(error: unknown): never {
  throw asStandingError(error);
}
