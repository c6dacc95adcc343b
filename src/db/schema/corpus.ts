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
  source_url: string | null;
  issued_on: string | null;
  valid_from: string;
  valid_to: string | null;
  status: 'draft' | 'approved' | 'withdrawn';
  superseded_by: string | null;
  created_by: string;
  created_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  verified_at: Date | null;
  recheck_by: string | null;
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
