import type { DbContext } from '#db/context.ts';
import { sliceCodePoints } from '#language/code-points.ts';

/** Code points of a post that tell it from others in a list. */
const openingLength = 80;

export interface Opening {
  readonly text: string;
  readonly language: string;
}

/** The first words of posts, by id. */
export async function readOpenings(
  ctx: Pick<DbContext, 'db'>,
  postIds: readonly string[],
): Promise<Map<string, Opening>> {
  if (postIds.length === 0) return new Map();
  const posts = await ctx.db
    .selectFrom('post')
    .select(['id', 'text', 'language'])
    .where('id', 'in', [...new Set(postIds)])
    .execute();
  return new Map(
    posts.map(({ id, text, language }) => {
      const line = text.replaceAll(/\s+/gu, ' ').trim();
      const start = sliceCodePoints(line, 0, openingLength);
      return [id, { text: start === line ? line : `${start}…`, language }];
    }),
  );
}
