import type { DbContext } from '#db/context.ts';

/**
 * Keeps an approval and the versions it cites as they are until the transaction ends: versions first, as
 * `settleEnded` takes them, so that a reuse and an ending at the same moment wait and never deadlock.
 */
export async function lockAnswer(ctx: Pick<DbContext, 'db'>, approvalId: string): Promise<void> {
  await ctx.db
    .selectFrom('document_version as v')
    .select('v.id')
    .where('v.id', 'in', (eb) =>
      eb
        .selectFrom('citation_now as c')
        .innerJoin('approval as a', 'a.draft_id', 'c.draft_id')
        .select('c.version_id')
        .where('a.id', '=', approvalId),
    )
    .orderBy('v.id')
    .forShare('v')
    .execute();
  await ctx.db
    .selectFrom('approval')
    .select('id')
    .where('id', '=', approvalId)
    .forShare()
    .execute();
}
