import type { DbContext } from '#db/context.ts';

export interface PublishedAddress {
  readonly url: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** Where the team says it published an answer, oldest first. */
export function listPublished(
  ctx: Pick<DbContext, 'db'>,
  { approvalId }: { approvalId: string },
): Promise<PublishedAddress[]> {
  return ctx.db
    .selectFrom('published_address as p')
    .innerJoin('app_user as u', 'u.id', 'p.added_by')
    .select(['p.url', 'u.name as addedBy', 'p.added_at as addedAt'])
    .where('p.approval_id', '=', approvalId)
    .orderBy('p.added_at')
    .orderBy('p.url')
    .execute();
}
