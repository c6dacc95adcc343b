import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import { NotFoundError } from '#platform/errors.ts';
import { visibleComments } from './visible-comments.ts';

export interface CommentView {
  readonly id: string;
  readonly author: string;
  readonly writtenAt: Date;
  /** Plain text. */
  readonly text: string;
  /** The draft there was when it was written; null: none. */
  readonly draftId: string | null;
  readonly revision: number | null;
  /** 0 is the headline; null: not about one sentence. */
  readonly sentence: number | null;
  /** Written by somebody who reviews that draft. */
  readonly byReviewer: boolean;
  /** Names of the colleagues it mentions. */
  readonly mentions: readonly string[];
}

/** Comments of a post that the acting person may read now, oldest first. @throws NotFoundError */
export async function readComments(
  ctx: Pick<DbContext, 'db' | 'actor'>,
  input: { postId: string; cursor?: string | null | undefined; limit: number },
): Promise<Page<CommentView>> {
  const { postId, cursor, limit } = input;
  const post = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('id', '=', postId)
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
  let query = visibleComments(ctx, ctx.actor)
    .leftJoin('draft as d', 'd.id', 'c.draft_id')
    .select(['c.id', 'u.name as author', 'c.written_at', 'c.text', 'c.draft_id', 'd.revision'])
    .select(['c.sentence_ordinal', 'c.by_reviewer'])
    .where('c.post_id', '=', postId)
    .orderBy('c.id')
    .limit(limit + 1);
  if (cursor) query = query.where('c.id', '>', decodeCursor(cursor));
  const page = toPage(await query.execute(), limit, (row) => row.id);
  const mentionsOf = await mentionsIn(
    ctx,
    page.items.map(({ id }) => id),
  );
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => ({
      id: row.id,
      author: row.author,
      writtenAt: row.written_at,
      text: row.text,
      draftId: row.draft_id,
      revision: row.revision,
      sentence: row.sentence_ordinal,
      byReviewer: row.by_reviewer,
      mentions: mentionsOf.get(row.id) ?? [],
    })),
  };
}

async function mentionsIn(
  ctx: Pick<DbContext, 'db'>,
  commentIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (commentIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('mention as m')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select(['m.comment_id', 'u.name'])
    .where('m.comment_id', 'in', [...commentIds])
    .orderBy('u.name')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.comment_id)].map(([id, group]) => [
      id,
      group.map(({ name }) => name),
    ]),
  );
}
