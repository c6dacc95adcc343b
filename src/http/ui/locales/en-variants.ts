import type { viVariantProblems, viVariants } from './vi-variants.ts';

export const enVariants: typeof viVariants = {
  variants: {
    title: 'Variants of the draft',
    intro:
      'The machine arranges verbatim quotes for each audience, length and language. None is stored until you take it as the new revision.',
    link: 'See the variants of the draft',
    back: 'Back to the post',
    claim: 'Claim',
    show: 'Show',
    all: 'all',
    usual: 'as claim and sources have it',
    characters: (count: number) => `${count} characters without the headline`,
    take: 'Take as the new revision',
    findings: 'Points to check when editing',
    gaps: {
      not_checkable: 'No draft: this claim is nothing to hold against sources.',
      nothing_quotable: 'No draft: no source in force answers it.',
      no_source_in_language: 'No draft: the corpus has no source in this language.',
      too_long:
        'No short draft: even the shortest quotes exceed 280 characters, and quotes are not cut.',
      refused_by_gate: 'No draft: what passes the gate is no whole answer.',
    },
  },
};

export const enVariantProblems: typeof viVariantProblems = {
  'redraft:conflict:content_sha256': {
    message: 'What this variant quotes, or how, has changed since you saw it.',
    remedy: 'Open the variants again and take the one that is offered now.',
  },
  'redraft:conflict:length': {
    message: 'No short draft holds the whole answer.',
    remedy: 'Choose another length: quotes are not cut to fit.',
  },
  'redraft:conflict:language': {
    message: 'No source that answers this claim is in the language you chose.',
    remedy: 'Choose Vietnamese or English, or have an official translation aligned.',
  },
};
