export { awaitVectors } from './await-vectors.ts';
export { type RetrievalContext, type RetrievalPart, retrievalParts } from './context.ts';
export { modelState, registerModel } from './embedding-models.ts';
export { countMissing, embedPassages } from './embed-passages.ts';
export type { Classification } from './filter.ts';
export { evidenceNames, followCurve } from './calibrate.ts';
export {
  type ModelSettings,
  rankingNames,
  type RankingWeights,
  settingsOf,
} from './model-settings.ts';
export { nearPassages } from './near-passages.ts';
export { type PassageMatch, rankCandidates, weighCandidates } from './rank.ts';
export { type Reranker, rerankTask } from './rerank.ts';
export {
  collectCandidates,
  prepareQueries,
  type QueryBatch,
  readCandidates,
  retrieverVersion,
  searchPassages,
} from './search.ts';
export { type CorpusFound, type CorpusMatch, maxFound, searchCorpus } from './search-corpus.ts';
export { currentThresholds, type ModelThreshold } from './threshold.ts';
export { approveThreshold } from './threshold-approve.ts';
export { listThresholds, type ThresholdDecision } from './threshold-list.ts';
export { proposeThreshold } from './threshold-propose.ts';
export { type ModelProgress, modelProgress } from './model-progress.ts';
