/** A passage of a version as the diff reads it; offsets are code points into the canonical text. */
export interface DiffPassage {
  /** Null while it is not stored. */
  readonly id: number | null;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly headingPath: readonly string[];
}
