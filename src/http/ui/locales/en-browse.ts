import type { viBrowse, viBrowseProblems } from './vi-browse.ts';

export const enBrowse: typeof viBrowse = {
  browse: {
    on: 'On the day',
    use: 'Use',
    anyUse: 'Any use',
    onDay: (day) => `Standing on ${day}`,
    states: {
      in_force: 'In force',
      not_yet: 'Not yet in force',
      superseded: 'Superseded',
      expired: 'Expired',
      withdrawn: 'Withdrawn',
      draft: 'With a draft to approve',
      ended: 'Not in force',
    },
    pillars: 'By pillar',
    topics: 'By topic',
    all: 'All',
    narrow: (name, count) => `${name}: ${count} documents`,
    caption: (count, all) => `${count} of ${all} documents, newest first`,
    draftWaits: (number) => `Version ${number} is a draft that awaits approval`,
    notADay: 'That day is not in the calendar; the list below is of today.',
  },
  original: {
    title: (title) => `Original: ${title}`,
    file: 'The words of the original file; the quoted place has a yellow ground.',
    read: 'The words a machine read in the original; the quoted place has a yellow ground. Compare them with the file.',
    noQuote: 'No quoted place was named: this is the beginning.',
    noFile: 'No original file is kept of this version; below is its text in the corpus.',
    lost: 'The quote does not stand word for word in the file; this is its beginning. See the quote in the text of the version.',
    page: (page) => `Page ${page} of the original`,
    download: (name, size) => `Download ${name} (${size})`,
    downloadPage: (name, size, page) => `Download ${name} (${size}), open page ${page}`,
    toVersion: 'Back to the version',
    toQuote: 'To the quoted place',
    cutBefore: '… (more before)',
    cutAfter: '(more after) …',
    text: 'Text of the original',
  },
};
export const enBrowseProblems: typeof viBrowseProblems = {};
