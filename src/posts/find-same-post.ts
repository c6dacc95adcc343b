import type { DbContext } from '#db/context.ts';
import type { PreparedPost } from './prepare-post.ts';

/** The post that has exactly this text, if it was submitted before; never a golden one. */
export async function findSamePost(
  ctx: Pick<DbContext, 'db'>,
  post: Pick<PreparedPost, 'contentSha256'>,
): Promise<string | null> {
  const found = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('content_sha256', '=', post.contentSha256)
    .where('golden', '=', false)
    .executeTakeFirst();
  return found?.id ?? null;
}
