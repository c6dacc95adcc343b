import type * as alignments from './alignments.ts';
import type * as corpus from './corpus.ts';
import type * as evaluations from './evaluations.ts';
import type * as identity from './identity.ts';
import type * as imports from './imports.ts';
import type * as names from './names.ts';
import type * as posts from './posts.ts';
import type * as queue from './queue.ts';
import type * as records from './records.ts';
import type * as review from './review.ts';
import type * as triage from './triage.ts';
import type * as settings from './settings.ts';
import type * as statistics from './statistics.ts';
import type * as upkeep from './upkeep.ts';

/** Rows look like the database: snake_case, no plugin. `test/db/schema-drift.test.ts` holds it to the migrations. */
export interface Database {
  app_user: identity.AppUserTable;
  api_key: identity.ApiKeyTable;
  auth_session: identity.AuthSessionTable;
  auth_account: identity.AuthAccountTable;
  auth_verification: identity.AuthVerificationTable;
  auth_two_factor: identity.AuthTwoFactorTable;
  auth_rate_limit: identity.AuthRateLimitTable;
  saved_filter: identity.SavedFilterTable;
  audit_event: identity.AuditEventTable;
  audit_head: identity.AuditHeadTable;
  document: corpus.DocumentTable;
  document_version: corpus.DocumentVersionTable;
  source_file: corpus.SourceFileTable;
  version_contribution: corpus.VersionContributionTable;
  passage: corpus.PassageTable;
  lexical_term: corpus.LexicalTermTable;
  lexical_posting: corpus.LexicalPostingTable;
  lexical_statistics: corpus.LexicalStatisticsTable;
  syllable_count: corpus.SyllableCountTable;
  syllable_counted_version: corpus.SyllableCountedVersionTable;
  embedding_model: corpus.EmbeddingModelTable;
  passage_embedding: corpus.PassageEmbeddingTable;
  version_alignment: alignments.VersionAlignmentTable;
  passage_alignment: alignments.PassageAlignmentTable;
  name_version: names.NameVersionTable;
  name_term: names.NameTermTable;
  post: posts.PostTable;
  submission: posts.SubmissionTable;
  post_import: imports.PostImportTable;
  post_import_batch: imports.PostImportBatchTable;
  claim: posts.ClaimTable;
  claim_proposal: posts.ClaimProposalTable;
  claim_embedding: posts.ClaimEmbeddingTable;
  match: posts.MatchTable;
  assessment: posts.AssessmentTable;
  response_decision: posts.ResponseDecisionTable;
  post_words: triage.PostWordsTable;
  post_cluster: triage.PostClusterTable;
  response_bulk: triage.ResponseBulkTable;
  draft: review.DraftTable;
  draft_sentence: review.DraftSentenceTable;
  citation: review.CitationTable;
  citation_anchor: review.CitationAnchorTable;
  citation_now: review.CitationNowView;
  recheck: review.RecheckTable;
  contribution: review.ContributionTable;
  review_item: queue.ReviewItemTable;
  review_pass: queue.ReviewPassTable;
  topic_weight: queue.TopicWeightTable;
  review_decision: queue.ReviewDecisionTable;
  refusal_noted: queue.RefusalNotedTable;
  refusal_count: queue.RefusalCountTable;
  clock_limit: queue.ClockLimitTable;
  comment: queue.CommentTable;
  mention: queue.MentionTable;
  golden_item: queue.GoldenItemTable;
  golden_decision: queue.GoldenDecisionTable;
  third_look: queue.ThirdLookTable;
  revocation: records.RevocationTable;
  signing_key: records.SigningKeyTable;
  audit_block: records.AuditBlockTable;
  audit_checkpoint: records.AuditCheckpointTable;
  audit_verification: records.AuditVerificationTable;
  published_address: records.PublishedAddressTable;
  webhook_endpoint: records.WebhookEndpointTable;
  webhook_delivery: records.WebhookDeliveryTable;
  mail_sent: records.MailSentTable;
  approval: review.ApprovalTable;
  model_call: review.ModelCallTable;
  answered_claim: review.AnsweredClaimTable;
  reuse: review.ReuseTable;
  threshold_decision: settings.ThresholdDecisionTable;
  passage_checked: upkeep.PassageCheckedTable;
  corpus_finding: upkeep.CorpusFindingTable;
  evaluation_run: evaluations.EvaluationRunTable;
  waiting_item: statistics.WaitingItemView;
  decided_draft: statistics.DecidedDraftView;
  review_wait: statistics.ReviewWaitView;
  label_pair: statistics.LabelPairView;
  answered_post: statistics.AnsweredPostView;
  analysed_claim: statistics.AnalysedClaimView;
  analysed_post: statistics.AnalysedPostView;
  golden_reading: statistics.GoldenReadingView;
  sampled_approval: statistics.SampledApprovalView;
}

export type {
  Audience,
  DraftLength,
  LostQuote,
  ModelUse,
  QuoteNature,
  StoredFinding,
  StoredLint,
} from './review.ts';
export type { LabelledSentence, SentenceLabel, Verdict } from './queue.ts';
export type { DocumentMetadata, MetadataProposal, SourcePlace } from './corpus.ts';
export type { BulkRefusal, BulkRefusalKind } from './triage.ts';
export type { EvaluationSummary, MeasuredValue } from './evaluations.ts';
export type { Channel, InstructionSpan, Outcome, PostState, ReportedBy } from './posts.ts';
