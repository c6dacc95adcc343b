import type { Context } from 'hono';
import { type CommentView, markMentionsSeen, readComments } from '#comments/index.ts';
import type { Page } from '#db/pagination.ts';
import {
  type GoldenResult,
  type ItemView,
  nearCopies,
  readGoldenResult,
  readThirdLook,
  type SimilarDecision,
  similarDecisions,
  type ThirdLookView,
} from '#review/index.ts';
import type { HttpEnv } from '../env.ts';

const commentsShown = 100;

/** What stands beside a post's draft. */
export interface Beside {
  readonly comments: Page<CommentView>;
  readonly similar: readonly SimilarDecision[];
  /** How the reader judged this post, if it is a golden item. */
  readonly golden: GoldenResult | null;
  readonly thirdLook: ThirdLookView | null;
  /** Null: no other post is in its cluster. */
  readonly cluster: Awaited<ReturnType<typeof nearCopies>>;
}

/** Reads what is said and known beside an item; mentions of the reader shown here are seen. */
export async function readBeside(c: Context<HttpEnv>, item: ItemView): Promise<Beside> {
  const ctx = c.get('ctx');
  const postId = item.post.id;
  const cursor = c.req.query('comments');
  const comments = await readComments(ctx, { postId, cursor, limit: commentsShown });
  if (comments.items.some(({ mentions }) => mentions.includes(ctx.actor.name))) {
    await markMentionsSeen(ctx, { postId });
  }
  return {
    comments,
    similar: await similarDecisions(ctx, { postId }),
    golden: await readGoldenResult(ctx, postId),
    cluster: await nearCopies(ctx, postId),
    thirdLook: item.approval === null ? null : await readThirdLook(ctx, item.approval.id),
  };
}
