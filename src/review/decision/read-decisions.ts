import type { DbContext } from '#db/context.ts';
import type { PostState } from '#db/schema/index.ts';
import { mayLookAgain } from '../third-look/pending-third-looks.ts';
import { hasDecided } from './person-queries.ts';

export type DecisionView = Awaited<ReturnType<typeof decisionsOn>>[number];

/**
 * The decisions on a draft that the actor may see. While one is missing nobody sees the other, drafters
 * and auditors included, so that nothing reaches who may still give the second; who gave the first sees
 * their own. Nor does a reviewer see any who may still be asked for a third look. Null: hidden, which looks the same whether there is one or none.
 */
export async function readDecisions(
  ctx: DbContext,
  { state, draftId }: { state: PostState; draftId: string },
): Promise<DecisionView[] | null> {
  if (await mayLookAgain(ctx, draftId)) return null;
  const decisions = await decisionsOn(ctx, [draftId]);
  if (state !== 'IN_REVIEW' || decisions.length === 2) return decisions;
  const { userId } = ctx.actor;
  if (userId === null) return null;
  return (await hasDecided(ctx, { userId, draftId })) ? decisions : null;
}

export function decisionsOn(ctx: Pick<DbContext, 'db'>, draftIds: readonly string[]) {
  return ctx.db
    .selectFrom('review_decision as r')
    .innerJoin('app_user as u', 'u.id', 'r.reviewer')
    .select([
      'r.draft_id',
      'r.stage',
      'r.verdict',
      'r.reason',
      'r.labels',
      'r.obstacle',
      'r.decided_at',
      'r.reviewer as reviewer_id',
      'u.name as reviewer',
    ])
    .where('r.draft_id', 'in', [...draftIds])
    .orderBy('r.stage')
    .execute();
}
