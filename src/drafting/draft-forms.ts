import type { Audience, DraftLength } from '#db/schema/index.ts';

/** Whom a draft may be written for, and how long it may be, in the order people choose from. */
export const draftAudiences = [
  'domestic',
  'diaspora',
  'foreign',
  'official',
] as const satisfies readonly Audience[];
export const draftLengths = [
  'short',
  'statement',
  'note',
  'qa',
] as const satisfies readonly DraftLength[];
