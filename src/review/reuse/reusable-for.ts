import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import { findReusable, type ReusableAnswer } from './find-reusable.ts';

/** What `findReusable` finds for one claim. @throws NotFoundError when there is no such claim. */
export async function reusableFor(
  ctx: DbContext,
  input: { claimId: string },
): Promise<ReusableAnswer[]> {
  const claim = await ctx.db
    .selectFrom('claim')
    .select('id')
    .where('id', '=', input.claimId)
    .executeTakeFirst();
  if (claim === undefined) throw new NotFoundError('no such claim', { field: 'claim' });
  return findReusable(ctx, [input.claimId]);
}
