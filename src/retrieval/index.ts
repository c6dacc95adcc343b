export { awaitVectors } from './await-vectors.ts';
export { type RetrievalContext, type RetrievalPart, retrievalParts } from './context.ts';
export { modelState, registerModel } from './embedding-models.ts';
export { countMissing, embedPassages } from './embed-passages.ts';
export { evidenceNames, followCurve } from './calibrate.ts';
export {
  type ModelSettings,
  rankingNames,
  type RankingWeights,
  settingsOf,
} from './model-settings.ts';
export { type PassageText, passageTexts } from './passage-texts.ts';
export {
  type PassageMatch,
  rankCandidates,
  type RankedCandidate,
  weighCandidates,
} from './rank.ts';
export { gradesSchema, type Reranker } from './rerank.ts';
export { restoreQuery } from './restore-query.ts';
export {
  collectCandidates,
  type FoundCandidates,
  prepareQueries,
  type QueryBatch,
  readCandidates,
  retrieverVersion,
  searchPassages,
} from './search.ts';
export { currentThreshold, currentThresholds, type ModelThreshold } from './threshold.ts';
export { approveThreshold } from './threshold-approve.ts';
export { listThresholds, type ThresholdDecision } from './threshold-list.ts';
export { proposeThreshold } from './threshold-propose.ts';
