import type { viPlots, viPlotsProblems } from './vi-plots.ts';

export const enPlots: typeof viPlots = {};
export const enPlotsProblems: typeof viPlotsProblems = {};
