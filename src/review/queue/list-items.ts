import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { Outcome, PostState } from '#db/schema/index.ts';
import { queueItems } from './list-items-queries.ts';
import { decodePriorityCursor, encodePriorityCursor } from './priority-cursor.ts';
import type { QueueFilter } from './queue-filter.ts';

export interface QueueEntry {
  readonly itemId: string;
  readonly postId: string;
  readonly state: PostState;
  readonly text: string;
  readonly language: string;
  readonly submissions: number;
  readonly round: number;
  /** Who holds it now and until when. */
  readonly leasedBy: string | null;
  readonly leasedUntil: Date | null;
  /** The one who asks holds it. */
  readonly mine: boolean;
  /** For whom it is kept and until when; others are not offered it. */
  readonly reservedFor: string | null;
  readonly reservedUntil: Date | null;
  /** It is kept for the one who asks. */
  readonly forMe: boolean;
  /** It waits again because a lease ran out then. */
  readonly ranOutAt: Date | null;
  readonly receivedAt: Date;
  readonly outcomes: readonly Outcome[];
  /** It has words that are written to a machine. */
  readonly instructed: boolean;
  /** Its newest draft quotes what has ended since. */
  readonly needsRecheck: boolean;
  /** Why a returned post has no answer in force any more; null: it had none, or a newer draft is under way. */
  readonly lostAnswer: 'expired' | 'reuse_ended' | null;
}

/**
 * The queue, newest first, or by priority: what is in review, in the order it is handed out. A lease that
 * ran out by the database's clock is nobody's. @throws ValidationError for a cursor of another order.
 */
export async function listItems(
  ctx: DbContext,
  input: QueueFilter & { cursor?: string | null; limit: number },
): Promise<Page<QueueEntry>> {
  const { cursor, limit, ...filter } = input;
  const page =
    filter.order === 'priority'
      ? await byPriority(ctx, filter, cursor ?? null, limit)
      : await newestFirst(ctx, filter, cursor ?? null, limit);
  const outcomes = await outcomesOf(
    ctx,
    page.items.map((row) => row.post_id),
  );
  const me = ctx.actor.userId;
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => ({
      itemId: row.id,
      postId: row.post_id,
      state: row.state,
      text: row.text,
      language: row.language,
      submissions: row.submission_count,
      round: row.round,
      leasedBy: row.leased_by,
      leasedUntil: row.leased_by === null ? null : row.leased_until,
      mine: row.leased_by_id !== null && row.leased_by_id === me,
      reservedFor: row.reserved_for,
      reservedUntil: row.reserved_for === null ? null : row.reserved_until,
      forMe: row.reserved_for_id !== null && row.reserved_for_id === me,
      ranOutAt: row.ran_out_at,
      receivedAt: row.received_at,
      outcomes: outcomes.get(row.post_id) ?? [],
      instructed: row.instructions.length > 0,
      needsRecheck: Boolean(row.needs_recheck),
      lostAnswer: row.lost_answer,
    })),
  };
}

async function newestFirst(
  ctx: DbContext,
  filter: QueueFilter,
  cursor: string | null,
  limit: number,
) {
  let query = queueItems(ctx, filter)
    .orderBy('i.id', 'desc')
    .limit(limit + 1);
  if (cursor !== null) query = query.where('i.id', '<', decodeCursor(cursor));
  return toPage(await query.execute(), limit, (row) => row.id);
}

async function byPriority(
  ctx: DbContext,
  filter: QueueFilter,
  cursor: string | null,
  limit: number,
) {
  let query = queueItems(ctx, filter)
    .where('i.open', '=', true)
    .orderBy('i.priority', 'desc')
    .orderBy('i.id')
    .limit(limit + 1);
  if (cursor !== null) {
    const { priority, id } = decodePriorityCursor(cursor);
    query = query.where((eb) =>
      eb.or([
        eb('i.priority', '<', priority),
        eb.and([eb('i.priority', '=', priority), eb('i.id', '>', id)]),
      ]),
    );
  }
  const rows = await query.execute();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodePriorityCursor(last) : null };
}

async function outcomesOf(
  ctx: DbContext,
  postIds: readonly string[],
): Promise<Map<string, Outcome[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('claim as c')
    .innerJoin('assessment as a', (join) =>
      join.onRef('a.claim_id', '=', 'c.id').on('a.current', '=', true),
    )
    .select(['c.post_id', 'a.outcome'])
    .where('c.post_id', 'in', [...postIds])
    .orderBy('c.ordinal')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.post_id)].map(([postId, group]) => [
      postId,
      group.map((row) => row.outcome),
    ]),
  );
}
