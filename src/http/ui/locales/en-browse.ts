import type { viBrowse, viBrowseProblems } from './vi-browse.ts';

export const enBrowse: typeof viBrowse = {};
export const enBrowseProblems: typeof viBrowseProblems = {};
