import { appendAudit, type AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { BulkRefusal, BulkRefusalKind, PostState } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ForbiddenError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { decidableStates, recordResponse, type ResponseDecision } from './record-response.ts';

/** Posts of one call; beyond them nobody has looked at each. */
export const mostPostsAtOnce = 200;

export interface BulkDecision {
  readonly id: string;
  readonly decided: readonly string[];
  readonly refused: readonly BulkRefusal[];
}

/**
 * Decides each of up to 200 posts by itself, all in one transaction; one that cannot be decided is named
 * with the reason and keeps nobody from the others. A post that says nothing checkable is never to be
 * answered. `seenAt`: a post that was decided after it is left to whoever did.
 * @throws ValidationError when nothing or too much was chosen.
 */
export async function decideMany(
  ctx: DbContext,
  input: {
    readonly postIds: readonly string[];
    readonly decision: ResponseDecision;
    readonly reason: string;
    readonly seenAt?: Date | null;
  },
): Promise<BulkDecision> {
  const reason = requireReason(input.reason);
  const { decision, seenAt = null } = input;
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('only a person can do this');
  // Sorted, so that two people who decide common posts take their locks in the same order.
  const postIds = [...new Set(input.postIds)].toSorted();
  if (postIds.length === 0 || postIds.length > mostPostsAtOnce) {
    throw new ValidationError(`${postIds.length} posts were chosen`, {
      field: 'posts',
      remedy: `Choose 1 to ${mostPostsAtOnce} posts.`,
    });
  }
  return withTransaction(ctx, async (ctx) => {
    const id = newId();
    const found = await readPosts(ctx, postIds);
    const refused: BulkRefusal[] = [];
    const entries: AuditEntry[] = [];
    await ctx.db
      .insertInto('response_bulk')
      .values({
        ...{ id, decision, reason, decided_by: userId, decided_at: ctx.clock() },
        ...{ refused: '[]', undone_at: null },
      })
      .execute();
    for (const postId of postIds) {
      const post = found.get(postId) ?? null;
      const why = whyNot(post, decision, seenAt);
      const entry =
        why === null ? await recordResponse(ctx, { postId, decision, reason, bulkId: id }) : null;
      if (entry !== null) entries.push(entry);
      // Between reading and locking somebody may have moved it on.
      else refused.push({ post_id: postId, why: why ?? 'in_review', state: post?.state ?? null });
    }
    await ctx.db
      .updateTable('response_bulk')
      .set({ refused: JSON.stringify(refused) })
      .where('id', '=', id)
      .execute();
    await appendAudit(ctx, [
      ...entries,
      {
        action: 'response.decided_many',
        entityType: 'response_bulk',
        entityId: id,
        details: { decision, decided: entries.length, refused: refused.length },
      },
    ]);
    return { id, decided: entries.map(({ entityId }) => entityId), refused };
  });
}

interface PostToDecide {
  readonly state: PostState;
  readonly decided_at: Date | null;
  readonly checkable: boolean;
}

async function readPosts(
  ctx: DbContext,
  postIds: readonly string[],
): Promise<Map<string, PostToDecide>> {
  const rows = await ctx.db
    .selectFrom('post as p')
    .leftJoin('response_decision as r', (join) =>
      join.onRef('r.post_id', '=', 'p.id').on('r.current', '=', true),
    )
    .select(['p.id', 'p.state', 'r.decided_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('claim as c')
            .innerJoin('assessment as a', 'a.claim_id', 'c.id')
            .select('c.id')
            .whereRef('c.post_id', '=', 'p.id')
            .where('a.current', '=', true)
            .where('a.outcome', '<>', 'NOT_CHECKABLE'),
        )
        .as('checkable'),
    )
    .where('p.id', 'in', [...postIds])
    .where('p.golden', '=', false)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, checkable: Boolean(row.checkable) }]));
}

function whyNot(
  post: PostToDecide | null,
  decision: ResponseDecision,
  seenAt: Date | null,
): BulkRefusalKind | null {
  if (post === null) return 'missing';
  if (post.state === 'RECEIVED') return 'not_analysed';
  if (post.state === 'IN_REVIEW') return 'in_review';
  if (!decidableStates.some((state) => state === post.state)) return 'settled';
  if (seenAt !== null && post.decided_at !== null && post.decided_at > seenAt) {
    return 'decided_meanwhile';
  }
  return decision === 'respond' && !post.checkable ? 'not_checkable' : null;
}
