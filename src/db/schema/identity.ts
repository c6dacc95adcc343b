import type { JSONColumnType } from 'kysely';
import type { Role } from '../roles.ts';

export interface AppUserTable {
  id: string;
  name: string;
  roles: Role[];
  created_at: Date;
  disabled_at: Date | null;
}

export interface ApiKeyTable {
  id: string;
  user_id: string;
  label: string;
  key_sha256: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
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
