export { type Analysis, analysePosts, type PostToAnalyse } from './analyse-posts.ts';
export type { CompareOptions } from './conflicts/conflict-context.ts';
export { hashContent } from './content-hash.ts';
export { contribute } from './contribute.ts';
export { decideResponse } from './decide-response.ts';
export type { ResponseDecision } from './record-response.ts';
export { type BulkDecision, decideMany, mostPostsAtOnce } from './decide-many.ts';
export { type BulkOutcome, readBulk } from './read-bulk.ts';
export { undoMany, type UndoneBulk } from './undo-many.ts';
export { draftAudiences, draftLengths } from './draft-forms.ts';
export {
  type DraftVariant,
  draftVariants,
  type VariantGap,
  variantGaps,
} from './draft-variants.ts';
export {
  type DraftLanguage,
  draftLanguages,
  isDraftLanguage,
  wordingOf,
} from './extractive/templates.ts';
export { checkEdit, type EditCheck } from './check-edit.ts';
export { editDraft, type EditInput } from './edit-draft.ts';
export type { EditedDraft } from './judge-edit.ts';
export type { LintCode } from './lint/lint-codes.ts';
export { type LintText, lintTexts } from './lint/lint-texts.ts';
export { blocksRevision, currentFindings } from './lint/live-rules.ts';
export { matchAgain } from './match-again.ts';
export { type QuotedPassage, readQuotedPassage } from './read-quoted-passage.ts';
export { redraft, type RedraftInput } from './redraft.ts';
export { setOutcome } from './set-outcome.ts';
export { storeAnalysis } from './store-analysis.ts';
export type { SentenceRole } from './types.ts';
export { compareWithPassage, type Comparison } from './conflicts/value-conflicts.ts';
export type { ValueConflict } from './conflicts/conflict-kinds.ts';
export { isStopWord } from './text/tokens.ts';
export type { Evidence } from './gate/evidence.ts';
export type { GateFailure } from './gate/gate-failures.ts';
export { gateDraft } from './gate/gate.ts';
export { type PreparedDraft, prepareDraft } from './prepare-draft.ts';
export { locateQuote } from './extractive/quotes.ts';
export type { Citation, DraftSentence, SourcePassage } from './types.ts';
export { arrangeWithModel } from './model/arrange-with-model.ts';
export { claimsTask } from './model/claims-task.ts';
export { ArrangedQuotes, draftTask } from './model/draft-task.ts';
export { draftWithModel } from './model/draft-with-model.ts';
export type { LanguageModel, LanguageModelContext } from './model/language-model.ts';
export { mayPass, type ModelCallFailure, modelCallFailures } from './model/model-call-failure.ts';
export { draftWithModelJob, enqueueModelJobs, proposeClaimsJob } from './model/model-jobs.ts';
export { proposeClaims } from './model/propose-claims.ts';
export type { DraftEvidence, DraftForm } from './prepare-draft.ts';
export { type DayOfUse, readModelFailures, readModelUse } from './model/usage-queries.ts';
