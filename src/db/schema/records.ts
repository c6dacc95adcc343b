import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A public key this installation has signed with. */
export interface SigningKeyTable {
  /** First 16 bytes (hex) of the SHA-256 of the key. */
  id: string;
  /** SubjectPublicKeyInfo, base64. */
  public_key: string;
  first_used_at: Date;
}

/** Root (hex) of the hashes of 1,024 events; block 0 begins at seq 1. */
export interface AuditBlockTable {
  index: number;
  root: string;
}

export interface AuditCheckpointTable {
  seq: number;
  hash: string;
  /** RFC 6962 tree head over the hashes of events 1 to seq, hex. */
  root: string;
  signed_at: Date;
  key_id: string;
  /** Ed25519, base64. */
  signature: string;
}

/** Where the team published an approved answer. */
export interface PublishedAddressTable {
  approval_id: string;
  url: string;
  added_by: string;
  added_at: Date;
}

export interface RevocationTable {
  approval_id: string;
  revoked_by: string;
  reason: string;
  revoked_at: Date;
}

export interface WebhookEndpointTable {
  id: string;
  url: string;
  events: string[];
  secret_version: number;
  created_by: string;
  created_at: Date;
  /** For a day after it, deliveries are signed with the secret before as well. */
  rotated_at: Date | null;
  disabled_at: Date | null;
}

export interface WebhookDeliveryTable {
  id: string;
  endpoint_id: string;
  event: string;
  body: string;
  created_at: Date;
  attempts: Generated<number>;
  last_status: number | null;
  /** A closed code: why the last attempt failed. */
  last_error: string | null;
  attempted_at: Date | null;
  delivered_at: Date | null;
  given_up_at: Date | null;
}

/** A mail that was sent, so that it is not sent twice. */
export interface MailSentTable {
  user_id: string;
  kind: string;
  about: string;
  sent_at: Date;
}

/** What a check of the whole trail found. */
export interface StoredVerdict {
  ok: boolean;
  events: number;
  head_hash: string;
  checkpoints: number;
  keys: string[];
  first_break: { seq: number; problem: string } | null;
  /** Checkpoints in the file outside the database; null: there is no file. */
  outside: number | null;
}

/** A check of the whole trail that somebody asked for; null `ended_at`: it waits or runs. */
export interface AuditVerificationTable {
  id: string;
  asked_by: string;
  asked_at: Date;
  /** Events there were when it was asked for. */
  total: number;
  /** Events read so far. */
  read: ColumnType<number, number | undefined, number>;
  started_at: Date | null;
  ended_at: Date | null;
  verdict: JSONColumnType<StoredVerdict | null, string | null, string | null>;
  /** Why nothing was found out. */
  failure: string | null;
}
