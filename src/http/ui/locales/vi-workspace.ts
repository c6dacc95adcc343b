export const viWorkspace = {};
export const viWorkspaceProblems = {};
