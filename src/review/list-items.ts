import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { Outcome, PostState } from '#db/schema/index.ts';

export interface QueueEntry {
  readonly itemId: string;
  readonly postId: string;
  readonly state: PostState;
  readonly text: string;
  readonly language: string;
  readonly submissions: number;
  readonly round: number;
  readonly leasedBy: string | null;
  readonly leasedUntil: Date | null;
  readonly receivedAt: Date;
  readonly outcomes: readonly Outcome[];
  /** Its newest draft quotes what has ended since. */
  readonly needsRecheck: boolean;
}

/** The queue, newest first, optionally only posts in one state. A lease that ran out is not shown. */
export async function listItems(
  ctx: DbContext,
  input: {
    state?: PostState | null;
    /** Only those whose newest draft lost a source. */
    needsRecheck?: boolean;
    cursor?: string | null;
    limit: number;
  },
): Promise<Page<QueueEntry>> {
  const now = ctx.clock();
  let query = ctx.db
    .selectFrom('review_item as i')
    .innerJoin('post as p', 'p.id', 'i.post_id')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.id', '=', 'i.leased_by').on('i.leased_until', '>', now),
    )
    .select([
      'i.id',
      'i.post_id',
      'i.round',
      'i.leased_until',
      'p.state',
      'p.text',
      'p.language',
      'p.submission_count',
      'p.received_at',
      'u.name as leased_by',
    ])
    .select((eb) => eb('p.id', 'in', lostSources(ctx)).as('needs_recheck'))
    .orderBy('i.id', 'desc')
    .limit(input.limit + 1);
  if (input.state) query = query.where('p.state', '=', input.state);
  if (input.needsRecheck === true) query = query.where('p.id', 'in', lostSources(ctx));
  if (input.cursor) query = query.where('i.id', '<', decodeCursor(input.cursor));
  const page = toPage(await query.execute(), input.limit, (row) => row.id);
  const outcomes = await outcomesOf(
    ctx,
    page.items.map((row) => row.post_id),
  );
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
      receivedAt: row.received_at,
      outcomes: outcomes.get(row.post_id) ?? [],
      needsRecheck: Boolean(row.needs_recheck),
    })),
  };
}

/** Posts whose newest draft lost a source. */
function lostSources(ctx: DbContext) {
  return ctx.db
    .selectFrom('recheck as r')
    .innerJoin('draft as d', 'd.id', 'r.draft_id')
    .select('r.post_id')
    .where((eb) =>
      eb(
        'd.revision',
        '=',
        eb
          .selectFrom('draft as l')
          .select((eb) => eb.fn.max('l.revision').as('newest'))
          .whereRef('l.post_id', '=', 'r.post_id'),
      ),
    );
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
