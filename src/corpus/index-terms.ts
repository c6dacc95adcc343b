import type { DbContext } from '#db/context.ts';
import { searchTerms } from '#language/search-terms.ts';
import {
  addToStatistics,
  deletePostings,
  insertPostings,
  type PostingColumns,
  upsertTerms,
} from './queries.ts';

const maxTermFrequency = 32_767;
/** Rows of one statement; parameters are arrays, so this bounds memory, not the protocol. */
const chunkSize = 20_000;

interface IndexedPassage {
  readonly id: number;
  readonly terms: readonly string[];
}

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
  passages: readonly IndexedPassage[],
): Promise<void> {
  const { counted, documentFrequency, length } = countPassages(passages);
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
  await addToStatistics(ctx, passages.length, length);
}

/** Takes passages out again, given the very terms they were indexed with. */
export async function unindexTerms(
  ctx: DbContext,
  passages: readonly IndexedPassage[],
): Promise<void> {
  const { documentFrequency, length } = countPassages(passages);
  const terms = [...documentFrequency.keys()].toSorted();
  const termId = await upsertTerms(
    ctx,
    terms,
    terms.map((term) => -(documentFrequency.get(term) as number)),
  );
  await deletePostings(
    ctx,
    [...termId.values()],
    passages.map(({ id }) => id),
  );
  await addToStatistics(ctx, -passages.length, -length);
}

/** How often each term stands in each passage, and in how many of them. */
function countPassages(passages: readonly IndexedPassage[]) {
  const documentFrequency = new Map<string, number>();
  let length = 0;
  const counted = passages.map(({ id, terms }) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of counts.keys()) {
      documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
    }
    length += terms.length;
    return { id, length: terms.length, counts };
  });
  return { counted, documentFrequency, length };
}

function emptyColumns(): PostingColumns {
  return { termIds: [], passageIds: [], frequencies: [], lengths: [] };
}
