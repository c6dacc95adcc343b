export { type AuditEntry, appendAudit, signCheckpointJob } from './append.ts';
export { verifyAudit } from './verify.ts';
export {
  idOfPublicKey,
  type InstallationKey,
  isSignedBy,
  openInstallationKey,
} from './installation-key.ts';
export { hashEvent } from './chain.ts';
export { type Checkpoint, checkpointText, verifyCheckpoint } from './checkpoint-format.ts';
export { listCheckpoints, listEvents } from './list-events.ts';
export { makeCheckpoint } from './make-checkpoint.ts';
export { verifyInclusion } from './merkle.ts';
export { type AuditNews, readNews } from './read-news.ts';
export { proveInclusion } from './prove-inclusion.ts';
export {
  type AuditAction,
  type AuditEntityType,
  type AuditGroup,
  auditActions,
  auditEntityTypes,
} from './event-kinds.ts';
export { askVerification, verifyTrailJob } from './ask-verification.ts';
export { runVerification } from './run-verification.ts';
export { exportCheckpoints, exportParts, recordExport } from './export-events.ts';
export { listVerifications, type Verification } from './list-verifications.ts';
export { type EventSearch, searchEvents } from './search-events.ts';
export type { StoredEvent } from './read-trail.ts';
export { retryJobs } from './retry-jobs.ts';
