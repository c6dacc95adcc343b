import type { DbContext } from '#db/context.ts';

/**
 * The revisions a reader compares with this one, newest first: the one before it, and the newest before
 * it that reviewers decided on, where that is another.
 */
export async function readEarlier(ctx: DbContext, postId: string, revision: number) {
  const revisions = await ctx.db
    .selectFrom('draft as d')
    .select((eb) => [
      'd.id',
      'd.revision',
      eb
        .exists(
          eb.selectFrom('review_decision as r').select('r.id').whereRef('r.draft_id', '=', 'd.id'),
        )
        .as('reviewed'),
    ])
    .where('d.post_id', '=', postId)
    .where('d.revision', '<', revision)
    .orderBy('d.revision', 'desc')
    .execute();
  const reviewed = revisions.find((earlier) => Boolean(earlier.reviewed));
  const shown = revisions.filter((earlier, index) => index === 0 || earlier === reviewed);
  if (shown.length === 0) return [];
  const sentences = await ctx.db
    .selectFrom('draft_sentence')
    .select(['draft_id', 'ordinal', 'role', 'text'])
    .where(
      'draft_id',
      'in',
      shown.map(({ id }) => id),
    )
    .orderBy('ordinal')
    .execute();
  return shown.map(({ id, revision: number, reviewed: decidedOn }) => ({
    revision: number,
    reviewed: Boolean(decidedOn),
    sentences: sentences.filter(({ draft_id }) => draft_id === id),
  }));
}
