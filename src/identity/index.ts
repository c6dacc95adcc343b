export { type Action, mayDo, permissions, requirePermission } from './permissions.ts';
export { createUser } from './create-user.ts';
export { createFirstAdmin } from './create-first-admin.ts';
export { findUser } from './find-user.ts';
export { readUser, type User } from './read-user.ts';
export { listUsers } from './list-users.ts';
export { type DemoPerson, isDemo, readDemoPeople } from './read-demo-people.ts';
export { contentRoles } from './check-roles.ts';
export { accountsOf } from './accounts-of.ts';
export { setRoles } from './set-roles.ts';
export { disableUser } from './disable-user.ts';
export { enableUser } from './enable-user.ts';
export { mergeAccounts } from './merge-accounts.ts';
export { authenticate } from './keys/authenticate-key.ts';
export { issueKey, type NewKey } from './keys/issue-key.ts';
export { actions } from './keys/key-scopes.ts';
export { defaultKeyDays, maxKeyDays } from './keys/key-validity.ts';
export { type Key, listKeys } from './keys/list-keys.ts';
export { revokeKey } from './keys/revoke-key.ts';
export { defaultOverlapHours, maxOverlapHours, rotateKey } from './keys/rotate-key.ts';
export type { IssuedKey } from './keys/store-key.ts';
export { requireRecentProof } from './require-recent-proof.ts';
export { confirmIdentity } from './auth/confirm-identity.ts';
export type { SignedIn, Visit } from './auth/context.ts';
export { sessionCookie, sessionSecret } from './auth/create-auth.ts';
export { endSession, listSessions, type OwnSession } from './auth/end-sessions.ts';
export { finishOidc, oidcReturnPath, startOidc } from './auth/oidc.ts';
export { type OwnAccount, readOwnAccount } from './auth/read-own-account.ts';
export { resetTwoFactor } from './auth/reset-two-factor.ts';
export { readSession } from './auth/read-session.ts';
export { changePassword, setPassword } from './auth/set-password.ts';
export { signInWithCode } from './auth/sign-in-with-code.ts';
export { signIn } from './auth/sign-in.ts';
export {
  confirmTwoFactor,
  type Enrolment,
  enrolTwoFactor,
  removeTwoFactor,
} from './auth/two-factor.ts';
export { type Account, listAccounts, maxAccounts } from './list-accounts.ts';
