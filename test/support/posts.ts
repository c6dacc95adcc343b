import { preparePost, receivePosts } from '#posts/index.ts';
import { admitPosts } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { actAs } from './test-context.ts';

/** Submits one post as a new triager and returns its id. */
export async function submitPost(ctx: Context, text: string): Promise<string> {
  const triager = await actAs(ctx, 'triager', ['triager']);
  const [received] = await receivePosts(triager, {
    posts: [await preparePost({ text })],
    channel: 'api',
  });
  if (received === undefined) throw new Error('nothing was received');
  return received.postId;
}

/** Submits and analyses one post, as the job would. */
export async function analysedPost(ctx: Context, text: string): Promise<string> {
  const postId = await submitPost(ctx, text);
  const failed = await admitPosts(ctx, [postId]);
  for (const error of failed.values()) throw error;
  return postId;
}
