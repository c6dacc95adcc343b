import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** Terms are sorted by the caller, so that two imports take their row locks in the same order. */
export async function upsertTerms(
  ctx: Pick<DbContext, 'db'>,
  terms: readonly string[],
  frequencies: readonly number[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; term: string }>`
    insert into lexical_term (term, document_frequency)
    select * from unnest(${[...terms]}::text[], ${[...frequencies]}::int[])
    on conflict (term) do update
      set document_frequency = lexical_term.document_frequency + excluded.document_frequency
    returning id, term`.execute(ctx.db);
  return new Map(rows.map((row) => [row.term, row.id]));
}

export interface PostingColumns {
  readonly termIds: number[];
  readonly passageIds: number[];
  readonly frequencies: number[];
  readonly lengths: number[];
}

export async function insertPostings(
  ctx: Pick<DbContext, 'db'>,
  postings: PostingColumns,
): Promise<void> {
  await sql`
    insert into lexical_posting (term_id, passage_id, term_frequency, passage_length)
    select * from unnest(${postings.termIds}::int[], ${postings.passageIds}::int[],
      ${postings.frequencies}::smallint[], ${postings.lengths}::int[])`.execute(ctx.db);
}

/** Takes the postings of these terms in these passages out; the terms must be all the passages have. */
export async function deletePostings(
  ctx: Pick<DbContext, 'db'>,
  termIds: readonly number[],
  passageIds: readonly number[],
): Promise<void> {
  await sql`
    delete from lexical_posting where term_id = any(${[...termIds]}::int[])
      and passage_id = any(${[...passageIds]}::int[])`.execute(ctx.db);
}

export async function addToStatistics(
  ctx: Pick<DbContext, 'db'>,
  passages: number,
  terms: number,
): Promise<void> {
  await sql`
    update lexical_statistics
    set passage_count = passage_count + ${passages}, term_total = term_total + ${terms}`.execute(
    ctx.db,
  );
}

export interface SyllableCountColumns {
  readonly keys: readonly string[];
  readonly firsts: readonly string[];
  readonly seconds: readonly string[];
  readonly counts: readonly number[];
}

/** Adds to counts, which may be negative. Sorted here, so that two transactions lock rows in one order. */
export async function addSyllableCounts(
  ctx: Pick<DbContext, 'db'>,
  rows: SyllableCountColumns,
): Promise<void> {
  await sql`
    insert into syllable_count (key, first, second, count)
    select * from unnest(${rows.keys}::text[], ${rows.firsts}::text[], ${rows.seconds}::text[],
      ${rows.counts}::int[]) as added (key, first, second, count)
    order by key, first, second
    on conflict (key, first, second) do update
      set count = syllable_count.count + excluded.count`.execute(ctx.db);
}

/** Takes out what is no longer counted among these keys. */
export async function dropEmptySyllableCounts(
  ctx: Pick<DbContext, 'db'>,
  keys: readonly string[],
): Promise<void> {
  await sql`
    delete from syllable_count where key = any(${[...keys]}::text[]) and count <= 0`.execute(
    ctx.db,
  );
}

/** Claims versions for counting: another transaction that wants the same waits, then gets none of them. */
export async function markCounted(
  ctx: Pick<DbContext, 'db'>,
  versionIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ version_id: string }>`
    insert into syllable_counted_version (version_id)
    select id from unnest(${[...versionIds]}::uuid[]) as id order by id
    on conflict do nothing
    returning version_id`.execute(ctx.db);
  return rows.map((row) => row.version_id);
}

/** Gives passages the vectors, of every model, that others have; both lists in step. */
export async function copyEmbeddings(
  ctx: Pick<DbContext, 'db'>,
  fromIds: readonly number[],
  toIds: readonly number[],
): Promise<void> {
  if (toIds.length === 0) return;
  await sql`
    insert into passage_embedding (model_id, passage_id, embedding)
    select e.model_id, pair.to_id, e.embedding
    from unnest(${[...fromIds]}::int[], ${[...toIds]}::int[]) as pair(from_id, to_id)
    join passage_embedding e on e.passage_id = pair.from_id
    on conflict do nothing`.execute(ctx.db);
}
