export { type PostInput, type PreparedPost, preparePost } from './prepare-post.ts';
export { maskIdentity } from './mask-identity.ts';
export { listPosts } from './list-posts.ts';
export { preparePosts } from './prepare-posts.ts';
export { analysePostJob, receivePosts } from './receive-posts.ts';
export { type ClaimJudgement, opinion } from './checkability.ts';
export { judgeClaims, type JudgedClaim } from './judge-claims.ts';
