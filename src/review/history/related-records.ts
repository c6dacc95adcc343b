import type { DbContext } from '#db/context.ts';

/** What an outsider asks the history of. */
export const historyTypes = [
  'post',
  'draft',
  'approval',
  'document',
  'document_version',
  'app_user',
] as const;
export type HistoryType = (typeof historyTypes)[number];

export interface RelatedRecords {
  /** The thing asked for and all that belongs to it, at most `maxRelated`. */
  readonly ids: readonly string[];
  /** The post's own id, for a way to its page; null: it has none. */
  readonly postId: string | null;
  /** The title of a document, or the name of an account. */
  readonly title: string | null;
}

/** More is not asked of the trail at once. */
const maxRelated = 2000;

/** Everything the trail may tell under another name of a post, document or account; null: no such thing. */
export async function relatedRecords(
  ctx: Pick<DbContext, 'db'>,
  { type, id }: { readonly type: HistoryType; readonly id: string },
): Promise<RelatedRecords | null> {
  if (type === 'app_user') return ofUser(ctx, id);
  if (type === 'document' || type === 'document_version') return ofDocument(ctx, { type, id });
  const post =
    type === 'post'
      ? await ctx.db.selectFrom('post').select('id').where('id', '=', id).executeTakeFirst()
      : await ctx.db
          .selectFrom(type)
          .select('post_id as id')
          .where('id', '=', id)
          .executeTakeFirst();
  return post === undefined ? null : ofPost(ctx, post.id);
}

async function ofPost(ctx: Pick<DbContext, 'db'>, postId: string): Promise<RelatedRecords> {
  const of = (table: 'claim' | 'draft' | 'approval' | 'review_item' | 'reuse' | 'model_call') =>
    ctx.db.selectFrom(table).select('id').where('post_id', '=', postId);
  const rows = await of('claim')
    .union(of('draft'))
    .union(of('approval'))
    .union(of('review_item'))
    .union(of('reuse'))
    .union(of('model_call'))
    .union(
      ctx.db
        .selectFrom('comment as c')
        .innerJoin('draft as d', 'd.id', 'c.draft_id')
        .select('c.id')
        .where('d.post_id', '=', postId),
    )
    .union(
      ctx.db
        .selectFrom('recheck as r')
        .innerJoin('draft as d', 'd.id', 'r.draft_id')
        .select('r.id')
        .where('d.post_id', '=', postId),
    )
    .limit(maxRelated)
    .execute();
  return { ids: [postId, ...rows.map((row) => row.id)], postId, title: null };
}

async function ofDocument(
  ctx: Pick<DbContext, 'db'>,
  { type, id }: { readonly type: 'document' | 'document_version'; readonly id: string },
): Promise<RelatedRecords | null> {
  let query = ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['v.id', 'v.document_id', 'd.title'])
    .orderBy('v.id')
    .limit(maxRelated);
  query = query.where(type === 'document' ? 'v.document_id' : 'v.id', '=', id);
  const rows = await query.execute();
  const [first] = rows;
  if (first === undefined) return null;
  const own = type === 'document' ? [first.document_id] : [];
  return { ids: [...own, ...rows.map((row) => row.id)], postId: null, title: first.title };
}

async function ofUser(ctx: Pick<DbContext, 'db'>, id: string): Promise<RelatedRecords | null> {
  const user = await ctx.db
    .selectFrom('app_user')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  if (user === undefined) return null;
  const keys = await ctx.db
    .selectFrom('api_key')
    .select('id')
    .where('user_id', '=', id)
    .limit(maxRelated)
    .execute();
  return { ids: [id, ...keys.map((row) => row.id)], postId: null, title: user.name };
}
