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
  /** It has words that are written to a machine. */
  readonly instructed: boolean;
  /** Its newest draft quotes what has ended since. */
  readonly needsRecheck: boolean;
  /** Why a returned post has no answer in force any more; null: it had none, or a newer draft is under way. */
  readonly lostAnswer: 'expired' | 'reuse_ended' | null;
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
      'p.instructions',
      'u.name as leased_by',
    ])
    .select((eb) => eb('p.id', 'in', lostSources(ctx)).as('needs_recheck'))
    .select((eb) =>
      eb
        .case()
        .when('p.state', '<>', 'RETURNED')
        .then(null)
        .when('p.id', 'in', expired(ctx))
        .then('expired' as const)
        .when('p.id', 'in', reuseEnded(ctx))
        .then('reuse_ended' as const)
        .else(null)
        .end()
        .as('lost_answer'),
    )
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
      instructed: row.instructions.length > 0,
      needsRecheck: Boolean(row.needs_recheck),
      lostAnswer: row.lost_answer,
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

/** Posts whose newest draft was approved until its day to be reviewed by. */
function expired(ctx: DbContext) {
  return ctx.db
    .selectFrom('approval as a')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .select('a.post_id')
    .where('a.status', '=', 'expired')
    .where((eb) =>
      eb(
        'd.revision',
        '=',
        eb
          .selectFrom('draft as l')
          .select((eb) => eb.fn.max('l.revision').as('newest'))
          .whereRef('l.post_id', '=', 'a.post_id'),
      ),
    );
}

/** Posts that reused an answer and have no newer draft of their own. */
function reuseEnded(ctx: DbContext) {
  return ctx.db
    .selectFrom('reuse as r')
    .select('r.post_id')
    .where('r.status', '=', 'ended')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('draft as l')
            .select('l.id')
            .whereRef('l.post_id', '=', 'r.post_id')
            .whereRef('l.created_at', '>', 'r.ended_at'),
        ),
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
