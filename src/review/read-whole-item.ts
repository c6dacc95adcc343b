import type { DbContext } from '#db/context.ts';
import { readReviews } from './decision/read-reviews.ts';
import { listPublished } from './export/list-published.ts';
import { readTurn } from './queue/read-turn.ts';
import { readItem } from './read-item.ts';

export type ItemView = Awaited<ReturnType<typeof readWholeItem>>;

/** An item with what stands around it on its page: past reviews, where it was published, whose turn it is. */
export async function readWholeItem(ctx: DbContext, postId: string) {
  const item = await readItem(ctx, postId);
  const { approval, post } = item;
  return {
    ...item,
    reviews: await readReviews(ctx, postId),
    published: approval === null ? [] : await listPublished(ctx, { approvalId: approval.id }),
    turn: post.item_id === null ? null : await readTurn(ctx, post.item_id),
  };
}
