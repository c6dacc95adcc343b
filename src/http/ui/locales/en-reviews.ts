import type { viReviewProblems, viReviews } from './vi-reviews.ts';

export const enReviews: typeof viReviews = {
  reviews: {
    round: (revision) => `Both reviews of draft ${revision}`,
    outcomes: {
      IN_REVIEW: 'Waiting for the second reviewer.',
      APPROVED: 'Both approve.',
      RETURNED: 'The draft was returned.',
      DECLINED: 'Both decline.',
    },
    obstacles: {
      first_not_reviewer: 'Both approve, but the first reviewer is no reviewer any more.',
      first_had_part: 'Both approve, but the first reviewer had a part in the answer.',
      one_person: 'Both approve, but the two accounts are one person’s.',
      source_ended: 'Both approve, but a cited version is out of force.',
      review_by_passed: 'Both approve, but the day to review the answer by has come.',
    },
    compared: (same, all) => `Sentence by sentence: ${same} of ${all} judged alike`,
    sentence: 'Sentence',
    differs: '(differs)',
    revoke: 'Revoke the approval',
    revokeHint:
      'The answer is out of force at once, also for the posts that reuse it, and they are returned. It cannot be taken back: to use it again, two people review it anew.',
    revokeReason: 'Why it is revoked',
    revokeButton: 'Revoke now',
  },
  reviewNotices: {
    revoked: 'The approval is revoked; the post was returned.',
  },
};

export const enReviewProblems: typeof viReviewProblems = {
  'revoke:conflict:approval': {
    message: 'This approval is out of force already.',
    remedy: 'Load the page again to see who did what.',
  },
};
