import type { DbContext } from '#db/context.ts';
import { searchTerms } from '#language/search-terms.ts';
import { addToStatistics, insertPostings, type PostingColumns, upsertTerms } from './queries.ts';

const maxTermFrequency = 32_767;
/** Rows of one statement; parameters are arrays, so this bounds memory, not the protocol. */
const chunkSize = 20_000;

/** The terms of a passage as it is searched: its document's title and headings belong to it. */
export function passageTerms(searchText: string): string[] {
  return searchTerms(searchText);
}

/**
 * Adds passages to the lexical index in the caller's transaction. Document frequencies count every
 * passage ever imported, in force or not: close enough for weighting, and no write when dates pass.
 */
export async function indexTerms(
  ctx: DbContext,
  passages: readonly { readonly id: number; readonly terms: readonly string[] }[],
): Promise<void> {
  const documentFrequency = new Map<string, number>();
  const counted = passages.map(({ id, terms }) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of counts.keys()) {
      documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
    }
    return { id, length: terms.length, counts };
  });
  const terms = [...documentFrequency.keys()].toSorted();
  const termId = await upsertTerms(
    ctx,
    terms,
    terms.map((term) => documentFrequency.get(term) as number),
  );
  let columns = emptyColumns();
  for (const { id, length, counts } of counted) {
    for (const [term, count] of counts) {
      columns.termIds.push(termId.get(term) as number);
      columns.passageIds.push(id);
      columns.frequencies.push(Math.min(count, maxTermFrequency));
      columns.lengths.push(length);
    }
    if (columns.termIds.length < chunkSize) continue;
    await insertPostings(ctx, columns);
    columns = emptyColumns();
  }
  if (columns.termIds.length > 0) await insertPostings(ctx, columns);
  await addToStatistics(
    ctx,
    passages.length,
    counted.reduce((sum, { length }) => sum + length, 0),
  );
}

function emptyColumns(): PostingColumns {
  return { termIds: [], passageIds: [], frequencies: [], lengths: [] };
}
