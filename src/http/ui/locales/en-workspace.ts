import type { viWorkspace, viWorkspaceProblems } from './vi-workspace.ts';

export const enWorkspace: typeof viWorkspace = {};
export const enWorkspaceProblems: typeof viWorkspaceProblems = {};
