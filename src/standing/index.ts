export { approveEach } from './approve-each.ts';
export { approveVersions } from './approve-versions.ts';
export { attemptEach, type VersionOutcome } from './attempt-each.ts';
export { discardDrafts } from './discard-drafts.ts';
export { endReuses } from './end-reuses.ts';
export { expireVersions, settleEndedJob } from './expire-versions.ts';
export { returnPosts } from './return-posts.ts';
export { verifyVersions } from './verify-versions.ts';
export { withdrawVersions } from './withdraw-versions.ts';
