import { appendAudit, type AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { PostState } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { contribute } from './contribute.ts';
import { stateAfter } from './record-response.ts';

/** How long a decision on many posts can be taken back by whoever made it. */
export const undoMs = 30 * 60_000;

export interface UndoneBulk {
  readonly undone: readonly string[];
  /** Posts that somebody has acted on since. */
  readonly kept: readonly string[];
}

/**
 * Takes a decision on many posts back: each gets a further decision, that before it again or none, and the
 * state it had. What somebody has acted on since stays. Whoever decided remains somebody who had a part.
 * @throws NotFoundError for another person's; ConflictError when it is too late or was done already.
 */
export async function undoMany(ctx: DbContext, input: { bulkId: string }): Promise<UndoneBulk> {
  return withTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    const taken = await ctx.db
      .updateTable('response_bulk')
      .set({ undone_at: now })
      .where('id', '=', input.bulkId)
      .where('decided_by', '=', ctx.actor.userId)
      .where('undone_at', 'is', null)
      .where('decided_at', '>', new Date(now.getTime() - undoMs))
      .returning('id')
      .executeTakeFirst();
    if (taken === undefined) await refuse(ctx, input.bulkId);
    const rows = await decisionsOf(ctx, input.bulkId);
    const [undone, kept]: [AuditEntry[], string[]] = [[], []];
    for (const row of rows) {
      const entry = await takeBack(ctx, row);
      if (entry === null) kept.push(row.post_id);
      else undone.push(entry);
    }
    await appendAudit(ctx, [
      ...undone,
      {
        action: 'response.undone_many',
        entityType: 'response_bulk',
        entityId: input.bulkId,
        details: { undone: undone.length, kept: kept.length },
      },
    ]);
    return { undone: undone.map(({ entityId }) => entityId), kept };
  });
}

async function refuse(ctx: DbContext, bulkId: string): Promise<never> {
  const own = await ctx.db
    .selectFrom('response_bulk')
    .select('undone_at')
    .where('id', '=', bulkId)
    .where('decided_by', '=', ctx.actor.userId)
    .executeTakeFirst();
  if (own === undefined) throw new NotFoundError('no such decision of yours', { field: 'bulk' });
  throw new ConflictError(
    own.undone_at === null
      ? 'this was decided too long ago to be taken back at once'
      : 'this was taken back already',
    { field: 'bulk', remedy: 'Decide each post anew.' },
  );
}

type Row = Awaited<ReturnType<typeof decisionsOf>>[number];

function decisionsOf(ctx: DbContext, bulkId: string) {
  return ctx.db
    .selectFrom('response_decision as r')
    .leftJoin('response_decision as e', 'e.id', 'r.replaces')
    .select(['r.id', 'r.post_id', 'r.decision', 'r.decided_at', 'r.state_before', 'r.reason'])
    .select(['e.decision as earlier', 'e.reason as earlier_reason'])
    .where('r.bulk_id', '=', bulkId)
    .orderBy('r.post_id')
    .execute();
}

async function takeBack(ctx: DbContext, row: Row): Promise<AuditEntry | null> {
  const before = row.state_before as PostState;
  const post = await ctx.db
    .updateTable('post as p')
    .set({ state: before })
    .where('p.id', '=', row.post_id)
    .where('p.state', '=', stateAfter(row.decision, before))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('response_decision as r')
          .select('r.id')
          .where('r.id', '=', row.id)
          .where('r.current', '=', true),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(
            eb
              .selectFrom('draft as d')
              .select('d.id')
              .whereRef('d.post_id', '=', 'p.id')
              .where('d.created_by', 'is not', null)
              .where('d.created_at', '>=', row.decided_at),
          ),
          eb.exists(
            eb
              .selectFrom('claim as c')
              .innerJoin('assessment as a', 'a.claim_id', 'c.id')
              .select('a.id')
              .whereRef('c.post_id', '=', 'p.id')
              .where('a.decided_by', 'is not', null)
              .where('a.decided_at', '>=', row.decided_at),
          ),
        ]),
      ),
    )
    .returning('p.id')
    .executeTakeFirst();
  if (post === undefined) return null;
  await ctx.db
    .updateTable('response_decision')
    .set({ current: false })
    .where('id', '=', row.id)
    .execute();
  const userId = await contribute(ctx, row.post_id, 'response');
  await ctx.db
    .insertInto('response_decision')
    .values({
      id: newId(),
      post_id: row.post_id,
      decision: row.earlier ?? 'undone',
      // A restored decision stands for the reason it was made for.
      reason: row.earlier_reason ?? row.reason,
      decided_by: userId,
      decided_at: ctx.clock(),
      current: row.earlier !== null,
      replaces: row.id,
      state_before: stateAfter(row.decision, before),
      undoes: row.id,
    })
    .execute();
  return {
    action: 'response.undone',
    entityType: 'post',
    entityId: row.post_id,
    details: { undone: row.decision, restored: row.earlier },
  };
}
