import type { DbContext } from '#db/context.ts';
import type { Chunk } from './chunk.ts';
import { indexTerms, passageTerms } from './index-terms.ts';
import { copyEmbeddings } from './queries.ts';
import { searchText } from './search-text.ts';

/** Passages of one insert and one piece of the index. */
const chunkSize = 1_000;

export interface VersionPassages {
  readonly versionId: string;
  readonly language: string;
  readonly title: string;
  readonly chunks: readonly Chunk[];
  /** The document whose earlier passages may lend their vectors; null when it has none. */
  readonly earlierOf: string | null;
}

/**
 * Writes the passages of new versions with their lexical index, in the caller's transaction. A passage
 * that reads, with its title and headings, as one of the document's latest version or of the one in
 * force takes over the vectors of that one: what did not change is not embedded again. Returns how many did.
 */
export async function storePassages(
  ctx: DbContext,
  versions: readonly VersionPassages[],
): Promise<number> {
  const known = await knownPassages(ctx, versions);
  const passages = versions.flatMap(({ title, language, earlierOf, versionId, chunks }) =>
    chunks.map((chunk, ordinal) => {
      const searched = searchText(title, chunk.headingPath, chunk.text);
      const terms = passageTerms(searched);
      const row = {
        version_id: versionId,
        ordinal,
        start_offset: chunk.start,
        end_offset: chunk.end,
        heading_path: [...chunk.headingPath],
        language,
        text: chunk.text,
        term_count: terms.length,
      };
      return { row, terms, knownAs: known.get(identity(earlierOf, language, searched)) };
    }),
  );
  let copied = 0;
  for (let start = 0; start < passages.length; start += chunkSize) {
    const part = passages.slice(start, start + chunkSize);
    const ids = await ctx.db
      .insertInto('passage')
      .values(part.map(({ row }) => row))
      .returning(['id', 'version_id', 'ordinal'])
      .execute();
    const idOf = new Map(ids.map((row) => [`${row.version_id}/${row.ordinal}`, row.id]));
    const stored = part.map(({ row, ...rest }) => ({
      ...rest,
      id: idOf.get(`${row.version_id}/${row.ordinal}`) as number,
    }));
    await indexTerms(ctx, stored);
    const same = stored.filter((passage) => passage.knownAs !== undefined);
    await copyEmbeddings(
      ctx,
      same.map((passage) => passage.knownAs as number),
      same.map((passage) => passage.id),
    );
    copied += same.length;
  }
  return copied;
}

/** What a vector depends on, within a document. */
function identity(documentId: string | null, language: string, searched: string): string {
  return `${documentId}\n${language}\n${searched}`;
}

async function knownPassages(
  ctx: DbContext,
  versions: readonly VersionPassages[],
): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  const documentIds = versions.flatMap((version) => version.earlierOf ?? []);
  if (documentIds.length === 0) return known;
  const rows = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('passage as p', 'p.version_id', 'v.id')
    .select(['p.id', 'p.text', 'p.heading_path', 'p.language', 'v.document_id', 'v.metadata'])
    .where('v.document_id', 'in', documentIds)
    .where((eb) =>
      eb.or([
        eb.and([eb('v.status', '=', 'approved'), eb('v.superseded_by', 'is', null)]),
        eb(
          'v.version_number',
          '=',
          eb
            .selectFrom('document_version as l')
            .select((eb) => eb.fn.max('l.version_number').as('newest'))
            .whereRef('l.document_id', '=', 'v.document_id'),
        ),
      ]),
    )
    .execute();
  for (const row of rows) {
    const searched = searchText(row.metadata.title, row.heading_path, row.text);
    known.set(identity(row.document_id, row.language, searched), row.id);
  }
  return known;
}
