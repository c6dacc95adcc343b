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
export { proveInclusion } from './prove-inclusion.ts';
