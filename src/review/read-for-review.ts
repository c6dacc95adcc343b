import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import { readReviews } from './decision/read-reviews.ts';
import { readTurn } from './queue/read-turn.ts';
import { readDraft } from './read-draft.ts';
import { readSources } from './read-sources.ts';

export type ReviewView = Awaited<ReturnType<typeof readForReview>>;

/**
 * What the review page shows of a post, and no more: the text with its claims, the newest draft, the
 * passages it quotes, earlier rounds and whose turn it is. A claim comes without its matches: what
 * the draft does not quote is not judged here. Decisions are hidden as `readReviews` says.
 * @throws NotFoundError
 */
export async function readForReview(ctx: DbContext, postId: string) {
  const post = await readPost(ctx, postId);
  const draft = await readDraft(ctx, postId);
  const reviews = draft === null ? [] : await readReviews(ctx, postId);
  const current = reviews.find(({ draftId }) => draftId === draft?.id);
  return {
    post,
    claims: await readMarks(ctx, postId),
    draft,
    sources: draft === null ? [] : await readSources(ctx, draft.sentences),
    reviews,
    /** On the newest draft; null: hidden from this reader. */
    decisions: current === undefined ? [] : current.decisions,
    contributed: Boolean(post.contributed),
    turn: post.item_id === null ? null : await readTurn(ctx, post.item_id),
  };
}

async function readPost(ctx: DbContext, postId: string) {
  const post = await ctx.db
    .selectFrom('post as p')
    .leftJoin('review_item as i', 'i.post_id', 'p.id')
    .select([
      'p.id',
      'p.text',
      'p.language',
      'p.platform',
      'p.canonical_url',
      'p.posted_at',
      'p.received_at',
      'p.state',
      'p.masked',
      'p.instructions',
      'p.submission_count',
      'i.id as item_id',
      'i.round',
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('contribution as c')
            .select('c.kind')
            .whereRef('c.post_id', '=', 'p.id')
            .where('c.user_id', '=', ctx.actor.userId),
        )
        .as('contributed'),
    )
    .where('p.id', '=', postId)
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
  return post;
}

/** A post's claims in order: where they stand in the text and what was concluded about them. */
function readMarks(ctx: DbContext, postId: string) {
  return ctx.db
    .selectFrom('claim as c')
    .innerJoin('assessment as a', (join) =>
      join.onRef('a.claim_id', '=', 'c.id').on('a.current', '=', true),
    )
    .leftJoin('app_user as u', 'u.id', 'a.decided_by')
    .select(['c.id', 'c.start_offset', 'c.end_offset', 'c.text', 'c.kind'])
    .select(['a.outcome', 'a.decided_at', 'u.name as decided_by'])
    .where('c.post_id', '=', postId)
    .orderBy('c.ordinal')
    .execute();
}
