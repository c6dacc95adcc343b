import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** Rows of a table by a column; of audit events only those with this action. */
export async function countBy(
  ctx: Pick<DbContext, 'db'>,
  table: 'review_item' | 'submission' | 'claim' | 'draft' | 'audit_event',
  column: 'post_id' | 'entity_id',
  action?: string,
): Promise<Map<string, number>> {
  const condition = action === undefined ? sql`true` : sql`action = ${action}`;
  const { rows } = await sql<{ id: string; count: number }>`
    select ${sql.ref(column)}::text as id, count(*)::int as count from ${sql.table(table)}
    where ${condition} group by ${sql.ref(column)}`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** Passages that one of the search legs would miss, and whether their number is known rightly. */
export async function passageFaults(
  ctx: Pick<DbContext, 'db'>,
): Promise<{ withoutVector: number; withoutPostings: number; miscounted: boolean }> {
  const { rows } = await sql<{ vectors: number; postings: number; miscounted: boolean }>`
    select
      (select count(*)::int from passage p where not exists (
        select from passage_embedding e join embedding_model m on m.id = e.model_id
        where e.passage_id = p.id and m.state = 'active'
      )) as vectors,
      (select count(*)::int from passage p where not exists (
        select from lexical_posting l where l.passage_id = p.id)) as postings,
      (select passage_count <> (select count(*) from passage) from lexical_statistics) as miscounted
  `.execute(ctx.db);
  const [row] = rows;
  return {
    withoutVector: row?.vectors ?? 0,
    withoutPostings: row?.postings ?? 0,
    miscounted: row?.miscounted ?? true,
  };
}
