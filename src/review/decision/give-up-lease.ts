import type { DbContext } from '#db/context.ts';
import { noLease } from '../queue/held-item.ts';

/** Ends a lease with its answer, after it is stored: the database takes one only from who holds the item. */
export async function giveUpLease(
  ctx: DbContext,
  input: { readonly itemId: string; readonly fence: number },
): Promise<void> {
  await ctx.db
    .updateTable('review_item')
    .set(noLease)
    .where('id', '=', input.itemId)
    .where('fence', '=', input.fence)
    .execute();
}
