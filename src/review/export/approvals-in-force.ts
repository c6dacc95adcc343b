import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';

/**
 * Approvals that may be used today, as a query to go on from. One whose source ended a moment ago, or
 * whose day to be reviewed by has come, is left out, though nobody was told yet.
 */
export function approvalsInForce(ctx: Pick<DbContext, 'db' | 'clock'>) {
  const today = isoDay(ctx.clock());
  return ctx.db
    .selectFrom('approval as a')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .where('a.status', '=', 'in_force')
    .where((eb) => eb.or([eb('d.review_by', 'is', null), eb('d.review_by', '>', today)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('citation_now as c')
            .innerJoin('document_version as v', 'v.id', 'c.version_id')
            .innerJoin('document as o', 'o.id', 'v.document_id')
            .select('v.id')
            .whereRef('c.draft_id', '=', 'a.draft_id')
            .where((eb) => eb.or([eb('v.ends_on', '<=', today), eb('o.citable', '=', false)])),
        ),
      ),
    );
}
