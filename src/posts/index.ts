export { type PostInput, type PreparedPost, preparePost } from './prepare-post.ts';
export { maskIdentity } from './mask-identity.ts';
export { findSamePost } from './find-same-post.ts';
export { listPosts } from './list-posts.ts';
export { preparePosts } from './prepare-posts.ts';
export { analysePostJob, receivePosts } from './receive-posts.ts';
export { type ClaimJudgement, opinion } from './checkability.ts';
export { judgeClaims, type JudgedClaim } from './judge-claims.ts';
export { checkMapping, type Column, proposeMapping } from './import/columns.ts';
export { countImported } from './import/count-imported.ts';
export { checkImport, type ImportForecast } from './import/check-import.ts';
export { type ImportSettings, prepareRows } from './import/prepare-rows.ts';
export { type PostFile, plainText, readFileText, readTable } from './import/read-table.ts';
export {
  type ImportEntry,
  type ImportView,
  listImports,
  readImport,
} from './import/read-import.ts';
export {
  type ImportField,
  importFields,
  type Refusal,
  refusalCodes,
  refusalTexts,
} from './import/refusals.ts';
export { startImport } from './import/start-import.ts';
export { storeImport, storeImportJob } from './import/store-import.ts';
export { assignCluster } from './cluster/assign-cluster.ts';
export { clusterEarlier, clusterPostsJob } from './cluster/cluster-earlier.ts';
export {
  type ClusterEntry,
  type ClusterMember,
  type ClusterOrder,
  clusterOrders,
  listClusters,
} from './cluster/list-clusters.ts';
export {
  type PostFilter,
  postDecisions,
  postFilter,
  postOutcomes,
  postStates,
} from './post-filter.ts';
