export { type PostInput, type PreparedPost, preparePost } from './prepare-post.ts';
export { listPosts } from './list-posts.ts';
export { preparePosts } from './prepare-posts.ts';
export { analysePostJob, receivePosts } from './receive-posts.ts';
export { assessCheckability, type ClaimJudgement, opinion } from './checkability.ts';
export { splitClaims } from './split-claims.ts';
