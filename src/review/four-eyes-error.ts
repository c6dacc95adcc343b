import { ForbiddenError } from '#platform/errors.ts';

const raisedByTrigger = '23000';
const sameReviewerTwice = ['23505', '23514'];

/** What the database refused, as an error people can read; anything else unchanged. */
export function asFourEyesError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === raisedByTrigger && error.message.startsWith('four eyes: ')) {
    return new ForbiddenError(error.message.slice('four eyes: '.length), {
      remedy: 'Two people who had no part in the answer decide.',
      cause: error,
    });
  }
  if (sameReviewerTwice.includes(String(error.code))) {
    return new ForbiddenError('you have already decided on this draft', {
      remedy: 'The second decision is another reviewer’s.',
      cause: error,
    });
  }
  return error;
}
