export { type AuditEntry, appendAudit } from './append.ts';
export { type AuditVerdict, verifyAudit } from './verify.ts';
