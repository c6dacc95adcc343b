import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import { readClaims } from './read-claims.ts';
import { readDecisions } from './decision/read-decisions.ts';
import { readDraft } from './read-draft.ts';
import { readModelCall } from './read-model-call.ts';
import { readRechecks } from './read-rechecks.ts';
import { readReuse } from './reuse/read-reuse.ts';

export type { ClaimView } from './read-claims.ts';
export { contextLength, type MatchView } from './read-matches.ts';
export type { DraftView, SentenceView } from './read-draft.ts';
export type { RecheckView } from './read-rechecks.ts';

export type PostItem = Awaited<ReturnType<typeof readItem>>;

/**
 * Everything about one post that its readers may see. Decisions on a draft in review stay hidden until
 * both are in: the second reading is blind. @throws NotFoundError
 */
export async function readItem(ctx: DbContext, postId: string) {
  const post = await ctx.db
    .selectFrom('post as p')
    .leftJoin('review_item as i', 'i.post_id', 'p.id')
    .leftJoin('app_user as u', 'u.id', 'i.leased_by')
    .select([
      'p.id',
      'p.text',
      'p.language',
      'p.platform',
      'p.canonical_url',
      'p.posted_at',
      'p.received_at',
      'p.analysed_at',
      'p.state',
      'p.masked',
      'p.instructions',
      'p.submission_count',
      'p.cluster_id',
      'i.id as item_id',
      'i.round',
      'i.leased_by as leased_by_id',
      'i.leased_until',
      'u.name as leased_by',
    ])
    .where('p.id', '=', postId)
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
  const draft = await readDraft(ctx, postId);
  const claims = await readClaims(ctx, postId);
  return {
    post,
    claims,
    reuse: await readReuse(ctx, post, claims),
    response: (await readResponse(ctx, postId)) ?? null,
    draft,
    modelAttempt: await readModelCall(ctx, postId),
    rechecks: draft === null ? [] : await readRechecks(ctx, draft.id),
    decisions:
      draft === null ? null : await readDecisions(ctx, { state: post.state, draftId: draft.id }),
    approval: (await readApproval(ctx, postId)) ?? null,
    contributed: await hasContributed(ctx, postId),
  };
}

function readResponse(ctx: DbContext, postId: string) {
  return ctx.db
    .selectFrom('response_decision as r')
    .innerJoin('app_user as u', 'u.id', 'r.decided_by')
    .select(['r.decision', 'r.reason', 'r.decided_at', 'u.name as decided_by'])
    .where('r.post_id', '=', postId)
    .where('r.current', '=', true)
    .executeTakeFirst();
}

function readApproval(ctx: DbContext, postId: string) {
  return ctx.db
    .selectFrom('approval')
    .select(['id', 'draft_id', 'content_sha256', 'status', 'approved_at'])
    .where('post_id', '=', postId)
    .orderBy('approved_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function hasContributed(ctx: DbContext, postId: string): Promise<boolean> {
  if (ctx.actor.userId === null) return false;
  const row = await ctx.db
    .selectFrom('contribution')
    .select('kind')
    .where('post_id', '=', postId)
    .where('user_id', '=', ctx.actor.userId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
