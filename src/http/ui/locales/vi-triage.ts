export const viTriage = {};
export const viTriageProblems = {};
