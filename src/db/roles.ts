/** What a person may be; a person may have several. `identity/permissions.ts` says what each may do. */
export const roles = [
  'triager',
  'drafter',
  'reviewer',
  'corpus_editor',
  'corpus_approver',
  'auditor',
  'admin',
  'evaluator',
] as const;
export type Role = (typeof roles)[number];
