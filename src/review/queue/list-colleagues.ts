import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import { eligibleColleagues } from './colleague-queries.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** To whom the acting person may hand this item over, by name. @throws NotFoundError */
export async function listColleagues(
  ctx: DbContext,
  input: { itemId: string },
): Promise<Colleague[]> {
  const item = await ctx.db
    .selectFrom('review_item')
    .select('id')
    .where('id', '=', input.itemId)
    .executeTakeFirst();
  if (item === undefined) throw new NotFoundError('no such item', { field: 'id' });
  return eligibleColleagues(ctx, input.itemId).execute();
}
