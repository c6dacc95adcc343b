import type { DbContext } from '#db/context.ts';
import type { DocumentMetadata } from '#db/schema/index.ts';
import { chunkText } from './chunk.ts';
import type { DocumentInput } from './document-input.ts';
import { passageTerms, unindexTerms } from './index-terms.ts';
import { searchText } from './search-text.ts';
import { storePassages } from './store-passages.ts';

/**
 * Cuts and indexes a draft version anew after its title or language changed, in the caller's
 * transaction. Nothing refers to the passages of a draft: only versions in force are matched and cited.
 */
export async function rebuildPassages(
  ctx: DbContext,
  input: { versionId: string; document: DocumentInput; was: DocumentMetadata },
): Promise<void> {
  const { versionId, document, was } = input;
  const old = await ctx.db
    .selectFrom('passage')
    .select(['id', 'heading_path', 'text'])
    .where('version_id', '=', versionId)
    .execute();
  await unindexTerms(
    ctx,
    old.map((row) => ({
      id: row.id,
      terms: passageTerms(searchText(was.title, row.heading_path, row.text)),
    })),
  );
  const ids = old.map((row) => row.id);
  if (ids.length > 0) {
    await ctx.db.deleteFrom('passage_embedding').where('passage_id', 'in', ids).execute();
    await ctx.db.deleteFrom('passage').where('id', 'in', ids).execute();
  }
  await storePassages(ctx, [
    {
      versionId,
      language: document.language,
      title: document.title,
      chunks: chunkText(document.text, { language: document.language, title: document.title }),
      earlierOf: null,
    },
  ]);
}
