export const viIntake = {};
export const viIntakeProblems = {};
