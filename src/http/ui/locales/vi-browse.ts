export const viBrowse = {};
export const viBrowseProblems = {};
