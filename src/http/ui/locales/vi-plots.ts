export const viPlots = {};
export const viPlotsProblems = {};
