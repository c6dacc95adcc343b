export { type AuditEntry, appendAudit } from './append.ts';
export { verifyAudit } from './verify.ts';
