export { admitPosts } from './admit-posts.ts';
export { agreementStatistics } from './decision/agreement-statistics.ts';
export { sentenceLabels, verdicts } from './decision/check-labels.ts';
export { currentContent } from './decision/current-content.ts';
export { decide, type DecisionResult } from './decision/decide.ts';
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
export { expireLeases, expireLeasesJob } from './queue/expire-leases.ts';
export { goldenFigures } from './golden/golden-figures.ts';
export type { GoldenResult } from './golden/golden-result.ts';
export { listGolden } from './golden/list-golden.ts';
export { type GoldenFault, goldenFaults } from './golden/plant-fault.ts';
export { readGoldenResult } from './golden/read-golden-result.ts';
export { retireGolden } from './golden/retire-golden.ts';
export { seedGolden } from './golden/seed-golden.ts';
export { sendNotices, sendNoticesJob } from './notices/send-notices.ts';
export type { Lease } from './queue/grant-lease.ts';
export { renewLease } from './queue/heartbeat.ts';
export type { LeaseProof } from './queue/held-item.ts';
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
export { readStatistics, type Statistics } from './statistics/read-statistics.ts';
export { statisticsCsv, statisticsRows } from './statistics/statistics-csv.ts';
export { submitDraft } from './submit-draft.ts';
export { giveThirdLook, thirdLookVerdicts } from './third-look/give-third-look.ts';
export { nextThirdLook } from './third-look/next-third-look.ts';
export { readThirdLook, type ThirdLookView } from './third-look/read-third-look.ts';
