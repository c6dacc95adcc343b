import type { JSONColumnType } from 'kysely';

export interface MeasuredValue {
  /** Null where it could not be measured. */
  readonly value: number | null;
  /** Bounds of its 95 % interval; null where none was taken. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What lists show of a run without reading its file. */
export interface EvaluationSummary {
  /** Queries of the run, and those among them that have a right document. */
  readonly queries: number;
  readonly answerable: number;
  readonly documents: number;
  readonly passages: number;
  /** By arm, then by measure; abstention under its own names beside the arms. */
  readonly arms: Readonly<Record<string, Readonly<Record<string, MeasuredValue>>>>;
  readonly abstention: Readonly<Record<string, MeasuredValue>>;
}

/** One run of an evaluation as an evaluator recorded it; no row ever changes. */
export interface EvaluationRunTable {
  id: string;
  recorded_by: string;
  recorded_at: Date;
  measured_at: Date;
  name: string;
  split: string;
  language: string | null;
  model: string;
  retriever: string;
  corpus_sha256: string;
  queries_sha256: string;
  summary: JSONColumnType<EvaluationSummary>;
  file_sha256: string;
  file_text: string;
}
