import type { viIntake, viIntakeProblems } from './vi-intake.ts';

export const enIntake: typeof viIntake = {};
export const enIntakeProblems: typeof viIntakeProblems = {};
