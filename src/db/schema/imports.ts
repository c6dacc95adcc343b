import type { Generated, JSONColumnType } from 'kysely';

export type ImportState = 'STORING' | 'STORED';

/** A file of posts. `rows` = `stored` + `duplicates` + `repeated` + `refused` once it is stored. */
export interface PostImportTable {
  id: string;
  created_by: string;
  created_at: Date;
  /** Masked. */
  file_name: string;
  file_sha256: string;
  settings_sha256: string;
  submission_key: string;
  rows: number;
  /** New posts. */
  stored: Generated<number>;
  /** Texts that were there before: counted as submitted again. */
  duplicates: Generated<number>;
  /** Rows that the same person had sent with the same file before: not counted again. */
  repeated: Generated<number>;
  refused: number;
  errors: JSONColumnType<ReadonlyArray<{ readonly row: number; readonly code: string }>>;
  state: ImportState;
  finished_at: Date | null;
}

/** Masked posts on their way; null once they are stored. */
export interface PostImportBatchTable {
  import_id: string;
  ordinal: number;
  posts: JSONColumnType<readonly object[], string, null> | null;
  stored_at: Date | null;
}
