import type { viShell, viShellProblems } from './vi-shell.ts';

export const enShell: typeof viShell = {};
export const enShellProblems: typeof viShellProblems = {};
