import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Role } from '../roles.ts';

export interface AppUserTable {
  id: string;
  name: string;
  roles: Role[];
  created_at: Date;
  disabled_at: Date | null;
  /** Lower case; what a person signs in with. Null: an account of keys only. */
  email: string | null;
  email_verified: Generated<boolean>;
  image: string | null;
  updated_at: Date | null;
  two_factor_enabled: Generated<boolean>;
  /** Shared by the accounts of one person; the account's own id unless it was merged. */
  person: ColumnType<string, string | undefined, string>;
}

export interface ApiKeyTable {
  id: string;
  user_id: string;
  label: string;
  key_sha256: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  /** Actions of the permission table; null: all its person may do. */
  scopes: string[] | null;
  issued_by: string | null;
  /** The key that takes this one's place. */
  rotated_to: string | null;
  /** YYYY-MM-DD. */
  last_used_on: string | null;
}

/** A person signed in with a browser; `token` is what the cookie holds. */
export interface AuthSessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
  /** When this person last proved, in this session, who they are. */
  confirmed_at: Date | null;
}

export interface AuthAccountTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  /** scrypt; only of the provider `credential`. */
  password: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

export interface AuthTwoFactorTable {
  id: string;
  secret: string;
  backup_codes: string;
  user_id: string;
  verified: boolean | null;
  failed_verification_count: number | null;
  locked_until: Date | null;
}

export interface AuthRateLimitTable {
  id: string;
  key: string;
  count: number;
  last_request: number;
}

export interface SavedFilterTable {
  id: string;
  user_id: string;
  name: string;
  filter: JSONColumnType<Record<string, unknown>>;
  created_at: Date;
}

export interface AuditEventTable {
  seq: number;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  action: string;
  entity_type: string;
  entity_id: string;
  details: JSONColumnType<Record<string, unknown>>;
  before_sha256: string | null;
  after_sha256: string | null;
  prev_hash: string;
  hash: string;
}

export interface AuditHeadTable {
  singleton: boolean;
  seq: number;
  hash: string;
}
