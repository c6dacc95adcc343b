export { type Action, mayDo, permissions, requirePermission } from './permissions.ts';
export { authenticate, createUser, findUser, issueKey, revokeKey } from './users.ts';
export { requireRecentProof } from './require-recent-proof.ts';
