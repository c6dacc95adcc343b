import type { viTriage, viTriageProblems } from './vi-triage.ts';

export const enTriage: typeof viTriage = {};
export const enTriageProblems: typeof viTriageProblems = {};
