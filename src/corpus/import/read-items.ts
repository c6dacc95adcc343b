import type { MetadataProposal } from '#db/schema/corpus.ts';
import type { AppError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { type DocumentInput, toDocumentInput } from '../document-input.ts';
import type { ImportItem } from '../import-item.ts';
import { readCorpusFile } from './read-file.ts';

export interface ReadOptions {
  /** Its last part names the format, and the key where nothing else does. */
  readonly fileName: string;
  /** What the editor says of every document of the file. */
  readonly given?: Partial<Omit<DocumentInput, 'text'>> | undefined;
  /** The editor takes what the text says of itself, except for what is given. */
  readonly acceptProposals?: boolean | undefined;
}

export interface ReadItems {
  /** `sourceName` is the file name, with `:line` for a row. */
  readonly items: ImportItem[];
  /** Rows that were refused, by file name and line. */
  readonly errors: ReadonlyArray<{ readonly source: string; readonly error: AppError }>;
  readonly warnings: readonly string[];
}
export type ReadItemsOf = (bytes: Uint8Array, options: ReadOptions) => Promise<ReadItems>;

/**
 * The documents of a file as they are imported, with the original that is kept.
 * @throws ValidationError | TooLargeError when nothing can be read.
 */
export async function readItems(
  bytes: Uint8Array,
  { fileName, given = {}, acceptProposals = false }: ReadOptions,
): Promise<ReadItems> {
  const read = await readCorpusFile(bytes, fileName, given);
  const file = { sha256: await sha256Hex(bytes), mediaType: read.mediaType, bytes };
  const placeOf = (locator: string | null): string =>
    locator === null ? fileName : `${fileName}:${locator.replace(/^line /, '')}`;
  return {
    items: read.documents.map(({ document, proposals, places, locator, sourceSha256 }) => ({
      ...(acceptProposals
        ? accept(document, { proposals, given, where: placeOf(locator) })
        : { document, proposals }),
      sourceName: placeOf(locator),
      sourceSha256,
      file,
      places,
    })),
    errors: read.errors.map(({ where, error }) => ({ source: placeOf(where), error })),
    warnings: read.warnings,
  };
}

function accept(
  document: DocumentInput,
  {
    proposals,
    given,
    where,
  }: {
    proposals: readonly MetadataProposal[];
    given: NonNullable<ReadOptions['given']>;
    where: string;
  },
): Pick<ImportItem, 'document' | 'proposals'> {
  const taken = proposals.filter(({ field }) => given[field] === undefined);
  const values = Object.fromEntries(taken.map(({ field, value }) => [field, value]));
  return {
    document: toDocumentInput({ ...document, ...values }, where),
    proposals: proposals.filter((proposal) => !taken.includes(proposal)),
  };
}
