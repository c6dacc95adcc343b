import type { LanguageModelContext, ModelBudget } from './language-model.ts';
import { settleInterrupted } from './settle-call.ts';

/** A paid request that fails for a reason that may pass is made once more, never again. */
const mostAttempts = 2;

/**
 * Whether a language model may be asked for this, counting every request that was made; one that a dead
 * process left under way is settled first. One worker at a time has the job of a post.
 */
export async function mayAttempt(
  ctx: LanguageModelContext,
  budget: ModelBudget,
  of: { readonly postId: string; readonly task: 'draft' | 'claims' },
): Promise<boolean> {
  await settleInterrupted(ctx, budget, of);
  const { made } = await ctx.db
    .selectFrom('model_call')
    .select((eb) => eb.fn.countAll<string | number>().as('made'))
    .where('post_id', '=', of.postId)
    .where('task', '=', of.task)
    .where('reserved_tokens', '>', 0)
    .executeTakeFirstOrThrow();
  return Number(made) < mostAttempts;
}
