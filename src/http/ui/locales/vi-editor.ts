export const viEditor = {};
export const viEditorProblems = {};
