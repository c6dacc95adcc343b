import type { viTriage, viTriageProblems } from './vi-triage.ts';

export const enTriage: typeof viTriage = {
  triage: {
    title: 'Triage of posts',
    lead: 'Posts that are nearly the same are folded into one cluster. A copy with another number, date, name or negation is a cluster of its own.',
    caption: (count) => `${count} ${count === 1 ? 'cluster' : 'clusters'} on this page`,
    tabs: 'By response decision',
    any: 'All',
    undecided: 'Undecided',
    search: 'Search in posts',
    searchHint: 'With or without accents; “in quotes” keeps words together.',
    apply: 'Filter',
    more: 'More filters',
    order: 'Order',
    orders: { newest: 'Newest first', submissions: 'Most submitted first' },
    all: 'All',
    fields: {
      text: 'Words of the post',
      state: 'State',
      outcome: 'Outcome',
      platform: 'Platform',
      language: 'Language (code, e.g. vi)',
      receivedFrom: 'Received from',
      receivedTo: 'Received until',
      minSubmissions: 'Submissions of the cluster, at least',
      instructed: 'Only with words written to a machine',
      clusterId: 'One cluster only',
    },
    chips: 'Filtered by',
    remove: (what) => `Remove filter ${what}`,
    clear: 'Remove all filters',
    choose: 'Choose',
    post: 'Post',
    claims: 'Claims',
    decision: 'Response decision',
    submissions: 'Submissions',
    received: 'Received',
    suggested: 'suggested by machine',
    noClaims: 'no claims yet',
    none: 'undecided',
    decidedBy: (name, time) => `${name}, ${time}`,
    posts: (count) => `Cluster of ${count} posts`,
    unfold: (fitting, all) =>
      fitting === all
        ? `Show the cluster’s ${all} posts`
        : `Show ${fitting} that fit, of ${all} posts of the cluster`,
    whole: 'Open this cluster alone',
    chooseCluster: (count) =>
      `Choose the cluster: ${count} ${count === 1 ? 'post that fits' : 'posts that fit'}`,
    choosePost: 'Choose this post',
    chooseAll: 'Choose all clusters on this page',
    act: 'Decide the chosen posts',
    actHint:
      'Each post is decided by itself and recorded in the trail. A post that joins a cluster after you opened this page is not decided with it.',
    chosen: 'Posts chosen:',
    reason: 'Reason (others will read it)',
    decide: 'Record decision',
    readOnly: 'You may read this list; triagers and drafters decide.',
    pages: 'Pages',
    first: 'First page',
    next: 'Next page',
    reload: 'Load the list again',
    empty: 'No post is waiting for a decision.',
    emptyHint: 'Show all posts',
    nothing: 'No post fits this filter.',
    submit: 'Submit a new post',
    done: (count, decision) =>
      `Recorded “${decision}” for ${count} ${count === 1 ? 'post' : 'posts'}.`,
    nothingDone: 'No post was decided.',
    refused: (count) => `${count} ${count === 1 ? 'post was' : 'posts were'} not decided:`,
    refusals: {
      missing: 'there is no such post',
      not_analysed: 'not analysed yet; try again in a few minutes',
      in_review: 'in review; wait for the reviewers',
      settled: 'approved or declined already',
      not_checkable: 'only opinion, question or appeal: never answered',
      decided_meanwhile: 'somebody decided after you opened the page; look again, then decide',
    },
    undo: 'Undo',
    undoHint: 'For 30 minutes; a post that somebody has gone on with stays as it is.',
    undone: (count) => `Took back the decision on ${count} ${count === 1 ? 'post' : 'posts'}.`,
    undoneKept: (count) =>
      `${count} stayed as ${count === 1 ? 'it is' : 'they are'}: somebody has gone on with ${count === 1 ? 'it' : 'them'}.`,
    open: (number) => `Post ${number}`,
  },
};

export const enTriageProblems: typeof viTriageProblems = {
  'triage:validation:decision': {
    message: 'No decision was chosen.',
    remedy: 'Choose respond, monitor or do not respond.',
  },
  'triage:validation:reason': {
    message: 'There is no reason.',
    remedy: 'Say in 1 to 2,000 characters why; others will read it.',
  },
  'triage:validation:posts': {
    message: 'No post was chosen, or more than 200.',
    remedy: 'Tick 1 to 200 posts or clusters in the list.',
  },
  'triage:conflict:bulk': {
    message: 'This can no longer be undone: it was undone already, or more than 30 minutes ago.',
    remedy: 'Open each post to decide it anew.',
  },
};
