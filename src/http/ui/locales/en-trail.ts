import type { viTrail, viTrailProblems } from './vi-trail.ts';

export const enTrail: typeof viTrail = {};
export const enTrailProblems: typeof viTrailProblems = {};
