export { awaitVectors } from './await-vectors.ts';
export type { RetrievalContext } from './context.ts';
export { modelState, registerModel } from './embedding-models.ts';
export { countMissing, embedPassages } from './embed-passages.ts';
export { type ModelSettings, settingsOf } from './model-settings.ts';
export { type PassageMatch, type RankedCandidate, weighCandidates } from './rank.ts';
export {
  collectCandidates,
  prepareQueries,
  type QueryBatch,
  retrieverVersion,
  searchPassages,
} from './search.ts';
