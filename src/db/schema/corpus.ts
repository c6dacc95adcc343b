import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export interface DocumentMetadata {
  title: string;
  issuer: string | null;
  number: string | null;
  kind: string;
  language: string;
  pillar: 'party' | 'state' | 'people' | null;
  topics: string[];
  citable: boolean;
}

export interface DocumentTable extends DocumentMetadata {
  id: string;
  key: string;
  created_by: string;
  created_at: Date;
}

export interface DocumentVersionTable {
  id: string;
  document_id: string;
  version_number: number;
  canonical_text: string;
  content_sha256: string;
  /** What the document's own columns become when this version is approved. */
  metadata: JSONColumnType<DocumentMetadata>;
  source_name: string;
  source_sha256: string;
  /** The original, when an importer kept it. */
  source_file_sha256: string | null;
  source_places: JSONColumnType<readonly SourcePlace[]>;
  proposals: JSONColumnType<readonly MetadataProposal[]>;
  source_url: string | null;
  issued_on: string | null;
  valid_from: string;
  /** The first day on which the document itself says it is no longer in force. */
  valid_to: string | null;
  status: 'draft' | 'approved' | 'discarded';
  /** Rises with every change of a draft; an approval names the one it is about. */
  revision: Generated<number>;
  /** Documents this version takes the place of, beside its own. */
  supersedes: Generated<string[]>;
  superseded_by: string | null;
  superseded_on: string | null;
  withdrawn_on: string | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
  /** First day out of force, for whatever reason; null when no end is known. */
  ends_on: ColumnType<string | null, never, never>;
  /** When those who cite it were told that it ended. */
  settled_at: Date | null;
  /** When its document took over its metadata; null before it begins. */
  described_at: Date | null;
  created_by: string;
  created_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  verified_at: Date | null;
  recheck_by: string | null;
}

/** Where canonical text stands in its original, from `start` (code points) to the next place. */
export interface SourcePlace {
  readonly start: number;
  /** From 1. */
  readonly page?: number;
  /** From 1. */
  readonly line?: number;
  readonly heading?: string;
}

/** What an importer read in a text; an editor accepts or ignores it. */
export interface MetadataProposal {
  readonly field: 'title' | 'issuer' | 'number' | 'kind' | 'issued_on' | 'valid_from';
  readonly value: string;
  /** Where it was read: code points into the canonical text, and that text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface SourceFileTable {
  sha256: string;
  media_type: string;
  byte_length: number;
  bytes: Uint8Array;
  stored_at: Date;
}

export interface VersionContributionTable {
  version_id: string;
  user_id: string;
  contributed_at: Date;
}

/** Offsets are code points into the version's canonical text. */
export interface PassageTable {
  id: Generated<number>;
  version_id: string;
  ordinal: number;
  start_offset: number;
  end_offset: number;
  heading_path: string[];
  language: string;
  text: string;
  term_count: number;
}

export interface LexicalTermTable {
  id: Generated<number>;
  term: string;
  document_frequency: number;
}

export interface LexicalPostingTable {
  term_id: number;
  passage_id: number;
  term_frequency: number;
  passage_length: number;
}

export interface LexicalStatisticsTable {
  singleton: boolean;
  passage_count: number;
  term_total: number;
}

/** `second` is empty where a syllable is counted alone; `key` is both without diacritics. */
export interface SyllableCountTable {
  key: string;
  first: string;
  second: string;
  count: number;
}

export interface SyllableCountedVersionTable {
  version_id: string;
}

export interface EmbeddingModelTable {
  id: Generated<number>;
  fingerprint: string;
  name: string;
  dimensions: number;
  max_tokens: number;
  query_prefix: string;
  passage_prefix: string;
  state: 'building' | 'active' | 'retired';
  created_at: Date;
}

/** A pgvector literal such as `[0.1,0.2]`; see `vector.ts`. */
export type VectorColumn = ColumnType<string, string, never>;

export interface PassageEmbeddingTable {
  model_id: number;
  passage_id: number;
  embedding: VectorColumn;
}
