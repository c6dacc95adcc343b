import type { viWorkspace, viWorkspaceProblems } from './vi-workspace.ts';

export const enWorkspace: typeof viWorkspace = {
  workspace: {
    title: 'Review',
    open: 'Open the review page',
    wholeItem: 'The whole post, its claims and matches',
    answeredStart: '[claim that is answered:]',
    quotedBy: 'Used in:',
    sourceApproved: (name, time) => `Approved by ${name}, ${time}.`,
    notCitable: 'Not to be quoted',
    noSource: 'This sentence names no source.',
    ofSentence: (sentence) => `Sources of ${sentence}.`,
    allSources: 'Show all sources',
    remarks: (count) => `Other comments (${count})`,
    writeRemark: 'Write a comment (opens the post in a new tab)',
    yourVerdict: 'Your verdict',
    judged: (count, all) => `${count} of ${all} sentences judged.`,
    labelKey: (label) => `Judge the sentence you read: ${label}`,
    keysHint: 'j, k: next and previous sentence · 1–4: judge it · ?: all keys',
    decideHint: 'Ctrl+Enter records it too. A decision cannot be changed.',
    heldUntil: 'You hold this item until',
    left: (time) => `${time} left`,
    minutes: (count) => `${count} min`,
    lastMinutes: (minutes) =>
      `You hold this item for ${minutes} more minutes. Press “Keep it” if you are still reading.`,
    kept: 'Kept for longer.',
    limit: 'This item has been held as long as one can (8 hours). Decide, or return it.',
    lost: 'It could not be kept:',
    ended:
      'You hold this item no more. Your labels and words are still here: record them to see whether you can take it again.',
    keptText: 'Your labels and words are still below.',
    waitingTitle: 'Waiting for the second reviewer',
    waiting: 'Your decision is recorded. The second reviewer does not see it before giving theirs.',
    toApproval: 'Export the answer and its evidence bundle',
    yours: 'Yours to do',
    shares: {
      waiting: 'waiting for you',
      held: 'held by you',
      handed: 'handed to you',
      again: 'came back (round 2 on)',
    },
  },
  workspaceNotices: {
    taken_again: 'You hold this item again; your labels and words are still here.',
  },
};

export const enWorkspaceProblems: typeof viWorkspaceProblems = {
  'review:conflict:lease_token': {
    message: 'You hold this item no more; the decision was not recorded.',
    remedy: 'Your labels and words are still below.',
  },
  'turn:conflict:lease_token': {
    message: 'You do not hold this item in this window any more.',
    remedy: 'Take it again here, or use the window that holds it.',
  },
};
