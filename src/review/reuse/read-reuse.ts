import type { DbContext } from '#db/context.ts';
import type { PostState } from '#db/schema/index.ts';
import { reusableStates } from './confirm-reuse.ts';
import { findReusable } from './find-reusable.ts';

export type ReuseView = NonNullable<Awaited<ReturnType<typeof latestReuse>>>;

/** The newest reuse of a post, in force or ended; and, while it is open, answers that fit its claims. */
export async function readReuse(
  ctx: DbContext,
  post: { readonly id: string; readonly state: PostState },
  claims: ReadonlyArray<{ readonly id: string; readonly checkable: boolean }>,
) {
  const open = reusableStates.includes(post.state);
  const checkable = claims.filter((claim) => claim.checkable).map(({ id }) => id);
  return {
    latest: (await latestReuse(ctx, post.id)) ?? null,
    suggestions: open ? await findReusable(ctx, checkable) : [],
  };
}

function latestReuse(ctx: Pick<DbContext, 'db'>, postId: string) {
  return ctx.db
    .selectFrom('reuse as r')
    .innerJoin('approval as a', 'a.id', 'r.approval_id')
    .innerJoin('app_user as u', 'u.id', 'r.confirmed_by')
    .leftJoin('app_user as e', 'e.id', 'r.ended_by')
    .select(['r.id', 'r.claim_id', 'r.approval_id', 'r.reason', 'r.confirmed_at', 'r.status'])
    .select(['r.ended_at', 'r.end_reason', 'u.name as confirmed_by', 'e.name as ended_by'])
    .select(['a.status as approval_status', 'a.post_id as answered_post_id'])
    .where('r.post_id', '=', postId)
    .orderBy('r.confirmed_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
