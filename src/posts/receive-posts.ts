import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Channel } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { PreparedPost } from './prepare-post.ts';

export const analysePostJob = 'analyse-post';

export interface ReceivedPost {
  readonly postId: string;
  readonly submissionId: string;
  /** The same text had been submitted before: this submission was counted, nothing is analysed again. */
  readonly duplicate: boolean;
}

export interface ReceiveInput {
  readonly posts: readonly PreparedPost[];
  readonly channel: Channel;
  /** The same key with the same posts returns the first answer; with others it is a conflict. */
  readonly idempotencyKey?: string | null;
}

/** Posts of a file: each is known by the row it stands in, so that a row counts once. */
export interface StoreInput extends ReceiveInput {
  readonly importId?: string;
  /** The number of each post under the idempotency key; absent: its place among `posts`. */
  readonly itemNumbers?: readonly number[];
}

/**
 * Stores posts, their submissions, their analysis jobs and the audit entries in one transaction.
 * @throws ConflictError when the idempotency key was used for other posts.
 */
export async function receivePosts(ctx: DbContext, input: ReceiveInput): Promise<ReceivedPost[]> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a submission belongs to a user');
  const key = input.idempotencyKey ?? null;
  if (key !== null) {
    const earlier = await findEarlier(ctx, userId, key, input.posts);
    if (earlier !== null) return earlier;
  }
  try {
    return await withTransaction(ctx, (ctx) => storePosts(ctx, userId, input));
  } catch (error) {
    // Two requests with one key raced: the other one's answer is this one's too.
    if (key !== null && isUniqueViolation(error)) {
      const earlier = await findEarlier(ctx, userId, key, input.posts);
      if (earlier !== null) return earlier;
    }
    throw error;
  }
}

/** Stores posts inside the caller's transaction and appends to the trail last; its key is not looked up. */
export async function storePosts(
  ctx: DbContext,
  userId: string,
  input: StoreInput,
): Promise<ReceivedPost[]> {
  const at = ctx.clock();
  const distinct = new Map(input.posts.map((post) => [post.contentSha256, post]));
  // Sorted, so that two batches with common posts take their locks in the same order.
  const ordered = [...distinct.values()].toSorted((a, b) =>
    a.contentSha256 < b.contentSha256 ? -1 : 1,
  );
  const inserted = await ctx.db
    .insertInto('post')
    .values(ordered.map((post) => toRow(post, at)))
    .onConflict((conflict) => conflict.column('content_sha256').doNothing())
    .returning(['id', 'content_sha256'])
    .execute();
  const stored = await ctx.db
    .selectFrom('post')
    .select(['id', 'content_sha256'])
    .where('content_sha256', 'in', [...distinct.keys()])
    .execute();
  const idOf = new Map(stored.map((row) => [row.content_sha256, row.id]));
  const fresh = new Set(inserted.map((row) => row.id));
  const received = input.posts.map((post): ReceivedPost => {
    const postId = idOf.get(post.contentSha256) as string;
    // Only the first of equal posts in one batch is new.
    return { postId, submissionId: newId(), duplicate: !fresh.delete(postId) };
  });
  await ctx.db
    .insertInto('submission')
    .values(
      received.map(({ postId, submissionId }, index) => ({
        id: submissionId,
        post_id: postId,
        submitted_by: userId,
        channel: input.channel,
        idempotency_key: input.idempotencyKey ?? null,
        request_sha256: (input.posts[index] as PreparedPost).requestSha256,
        item_number: input.itemNumbers?.[index] ?? index,
        import_id: input.importId ?? null,
        submitted_at: at,
      })),
    )
    .execute();
  await countSubmissions(ctx, received);
  await ctx.jobs.enqueue(
    ctx.db,
    analysePostJob,
    inserted.map((row) => ({ postId: row.id })),
  );
  await appendAudit(
    ctx,
    received.map(({ postId, submissionId, duplicate }, index) => ({
      action: duplicate ? 'post.submitted_again' : 'post.received',
      entityType: 'post',
      entityId: postId,
      details: {
        submission: submissionId,
        channel: input.channel,
        masked: input.posts[index]?.masked ?? {},
      },
    })),
  );
  return received;
}

/** Posts that many people sent come first in the queue. */
async function countSubmissions(ctx: DbContext, received: readonly ReceivedPost[]): Promise<void> {
  const idsByCount = new Map<number, string[]>();
  for (const [postId, same] of Map.groupBy(received, (one) => one.postId)) {
    idsByCount.set(same.length, [...(idsByCount.get(same.length) ?? []), postId]);
  }
  for (const [count, postIds] of idsByCount) {
    await ctx.db
      .updateTable('post')
      .set((eb) => ({ submission_count: eb('submission_count', '+', count) }))
      .where('id', 'in', postIds)
      .execute();
  }
}

function toRow(post: PreparedPost, at: Date) {
  return {
    id: newId(),
    content_sha256: post.contentSha256,
    text: post.text,
    language: post.language,
    platform: post.platform,
    canonical_url: post.canonicalUrl,
    posted_at: post.postedAt,
    masked: JSON.stringify(post.masked),
    submission_count: 0,
    state: 'RECEIVED' as const,
    received_at: at,
    analysed_at: null,
    analysis_ms: null,
  };
}

async function findEarlier(
  ctx: DbContext,
  userId: string,
  key: string,
  posts: readonly PreparedPost[],
): Promise<ReceivedPost[] | null> {
  const rows = await ctx.db
    .selectFrom('submission')
    .select(['id', 'post_id', 'request_sha256'])
    .where('submitted_by', '=', userId)
    .where('idempotency_key', '=', key)
    .orderBy('item_number')
    .execute();
  if (rows.length === 0) return null;
  const same =
    rows.length === posts.length &&
    rows.every((row, index) => row.request_sha256 === posts[index]?.requestSha256);
  if (!same) {
    throw new ConflictError('this idempotency key was used for other posts', {
      field: 'Idempotency-Key',
      remedy: 'Send the same posts again, or use a new key.',
    });
  }
  return rows.map((row) => ({ postId: row.post_id, submissionId: row.id, duplicate: true }));
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
