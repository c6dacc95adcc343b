import type { viEvaluations, viEvaluationsProblems } from './vi-evaluations.ts';

export const enEvaluations: typeof viEvaluations = {};
export const enEvaluationsProblems: typeof viEvaluationsProblems = {};
