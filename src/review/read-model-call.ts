import type { DbContext } from '#db/context.ts';
import type { ModelCallFailure } from '#drafting/index.ts';

export type ModelAttempt = NonNullable<Awaited<ReturnType<typeof readModelCall>>>;

/** The newest try to let a language model draft the answer to a post; null when there was none. */
export async function readModelCall(ctx: Pick<DbContext, 'db'>, postId: string) {
  const call = await ctx.db
    .selectFrom('model_call')
    .select(['status', 'reason', 'model', 'prompt', 'prompt_sha256', 'started_at', 'ended_at'])
    .where('post_id', '=', postId)
    .where('task', '=', 'draft')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  // Only codes of ours are ever stored there.
  return call === undefined ? null : { ...call, reason: call.reason as ModelCallFailure | null };
}
