export { admitPosts } from './admit-posts.ts';
export { agreementStatistics } from './decision/agreement-statistics.ts';
export { sentenceLabels, verdicts } from './decision/check-labels.ts';
export type { ComparedSentence } from './decision/compare-reviews.ts';
export { currentContent } from './decision/current-content.ts';
export { decide, type DecisionResult } from './decision/decide.ts';
export { isStored } from './decision/is-stored.ts';
export { type Obstacle, obstacles } from './decision/next-state.ts';
export { noteRefusals, noteRefusalsJob } from './decision/note-refusals.ts';
export { readReviews, type ReviewRound } from './decision/read-reviews.ts';
export { recordRefused } from './decision/refused.ts';
export { revokeApproval } from './decision/revoke-approval.ts';
export { revokeForMerge } from './decision/revoke-for-merge.ts';
export { createBundle } from './bundle/create-bundle.ts';
export type { EvidenceBundle } from './bundle/format.ts';
export { type BundleVerdict, verifyBundle, writeBundle } from './bundle/verify-bundle.ts';
export type { ApprovedAnswer } from './export/approved-answer.ts';
export { decisionsCsv } from './export/decisions-csv.ts';
export { exportApproval, type ExportFormat, exportFormats } from './export/export-approval.ts';
export { readFeed } from './export/feed.ts';
export { listApprovals } from './export/list-approvals.ts';
export { listPublished } from './export/list-published.ts';
export { recordPublished } from './export/record-published.ts';
export { publisherAt, renderClaimReview } from './export/render-claim-review.ts';
export { renderAtom, renderJsonFeed } from './export/render-feed.ts';
export { type Notice, type NoticeKind, noticeKinds } from './notices/notice.ts';
export { type Opening, readOpenings } from './notices/read-openings.ts';
export { countNotices, readNotices } from './notices/read-notices.ts';
export { countQueue, type QueueCount } from './queue/count-queue.ts';
export { expireLeases, expireLeasesJob } from './queue/expire-leases.ts';
export { goldenFigures } from './golden/golden-figures.ts';
export type { GoldenResult } from './golden/golden-result.ts';
export { listGolden } from './golden/list-golden.ts';
export { type GoldenFault, goldenFaults } from './golden/plant-fault.ts';
export { nearCopies } from './near-copies.ts';
export { readGoldenResult } from './golden/read-golden-result.ts';
export { retireGolden } from './golden/retire-golden.ts';
export { seedGolden } from './golden/seed-golden.ts';
export { sendNotices, sendNoticesJob } from './notices/send-notices.ts';
export type { Lease } from './queue/grant-lease.ts';
export { renewLease } from './queue/heartbeat.ts';
export type { LeaseProof } from './queue/held-item.ts';
export { itemOfPost } from './queue/item-of-post.ts';
export { leaseNext } from './queue/lease-next.ts';
export { listColleagues } from './queue/list-colleagues.ts';
export { listItems, type QueueEntry } from './queue/list-items.ts';
export { declineItem, handOver, skipItem } from './queue/pass-item.ts';
export {
  holdings,
  queueFilter,
  type QueueFilter,
  queueOrders,
  queueStates,
} from './queue/queue-filter.ts';
export type { Turn } from './queue/read-turn.ts';
export {
  type ClaimView,
  contextLength,
  type DraftView,
  type MatchView,
  type PostItem,
  type RecheckView,
  readItem,
  type SentenceView,
} from './read-item.ts';
export { readForReview, type ReviewView } from './read-for-review.ts';
export type { QuotedPassage } from './read-sources.ts';
export { type ItemView, readWholeItem } from './read-whole-item.ts';
export { confirmReuse } from './reuse/confirm-reuse.ts';
export { endReuse } from './reuse/end-reuse.ts';
export { findReusable, type ReusableAnswer } from './reuse/find-reusable.ts';
export { keepWordings } from './reuse/keep-wordings.ts';
export { reusableFor } from './reuse/reusable-for.ts';
export type { ReuseView } from './reuse/read-reuse.ts';
export type { ModelAttempt } from './read-model-call.ts';
export { releaseLease } from './queue/release-lease.ts';
export { deleteFilter, listFilters, saveFilter, type SavedFilter } from './queue/saved-filters.ts';
export { takeItem } from './queue/take-item.ts';
export { listTopicWeights, maxTopicWeight, setTopicWeight } from './queue/weigh-topics.ts';
export { renderMarkdown } from './export/render-markdown.ts';
export { type SimilarDecision, similarDecisions } from './similar-decisions.ts';
export type { Bucket, Unit } from './statistics/buckets.ts';
export type { DaysInput, InBuckets } from './statistics/period-in-buckets.ts';
export { type IntakeSeries, readIntake } from './statistics/read-intake.ts';
export { type OverviewSeries, readOverview } from './statistics/read-overview.ts';
export { type QualitySeries, readQuality } from './statistics/read-quality.ts';
export { ageLimits, readReviewWork, type ReviewSeries } from './statistics/read-review-work.ts';
export { readSpend, type SpendSeries } from './statistics/read-spend.ts';
export { readStatistics, type Statistics } from './statistics/read-statistics.ts';
export {
  readTopGaps,
  readUnanswered,
  type UnansweredSeries,
} from './statistics/read-unanswered.ts';
export { statisticsCsv, statisticsRows } from './statistics/statistics-csv.ts';
export { submitDraft } from './submit-draft.ts';
export { giveThirdLook, thirdLookVerdicts } from './third-look/give-third-look.ts';
export { nextThirdLook } from './third-look/next-third-look.ts';
export { readThirdLook, type ThirdLookView } from './third-look/read-third-look.ts';
export { countRefusals } from './decision/count-refusals.ts';
export {
  type ApprovalStatus,
  approvalStatuses,
  type FoundApproval,
  searchApprovals,
} from './export/search-approvals.ts';
export {
  type HistoryType,
  historyTypes,
  type RelatedRecords,
  relatedRecords,
} from './history/related-records.ts';
export { mergePeople, type MergeResult, previewMerge } from './merge-people.ts';
