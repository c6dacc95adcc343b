import type { Templates } from '../template-types.ts';
import { monthName } from './month-name.ts';

export const en: Templates = {
  statement: {
    warning: 'Please note: the following claim does not match the cited sources.',
    myth: 'The claim as stated',
    leads: {
      fact: 'According to',
      why: 'Why: according to',
      further: 'In addition, according to',
      repeat: 'To repeat, according to',
    },
  },
  short: {
    warning: 'Not what the source says:',
    myth: 'Claim',
    leads: { fact: 'Per', why: 'Because, per', further: 'Also, per', repeat: 'Again, per' },
  },
  qa: {
    warning:
      'Which claim does not match? Please note: the following claim does not match the cited sources.',
    myth: 'The claim as stated',
    leads: {
      fact: 'What does the source say? According to',
      why: 'Why does the claim not match? According to',
      further: 'What else does the source say? According to',
      repeat: 'What is there to remember? According to',
    },
  },
  pointers: { WHY: 'Why: see the quote above.', FACT: 'Remember the quote above.' },
  inForce: 'in force since ',
  kinds: {
    statement: 'statement',
    law: 'legal document',
    declaration: 'declaration',
    fact_sheet: 'fact sheet',
  },
  units: {
    chapter: 'Chapter {}',
    section: 'Section {}',
    article: 'Article {}',
    clause: 'clause {}',
    point: 'point {}',
  },
  innermostFirst: false,
  typography: {
    colon: ': ',
    comma: ', ',
    parentheses: [' (', ')'],
    gap: ' ',
    fullStop: '.',
    title: ['', ''],
    quotes: [
      ['“', '”'],
      ['«', '»'],
      ['「', '」'],
    ],
  },
  day: ({ day, month, year }) => `${day} ${monthName('en', month)} ${year}`,
};
