import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { EvidenceBundle } from './format.ts';

type Db = Pick<DbContext, 'db'>;

/** What the other parts of a bundle are read by. */
export interface BundledApproval {
  readonly postId: string;
  readonly draftId: string;
  readonly claimId: string;
  readonly approvedAt: Date;
  readonly approval: EvidenceBundle['approval'];
}

/** @throws NotFoundError */
export async function readApproval(ctx: Db, approvalId: string): Promise<BundledApproval> {
  const row = await ctx.db
    .selectFrom('approval as a')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .leftJoin('revocation as r', 'r.approval_id', 'a.id')
    .leftJoin('app_user as u', 'u.id', 'r.revoked_by')
    .select(['a.id', 'a.post_id', 'a.draft_id', 'd.claim_id', 'a.status', 'a.content_sha256'])
    .select(['a.first_reviewer', 'a.second_reviewer', 'a.approved_at'])
    .select(['r.reason', 'r.revoked_at', 'u.id as user_id', 'u.person', 'u.name'])
    .where('a.id', '=', approvalId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError('no such approval', { field: 'approval' });
  const { user_id: userId, person, name, reason, revoked_at: revokedAt } = row;
  const revoked = userId !== null && person !== null && name !== null && revokedAt !== null;
  return {
    postId: row.post_id,
    draftId: row.draft_id,
    claimId: row.claim_id,
    approvedAt: row.approved_at,
    approval: {
      id: row.id,
      status: row.status,
      content_sha256: row.content_sha256,
      first_reviewer: row.first_reviewer,
      second_reviewer: row.second_reviewer,
      approved_at: row.approved_at.toISOString(),
      revocation: revoked
        ? {
            revoked_by: { id: userId, person, name },
            reason: reason ?? '',
            revoked_at: revokedAt.toISOString(),
          }
        : null,
    },
  };
}

/** Both decisions, the first first. */
export async function readReviews(ctx: Db, draftId: string): Promise<EvidenceBundle['reviews']> {
  const rows = await ctx.db
    .selectFrom('review_decision as r')
    .innerJoin('app_user as u', 'u.id', 'r.reviewer')
    .select(['r.id', 'r.stage', 'r.round', 'r.fence', 'r.verdict', 'r.reason', 'r.labels'])
    .select(['r.content_sha256', 'r.decided_at', 'u.id as user_id', 'u.person', 'u.name'])
    .where('r.draft_id', '=', draftId)
    .orderBy('r.stage')
    .execute();
  return rows.map(({ user_id: id, person, name, decided_at: at, stage, ...row }) => ({
    ...row,
    stage: stage === 1 ? 1 : 2,
    labels: row.labels.map(({ ordinal, label }) => ({ ordinal, label })),
    reviewer: { id, person, name },
    decided_at: at.toISOString(),
  }));
}

/** Who had a part in the answer up to its approval; what they do for a later one is not about this. */
export async function readContributors(
  ctx: Db,
  { postId, approvedAt }: BundledApproval,
): Promise<EvidenceBundle['contributors']> {
  const rows = await ctx.db
    .selectFrom('contribution as c')
    .innerJoin('app_user as u', 'u.id', 'c.user_id')
    .select(['u.id', 'u.person', 'u.name', 'c.kind'])
    .where('c.post_id', '=', postId)
    .where('c.contributed_at', '<=', approvedAt)
    .orderBy('u.id')
    .orderBy('c.kind')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((own) =>
    own
      .slice(0, 1)
      .map(({ id, person, name }) => ({ id, person, name, kinds: own.map(({ kind }) => kind) })),
  );
}
