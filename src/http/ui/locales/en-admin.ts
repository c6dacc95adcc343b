import type { viAdmin, viAdminProblems } from './vi-admin.ts';

export const enAdmin: typeof viAdmin = {};
export const enAdminProblems: typeof viAdminProblems = {};
