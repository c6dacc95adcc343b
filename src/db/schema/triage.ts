import type { ColumnType, JSONColumnType } from 'kysely';
import type { PostState } from './posts.ts';

/** Words of a post in their folded form, for searching; written by a trigger, once. */
export interface PostWordsTable {
  post_id: string;
  words: string;
}

/** Posts that say the same in nearly the same words; `id` is the first of them. */
export interface PostClusterTable {
  id: string;
  /** Signed 64-bit keys of the first post's wording, as PostgreSQL writes them. */
  near_keys: ColumnType<string, string, never>;
  posts: number;
  /** Of all its posts; a trigger keeps it. */
  submissions: number;
}

/** Why one of many posts was not decided, or not taken back. */
export type BulkRefusalKind =
  | 'missing'
  | 'not_analysed'
  | 'in_review'
  | 'settled'
  | 'not_checkable'
  | 'decided_meanwhile';

export interface BulkRefusal {
  readonly post_id: string;
  readonly why: BulkRefusalKind;
  /** State of the post then; null: there is no such post. */
  readonly state: PostState | null;
}

/** One decision on many posts. */
export interface ResponseBulkTable {
  id: string;
  decision: 'respond' | 'monitor' | 'do_not_respond';
  reason: string;
  decided_by: string;
  decided_at: Date;
  refused: JSONColumnType<readonly BulkRefusal[]>;
  undone_at: Date | null;
}
