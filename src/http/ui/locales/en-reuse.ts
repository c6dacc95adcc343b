import type { viReuse, viReuseProblems } from './vi-reuse.ts';

export const enReuse: typeof viReuse = {
  reuse: {
    suggestion: (number) => `Does claim ${number} have an approved answer already?`,
    why: 'Suggested by the machine because both claims have the same words, numbers and dates. Compare the two before you confirm.',
    thisClaim: 'The claim of this post',
    answeredClaim: 'The claim that was answered',
    noDifference: 'No word differs but for Vietnamese diacritics and order.',
    differences: 'Words that only one of them has are outlined.',
    answer: 'The approved answer',
    approvedBy: (first, second, time) => `approved by ${first} and ${second}, ${time}`,
    reviewBy: (day) => `expires on ${day}`,
    noReviewBy: 'no day of expiry was set',
    answeredPost: 'See the post it was written for',
    contributed: 'You had a part in this answer; somebody else confirms it.',
    open: 'Reuse this answer',
    consequence:
      'This records under your name, with one reason: the decision to respond, the outcome Contradicted, and the post as approved.',
    reason: 'Why this answer fits this post',
    button: 'Confirm the reuse',
    title: 'Reuse of an approved answer',
    confirmed: (name, time) =>
      `${name} confirmed that an answer approved for another post fits this one, ${time}.`,
    exportHint:
      'The export is that answer’s; the post hash in it is that of the post answered first.',
    takeBack: 'Take the reuse back',
    takeBackReason: 'Why it is taken back',
    takeBackButton: 'Take back and return the post',
    endedByApproval: 'The answer it reused is out of force, so this post needs another.',
    endedByPerson: (name, time) => `${name} took the reuse back, ${time}.`,
  },
  reuseNotices: {
    reused: 'The reuse is confirmed.',
    reuseEnded: 'The reuse was taken back; the post is returned to its drafters.',
  },
  lostAnswers: {
    expired: 'Approval expired',
    reuse_ended: 'Reused answer out of force',
  },
};

export const enReuseProblems: typeof viReuseProblems = {
  'reuse:conflict:approval_id': {
    message: 'This answer is not in force today, or answers another claim.',
    remedy: 'Load the page again; what still fits is suggested there.',
  },
  'reuse:conflict:post': {
    message: 'The state of the post does not allow this any more.',
    remedy: 'Load the page again to see who did what.',
  },
  'reuse:forbidden': {
    message: 'You had a part in this answer, so you cannot confirm that it fits.',
    remedy: 'Somebody else confirms it.',
  },
};
