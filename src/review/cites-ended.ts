import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';

/** Whether a draft quotes a version that is not in force and citable today. */
export async function citesEnded(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  draftId: string,
): Promise<boolean> {
  const today = isoDay(ctx.clock());
  const ended = await ctx.db
    .selectFrom('citation_now as c')
    .innerJoin('document_version as v', 'v.id', 'c.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select('v.id')
    .where('c.draft_id', '=', draftId)
    .where((eb) =>
      eb.or([
        eb('v.status', '<>', 'approved'),
        eb('v.valid_from', '>', today),
        eb('v.ends_on', '<=', today),
        eb('d.citable', '=', false),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return ended !== undefined;
}
