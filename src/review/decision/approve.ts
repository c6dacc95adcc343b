import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { announce } from '#webhooks/index.ts';
import { citesEnded } from '../cites-ended.ts';
import { keepWordings } from '../reuse/keep-wordings.ts';
import type { Obstacle } from './next-state.ts';
import { readPair } from './person-queries.ts';

interface Reviewed {
  readonly postId: string;
  readonly draft: {
    readonly id: string;
    readonly contentSha256: string;
    readonly reviewBy: string | null;
  };
  readonly first: string;
  readonly second: string;
}

/**
 * What stands in the way of an approval although both approve: nobody but the drafters could act on the
 * database's refusal, so the draft goes back to them. Null: nothing.
 */
export async function findObstacle(ctx: DbContext, reviewed: Reviewed): Promise<Obstacle | null> {
  const pair = await readPair(ctx, reviewed);
  if (pair.one_person) return 'one_person';
  if (pair.first_had_part) return 'first_had_part';
  if (!pair.first_may_review) return 'first_not_reviewer';
  const { reviewBy } = reviewed.draft;
  if (reviewBy !== null && reviewBy <= isoDay(ctx.clock())) return 'review_by_passed';
  return (await citesEnded(ctx, reviewed.draft.id)) ? 'source_ended' : null;
}

/** Stores the approval; the database checks all of it again. Returns its id and what is to be recorded. */
export async function approve(
  ctx: DbContext,
  { postId, draft, first, second }: Reviewed,
): Promise<{ readonly id: string; readonly entry: AuditEntry }> {
  const id = newId();
  await ctx.db
    .insertInto('approval')
    .values({
      id,
      post_id: postId,
      draft_id: draft.id,
      content_sha256: draft.contentSha256,
      first_reviewer: first,
      second_reviewer: second,
      status: 'in_force',
      approved_at: ctx.clock(),
    })
    .execute();
  await keepWordings(ctx, { approvalId: id });
  await announce(ctx, { event: 'approval.in_force', approvalIds: [id] });
  return {
    id,
    entry: {
      action: 'approval.given',
      entityType: 'approval',
      entityId: id,
      details: { draft: draft.id },
      after: { content_sha256: draft.contentSha256 },
    },
  };
}
