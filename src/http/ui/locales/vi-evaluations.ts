export const viEvaluations = {};
export const viEvaluationsProblems = {};
