export { admitPosts } from './admit-posts.ts';
export { decide, sentenceLabels, verdicts } from './decide.ts';
export { type ApprovedAnswer, exportApproval, listApprovals } from './export-approval.ts';
export { type Lease, leaseNext } from './lease-next.ts';
export { listItems, type QueueEntry } from './list-items.ts';
export {
  type ClaimView,
  contextLength,
  type DraftView,
  type ItemView,
  type MatchView,
  type RecheckView,
  readItem,
  type SentenceView,
} from './read-item.ts';
export { confirmReuse } from './reuse/confirm-reuse.ts';
export { endReuse } from './reuse/end-reuse.ts';
export { findReusable, type ReusableAnswer } from './reuse/find-reusable.ts';
export { keepWordings } from './reuse/keep-wordings.ts';
export { reusableFor } from './reuse/reusable-for.ts';
export type { ReuseView } from './reuse/read-reuse.ts';
export type { ModelAttempt } from './read-model-call.ts';
export { releaseLease } from './release-lease.ts';
export { renderMarkdown } from './render-markdown.ts';
export { submitDraft } from './submit-draft.ts';
