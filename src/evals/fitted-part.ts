import type { BeirQuery } from './beir-rows.ts';

/**
 * Whether the match probability was fitted on this query: train parts, and of sets without parts every
 * other query by its id. Everything else is only measured on.
 */
export function isFittedOn(folder: string, query: Pick<BeirQuery, 'id' | 'split'>): boolean {
  if (halved.has(folder)) return codeSum(query.id) % 2 === 0;
  return query.split === 'train';
}

const halved = new Set(['vihallu_vi_dev', 'xquad_vi_en_zh']);

function codeSum(text: string): number {
  return [...text].reduce((sum, char) => sum + char.charCodeAt(0), 0);
}
