export type { RetrievalContext } from './context.ts';
export { modelState, registerModel } from './embedding-models.ts';
export { countMissing, embedPassages } from './embed-passages.ts';
export type { SearchFilter } from './filter.ts';
export { type ModelSettings, settingsOf } from './model-settings.ts';
export {
  type PassageMatch,
  prepareQueries,
  type QueryBatch,
  retrieverVersion,
  searchPassages,
} from './search.ts';
