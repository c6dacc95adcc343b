export const viTrail = {};
export const viTrailProblems = {};
