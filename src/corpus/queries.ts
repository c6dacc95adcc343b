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

/** Approvals that quote one of these versions are out of force until a person has looked again. */
export async function flagApprovalsCiting(
  ctx: Pick<DbContext, 'db'>,
  versionIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update approval set status = 'needs_recheck'
    where status = 'in_force' and draft_id in (
      select draft_id from citation where version_id = any(${[...versionIds]}::uuid[]))
    returning id`.execute(ctx.db);
  return rows.map((row) => row.id);
}
