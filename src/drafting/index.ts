export { type Analysis, analysePosts, type PostToAnalyse } from './analyse-posts.ts';
export { contribute } from './contribute.ts';
export { decideResponse, type ResponseDecision } from './decide-response.ts';
export { editDraft, type EditInput } from './edit-draft.ts';
export { redraft } from './redraft.ts';
export { requireReason } from './require-reason.ts';
export { setOutcome } from './set-outcome.ts';
export { storeAnalysis } from './store-analysis.ts';
export type { SentenceRole } from './types.ts';
