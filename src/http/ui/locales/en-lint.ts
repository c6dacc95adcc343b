import { lintTexts } from '#drafting/index.ts';
import type { viLint, viLintProblems } from './vi-lint.ts';

export const enLint: typeof viLint = {
  lint: {
    title: 'The ten rules of a rebuttal',
    summary: (blocking: number, warning: number) => `${blocking} blocking, ${warning} to note`,
    clean: 'Nothing to change.',
    unchecked: 'This draft was written before there was a check of the ten rules.',
    blocked: 'The draft is blocked and cannot be submitted yet. What you wrote is kept.',
    wholeDraft: 'The whole draft',
    severities: { H: 'Blocks', W: 'Note' },
    rule: (number: string) => `rule ${number}`,
    failing: 'Some sentences do not pass the source check: see the notes at each sentence.',
    missing: 'the blocking points at the top of the draft',
    findings: lintTexts,
  },
  draftChanges: {
    since: (revision: number) => `Changes since revision ${revision}`,
    sinceReviewed: (revision: number) =>
      `Changes since revision ${revision}, which reviewers have read`,
    same: 'The wording is the same.',
  },
  editForm: {
    form: 'The whole draft',
    reviewBy: 'Review by',
    reviewByHint: (day: string) =>
      `From this day on an approval is out of force. Usually one year, ${day}; empty: no day.`,
    noAlternative: 'The corpus has no other explanation',
    length: 'Length',
    language: 'Language',
    lengths: {
      short: 'Short (at most 280 characters)',
      statement: 'Short statement',
      note: 'Full note',
      qa: 'Questions and answers',
    },
    languages: {
      vi: 'Vietnamese',
      en: 'English',
      zh: 'Chinese',
      fr: 'French',
      ru: 'Russian',
    },
  },
};

export const enLintProblems: typeof viLintProblems = {
  'submit:conflict:headline': {
    message: 'The headline blocks the draft.',
    remedy: 'Change the headline, then submit again.',
  },
  'submit:conflict:sentences[]': {
    message: 'A sentence blocks the draft.',
    remedy: 'Change that sentence, then submit again.',
  },
  'submit:conflict:sentences': {
    message: 'The draft is blocked: it is no whole rebuttal yet.',
    remedy: 'Change what is named below, then submit again.',
  },
  'validation:headline.text': {
    message: 'The headline is empty or has broken characters.',
    remedy: 'Write the headline as plain text.',
  },
  'validation:sentences[].text': {
    message: 'A sentence has broken characters or is too long.',
    remedy: 'Write it again as plain text.',
  },
  'validation:review_by': {
    message: 'The review-by date is no day of the calendar.',
    remedy: 'Choose a day, or leave it empty.',
  },
};
