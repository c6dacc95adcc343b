import type { viPlots, viPlotsProblems } from './vi-plots.ts';

const units = { day: 'day', week: 'week', month: 'month' };

export const enPlots: typeof viPlots = {
  plots: {
    sections: {
      overview: 'Overview',
      intake: 'Intake',
      review: 'Review',
      quality: 'Quality',
      corpus: 'Corpus',
      evaluations: 'Machine and cost',
    },
    sectionsLabel: 'Parts of the statistics',
    daysLabel: 'Range of days',
    presets: { 7: '7 days', 30: '30 days', 90: '90 days', 365: '1 year' },
    range: (from, to, unit) =>
      `From ${from} to ${to}, by the ${units[unit]}. Counted when this page was opened.`,
    nothing: 'Nothing in these days yet. The plot appears with the first figure.',
    partialNote:
      'Pale or hollow: not over yet, or cut off by the range of days; do not compare it.',
    partial: (name) => `${name} (not whole)`,
    under: (value) => `under ${value}`,
    gap: '—',
    table: 'Table of figures',
    csv: 'Download as CSV',
    allCsv: 'Download all figures of these days (CSV)',
    heading: { day: 'Day', week: 'Week from', month: 'Month' },
    more: (difference, unit) => `${difference} more than the ${units[unit]} before`,
    fewer: (difference, unit) => `${difference} fewer than the ${units[unit]} before`,
    same: (unit) => `as many as the ${units[unit]} before`,
    latest: (unit, name, value, change) =>
      `Last whole ${units[unit]} (${name}): ${value}${change === null ? '' : `, ${change}`}.`,
    tiles: {
      posts: 'New posts',
      waiting: 'Waiting for review',
      decided: 'Drafts two people have judged',
      returned: (share) => `${share} of them returned`,
      oldest: (median, max) => `median ${median} h, longest ${max} h`,
      none: 'no items',
      submissions: (count) => `${count} submissions`,
    },
    intake: {
      title: 'Posts and submissions',
      posts: 'New posts',
      submissions: 'Submissions',
      finding: (posts, submissions) => `${posts} new posts, ${submissions} submissions.`,
      definition:
        'New posts by when they were first received; submissions count posts sent again as well.',
    },
    outcomes: {
      title: 'Outcomes',
      person: 'Related or needs an expert',
      finding: (claims, contradicted, without) =>
        `${claims} claims; ${contradicted} contradicted, ${without} without a position.`,
      definition:
        'Claims by when their post was analysed and the outcome each has now: the machine’s suggestion, or a person’s decision where there is one.',
    },
    ages: {
      title: 'Age of the queue now',
      heading: 'Waiting for',
      items: 'Items waiting',
      under: (hours) => `under ${hours}`,
      between: (from, to) => `${from}–${to}`,
      over: (hours) => `${hours} or more`,
      hours: (count) => `${count} h`,
      days: (count) => `${count} d`,
      finding: (count, median, max) =>
        `${count} items wait; half of them at most ${median} h, the longest ${max} h.`,
      definition: 'Since their newest draft was submitted; whatever the range of days.',
    },
    waiting: {
      title: 'Drafts waiting for review',
      name: 'Waiting at the end',
      finding: (now, most) => `At the end of the range ${now} drafts wait; at most ${most} did.`,
      definition:
        'At the end of each day, week or month: submitted for review, not yet judged by two, and not replaced by a newer revision.',
    },
    decided: {
      title: 'Drafts decided',
      finding: (total, approved, returned) =>
        `${total} drafts: ${approved} approved, ${returned} returned.`,
      definition: 'By the day of the second review.',
    },
    delay: {
      title: 'Time to decision (hours)',
      median: 'Median',
      p90: '90th percentile',
      drafts: 'Drafts',
      finding: (median, p90) => `Half are decided within ${median} h, nine in ten within ${p90} h.`,
      definition:
        'From submission for review to the second review, by the day of the second review.',
    },
    agreement: {
      title: 'How far two reviewers agree',
      kappaTitle: 'Cohen’s κ',
      verdicts: 'Verdicts',
      labels: 'Labels of sentences',
      verdictPairs: 'Pairs of verdicts',
      labelPairs: 'Pairs of labels',
      finding: (share, pairs) => `Verdicts agree in ${share} of ${pairs} pairs.`,
      kappaFinding: (kappa, pairs) => `κ of verdicts is ${kappa}, of ${pairs} pairs.`,
      few: 'Fewer than 30 pairs: the number says little.',
      fewMonths: (months) => `Fewer than 30 pairs, which say little: ${months}.`,
      definition:
        'First against second review of the same draft, by the month of the second review.',
      kappaDefinition:
        'Agreement beyond chance: 1 is full, 0 is chance. Empty for a month without pairs, or in which all answers are the same.',
    },
    returned: {
      title: 'Returned',
      name: 'Returned',
      drafts: 'Drafts judged',
      finding: (share, total) => `${share} of ${total} drafts were returned.`,
      definition: 'Drafts returned ÷ drafts judged by two people, by month.',
    },
    golden: {
      title: 'Golden items read right',
      name: 'Right verdict, everybody',
      readings: 'Readings',
      finding: (share, readings) => `Right in ${share} of ${readings} readings of golden items.`,
      definition: 'By month; today is left out, so that nobody can tell which item was golden.',
    },
    abstention: {
      title: 'Not answered',
      noPosition: 'No position',
      notCheckable: 'Not checkable',
      withoutDraft: 'Posts without a draft',
      claims: 'Claims',
      posts: 'Posts',
      finding: (share, claims) =>
        `${share} of ${claims} claims were not answered: no position, or not checkable.`,
      definition:
        'The first two lines are shares of claims, the third of posts without a draft or a reused answer; by when they were analysed and the outcome each has now.',
    },
    noPosition: {
      title: 'Claims without a position',
      name: 'Claims',
      finding: (count) => `${count} claims without a position.`,
      definition: 'That have none now, by when their post was analysed.',
    },
    gaps: {
      title: 'What is asked most and the corpus lacks',
      heading: 'Typical claim',
      submissions: 'Submissions',
      claims: 'Claims',
      finding: (count, claims) => `${count} groups of ${claims} claims, heaviest first.`,
      definition:
        'Ranked by distinct submissions, older ones weighing less (half after 14 days), so the number of submissions need not fall steadily.',
      compute: 'Group the claims of these days',
      computeNote: 'This compares every claim with the others and can take some seconds.',
      report: 'Open the gap report of the corpus',
    },
    evaluation: {
      title: (set) => `Evaluation: ${set}`,
      heading: 'Run',
      finding: (share, day) => `Latest (${day}): Recall@1 is ${share}.`,
      definition:
        'Each point is a run over the same corpus and queries, by the day it was made. The range of days above does not apply.',
      all: 'All runs, comparisons and intervals',
    },
    spend: {
      title: 'Spent on language models',
      cost: 'Cost',
      tokens: 'Tokens',
      calls: 'Requests',
      finding: (cost, calls, tokens) => `${cost} for ${calls} requests, ${tokens} tokens.`,
      definition:
        'In the currency of the prices that were set; 0 where none was. A request that is not settled counts what it reserved.',
    },
  },
};
export const enPlotsProblems: typeof viPlotsProblems = {};
