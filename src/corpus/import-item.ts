import type { MetadataProposal, SourcePlace } from '#db/schema/index.ts';
import type { Chunk } from './chunk.ts';
import type { DocumentInput } from './document-input.ts';

export interface ImportItem {
  readonly document: DocumentInput;
  /** File name, with line for files of many documents. */
  readonly sourceName: string;
  /** SHA-256 (hex) of the bytes it came from: the same bytes again change nothing. */
  readonly sourceSha256: string;
  /** The original, kept with the version. */
  readonly file?: {
    readonly sha256: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  };
  /** Where the canonical text stands in the original; rising. */
  readonly places?: readonly SourcePlace[];
  /** What was read in the text and nobody has confirmed. */
  readonly proposals?: readonly MetadataProposal[];
}

export interface ImportResult {
  readonly key: string;
  readonly change: 'created' | 'new_version' | 'unchanged';
  readonly versionId: string | null;
  readonly passages: number;
}

export interface PlannedVersion {
  readonly item: ImportItem;
  readonly documentId: string;
  readonly isNewDocument: boolean;
  readonly versionNumber: number;
  readonly versionId: string;
  readonly chunks: readonly Chunk[];
}
