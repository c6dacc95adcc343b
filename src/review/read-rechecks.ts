import type { DbContext } from '#db/context.ts';

export type RecheckView = Awaited<ReturnType<typeof readRechecks>>[number];

/** What a draft lost since it was written, newest first: quotes of versions that ended. */
export async function readRechecks(ctx: Pick<DbContext, 'db'>, draftId: string) {
  return ctx.db
    .selectFrom('recheck as r')
    .innerJoin('document_version as v', 'v.id', 'r.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .leftJoin('document_version as s', 's.id', 'r.successor_id')
    .leftJoin('document as sd', 'sd.id', 's.document_id')
    .select(['r.id', 'r.approval_id', 'r.cause', 'r.quotes', 'r.opened_at', 'r.version_id'])
    .select(['v.version_number', 'v.ends_on', 'v.withdrawal_reason', 'd.title', 'd.number'])
    .select(['d.language', 'r.successor_id', 's.version_number as successor_number'])
    .select(['sd.title as successor_title', 'sd.language as successor_language'])
    .where('r.draft_id', '=', draftId)
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.id')
    .execute();
}
