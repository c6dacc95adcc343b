import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requirePermission } from '#identity/index.ts';
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  TooManyError,
  ValidationError,
} from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId } from '#platform/ids.ts';
import { maskComment, readCommentText } from './comment-text.ts';
import type { Mentionable } from './find-mentions.ts';

/** More than a person types: what writes faster is a script. */
export const commentsPerHour = 60;
/** People one comment may call. */
const mostMentioned = 20;
const hourMs = 3_600_000;

export interface NewComment {
  readonly postId: string;
  /** The draft that was read; needed with `sentence`. */
  readonly draftId?: string | undefined;
  /** Ordinal of the sentence it is about; 0 is the headline. */
  readonly sentence?: number | undefined;
  readonly text: string;
}

/**
 * Writes a comment beside a post; it can be neither changed nor deleted. The text is plain, masked like a
 * post and belongs to the newest draft.
 * @throws ValidationError | NotFoundError | ConflictError when the draft is not the newest any more |
 * TooManyError above 60 in an hour | ForbiddenError
 */
export async function writeComment(ctx: DbContext, input: NewComment): Promise<{ id: string }> {
  requirePermission(ctx.actor, 'comment.write');
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can comment');
  const typed = readCommentText(input.text);
  return withTransaction(ctx, async (ctx) => {
    await checkRate(ctx, userId);
    const place = await placeOf(ctx, input);
    const people = typed.includes('@') ? await mentionable(ctx) : [];
    const { text, mentions } = maskComment(typed, people);
    const mentioned = new Set(mentions.map((mention) => mention.userId));
    mentioned.delete(userId);
    if (mentioned.size > mostMentioned) {
      throw new ValidationError(`a comment mentions at most ${mostMentioned} people`, {
        field: 'text',
        remedy: 'Mention those who have something to do.',
      });
    }
    const id = newId();
    await ctx.db
      .insertInto('comment')
      .values({
        id,
        post_id: input.postId,
        draft_id: place.draftId,
        sentence_ordinal: input.sentence ?? null,
        author: userId,
        text,
        by_reviewer: place.inReview && (await reviews(ctx, userId, input.postId, place.draftId)),
        written_at: ctx.clock(),
      })
      .execute();
    if (mentioned.size > 0) {
      await ctx.db
        .insertInto('mention')
        .values([...mentioned].map((user) => ({ comment_id: id, user_id: user, seen_at: null })))
        .execute();
    }
    await appendAudit(ctx, [
      {
        action: 'comment.written',
        entityType: 'comment',
        entityId: id,
        details: { post: input.postId, sentence: input.sentence ?? null, mentions: mentioned.size },
        after: { text_sha256: await sha256Hex(text) },
      },
    ]);
    return { id };
  });
}

/** Comments of one person come one after another: the lock keeps two from both being the last allowed. */
async function checkRate(ctx: DbContext, userId: string): Promise<void> {
  const { person } = await ctx.db
    .selectFrom('app_user')
    .select('person')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  await ctx.db
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', person)
    .forNoKeyUpdate()
    .execute();
  const { written } = await ctx.db
    .selectFrom('comment as c')
    .innerJoin('app_user as u', 'u.id', 'c.author')
    .select((eb) => eb.fn.countAll<number>().as('written'))
    .where('u.person', '=', person)
    .where('c.written_at', '>', new Date(ctx.clock().getTime() - hourMs))
    .executeTakeFirstOrThrow();
  if (written < commentsPerHour) return;
  throw new TooManyError(`you have written ${commentsPerHour} comments within an hour`, {
    remedy: 'Wait a while.',
  });
}

async function placeOf(
  ctx: DbContext,
  { postId, draftId, sentence }: NewComment,
): Promise<{ draftId: string | null; inReview: boolean }> {
  const post = await ctx.db
    .selectFrom('post as p')
    .leftJoin('draft as d', 'd.post_id', 'p.id')
    .select(['p.state', 'd.id as draft_id'])
    .where('p.id', '=', postId)
    .orderBy('d.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
  if (draftId !== undefined && draftId !== post.draft_id) {
    throw new ConflictError('the draft is not the one you read', {
      field: 'draft_id',
      remedy: 'Load the post again and comment on what you see there.',
    });
  }
  if (sentence !== undefined) await checkSentence(ctx, draftId, sentence);
  return { draftId: post.draft_id, inReview: post.state === 'IN_REVIEW' };
}

async function checkSentence(
  ctx: DbContext,
  draftId: string | undefined,
  sentence: number,
): Promise<void> {
  if (draftId === undefined) {
    throw new ValidationError('a sentence is one of a draft', {
      field: 'draft_id',
      remedy: 'Name the draft you read.',
    });
  }
  const found = await ctx.db
    .selectFrom('draft_sentence')
    .select('ordinal')
    .where('draft_id', '=', draftId)
    .where('ordinal', '=', sentence)
    .executeTakeFirst();
  if (found === undefined) {
    throw new ValidationError('the draft has no such sentence', {
      field: 'sentence',
      remedy: '0 is the headline; count on from there.',
    });
  }
}

/** Whether what they say could sway another reviewer: they may judge this draft, or have. */
async function reviews(
  ctx: DbContext,
  userId: string,
  postId: string,
  draftId: string | null,
): Promise<boolean> {
  const me = ctx.db.selectFrom('app_user').select('person').where('id', '=', userId);
  const decided = await ctx.db
    .selectFrom('review_decision as r')
    .innerJoin('app_user as u', 'u.id', 'r.reviewer')
    .select('r.id')
    .where('r.draft_id', '=', draftId)
    .where('u.person', '=', me)
    .executeTakeFirst();
  if (decided !== undefined) return true;
  if (!ctx.actor.roles.includes('reviewer')) return false;
  const part = await ctx.db
    .selectFrom('contribution as n')
    .innerJoin('app_user as u', 'u.id', 'n.user_id')
    .select('n.post_id')
    .where('n.post_id', '=', postId)
    .where('u.person', '=', me)
    .executeTakeFirst();
  return part === undefined;
}

/** Everybody who works here now: every role reads posts. */
function mentionable(ctx: DbContext): Promise<Mentionable[]> {
  return ctx.db
    .selectFrom('app_user')
    .select(['id as userId', 'name'])
    .where('disabled_at', 'is', null)
    .execute();
}
