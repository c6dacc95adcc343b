import type { DbContext } from '#db/context.ts';

/** More kinds of actions than this in one look are not told apart. */
const mostActions = 100;

export interface AuditNews {
  /** Of the newest event. */
  readonly seq: number;
  /** Each kind of action since then once. */
  readonly actions: readonly string[];
}

/** What was recorded after `after`; null: only where the trail is now. One statement when nothing was. */
export async function readNews(
  ctx: Pick<DbContext, 'db'>,
  after: number | null,
): Promise<AuditNews> {
  const { seq } = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
  if (after === null || seq <= after) return { seq, actions: [] };
  const rows = await ctx.db
    .selectFrom('audit_event')
    .select('action')
    .distinct()
    .where('seq', '>', after)
    .where('seq', '<=', seq)
    .limit(mostActions)
    .execute();
  return { seq, actions: rows.map(({ action }) => action) };
}
