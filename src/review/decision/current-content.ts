import type { DbContext } from '#db/context.ts';

/** The content hash of a post's newest draft, of the post itself or of its item; null: there is none. */
export async function currentContent(
  ctx: Pick<DbContext, 'db'>,
  of: { readonly postId: string } | { readonly itemId: string },
): Promise<string | null> {
  let query = ctx.db
    .selectFrom('draft as d')
    .select('d.content_sha256')
    .orderBy('d.revision', 'desc')
    .limit(1);
  query =
    'postId' in of
      ? query.where('d.post_id', '=', of.postId)
      : query.innerJoin('review_item as i', 'i.post_id', 'd.post_id').where('i.id', '=', of.itemId);
  return (await query.executeTakeFirst())?.content_sha256 ?? null;
}
