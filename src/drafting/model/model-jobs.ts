import type { LanguageModelContext } from './language-model.ts';

export const draftWithModelJob = 'draft-with-model';
export const proposeClaimsJob = 'propose-claims';

/** Queues what a language model is to do for an analysed post, in the caller's transaction. */
export async function enqueueModelJobs(
  ctx: LanguageModelContext,
  { postId, hasDraft, hasClaims }: { postId: string; hasDraft: boolean; hasClaims: boolean },
): Promise<void> {
  const { drafter = null, claims = null } = ctx.languageModel ?? {};
  if (drafter !== null && hasDraft) await ctx.jobs.enqueue(ctx.db, draftWithModelJob, [{ postId }]);
  if (claims !== null && hasClaims) await ctx.jobs.enqueue(ctx.db, proposeClaimsJob, [{ postId }]);
}
