import type { DbContext } from '#db/context.ts';
import type { BulkRefusal } from '#db/schema/index.ts';
import type { ResponseDecision } from './record-response.ts';
import { undoMs } from './undo-many.ts';

/** What became of a decision on many posts. */
export interface BulkOutcome {
  readonly id: string;
  readonly decision: ResponseDecision;
  readonly decided: number;
  readonly refused: readonly BulkRefusal[];
  /** Posts taken back, and those that somebody had acted on; null: it was not taken back. */
  readonly undone: { readonly posts: number; readonly kept: number } | null;
  /** The one who asks may still take it back. */
  readonly mayUndo: boolean;
}

/** A decision on many posts of the one who asks; null: there is none with this id. */
export async function readBulk(ctx: DbContext, bulkId: string): Promise<BulkOutcome | null> {
  const bulk = await ctx.db
    .selectFrom('response_bulk')
    .select(['id', 'decision', 'decided_at', 'refused', 'undone_at'])
    .where('id', '=', bulkId)
    .where('decided_by', '=', ctx.actor.userId)
    .executeTakeFirst();
  if (bulk === undefined) return null;
  const counts = await ctx.db
    .selectFrom('response_decision as r')
    .leftJoin('response_decision as u', 'u.undoes', 'r.id')
    .select((eb) => [
      eb.fn.count<string>('r.id').as('decided'),
      eb.fn.count<string>('u.id').as('undone'),
    ])
    .where('r.bulk_id', '=', bulkId)
    .executeTakeFirstOrThrow();
  const [decided, undone] = [Number(counts.decided), Number(counts.undone)];
  return {
    id: bulk.id,
    decision: bulk.decision,
    decided,
    refused: bulk.refused,
    undone: bulk.undone_at === null ? null : { posts: undone, kept: decided - undone },
    mayUndo:
      bulk.undone_at === null &&
      decided > 0 &&
      bulk.decided_at.getTime() > ctx.clock().getTime() - undoMs,
  };
}
