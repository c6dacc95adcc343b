import type { DbContext } from '#db/context.ts';
import { mayDo } from '#identity/index.ts';
import { mostCounted, mostNamed, type Notice, noticeKinds } from './notice.ts';
import {
  mentions,
  type NoticeRow,
  personalCount,
  personalRows,
  thirdLookRows,
  waitingRows,
} from './notice-queries.ts';

/** What the acting person is to know, most urgent kind first; made from what there is now, never stored. */
export async function readNotices(
  ctx: Pick<DbContext, 'db' | 'actor' | 'clock'>,
): Promise<Notice[]> {
  const { userId } = ctx.actor;
  if (userId === null) return [];
  const rows: NoticeRow[] = [];
  const personal = personalRows(ctx);
  if (personal !== null) rows.push(...(await personal.execute(ctx.db)).rows);
  if (mayDo(ctx.actor, 'review.decide')) {
    rows.push(...(await waitingRows(userId).execute(ctx.db)).rows);
  }
  if (mayDo(ctx.actor, 'third_look.give')) {
    rows.push(...(await thirdLookRows(userId).execute(ctx.db)).rows);
  }
  const byKind = Map.groupBy(rows, (row) => row.kind);
  return noticeKinds.flatMap((kind) => {
    const found = byKind.get(kind) ?? [];
    if (found.length === 0) return [];
    const entries = found
      .flatMap(({ post_id: postId, at }) => (postId === null ? [] : [{ postId, at }]))
      .slice(0, mostNamed);
    return [{ kind, count: Math.min(found.length, mostCounted), entries }];
  });
}

/**
 * How many notices are addressed to the acting person, for the header of every page: one statement, and
 * another for who was mentioned. 100 means more than 99.
 */
export async function countNotices(
  ctx: Pick<DbContext, 'db' | 'actor' | 'clock'>,
): Promise<number> {
  const { rows = [] } = (await personalCount(ctx)?.execute(ctx.db)) ?? {};
  const [{ others, mentions: unseen } = { others: 0, mentions: 0 }] = rows;
  const visible =
    unseen === 0
      ? []
      : await mentions(ctx).clearSelect().select('c.id').limit(mostCounted).execute();
  return Math.min(others + visible.length, mostCounted);
}
