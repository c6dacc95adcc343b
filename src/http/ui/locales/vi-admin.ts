export const viAdmin = {};
export const viAdminProblems = {};
