import type { JSONColumnType } from 'kysely';

/** Proposed until `approved_at`, in force until `withdrawn_at`. */
export interface NameVersionTable {
  id: string;
  key: string;
  version_number: number;
  kind: 'place' | 'organisation' | 'office' | 'document' | 'programme';
  variants: JSONColumnType<ReadonlyArray<{ readonly language: string; readonly text: string }>>;
  /** Which variant to use in a language; at most one for each. */
  preferred: JSONColumnType<ReadonlyArray<{ readonly language: string; readonly text: string }>>;
  /** A definition or how to use it, for people. */
  note: string | null;
  created_by: string;
  created_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
}

export interface NameTermTable {
  term: string;
  version_id: string;
}
