export const viShell = {};
export const viShellProblems = {};
