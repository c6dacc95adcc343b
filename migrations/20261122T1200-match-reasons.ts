/** Why a passage was found is kept with the match: the corpus it was weighed in changes. */
export const statements = [
  // {phrases, numbers, names, missing}: lists of text; null for a match made before.
  `alter table match add column reasons jsonb`,
];
