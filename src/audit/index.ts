export { type AuditEntry, appendAudit } from './append.ts';
export { verifyAudit } from './verify.ts';
export { type InstallationKey, isSignedBy, openInstallationKey } from './installation-key.ts';
