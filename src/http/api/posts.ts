import { z } from '@hono/zod-openapi';
import {
  listPosts,
  postDecisions,
  postFilter,
  type PostInput,
  preparePost,
  preparePosts,
  receivePosts,
} from '#posts/index.ts';
import { readItem } from '#review/index.ts';
import { tagOf } from '../if-match.ts';
import {
  at,
  clusterId,
  day,
  id,
  idInPath,
  json,
  pageOf,
  pageQuery,
  outcome,
  state,
} from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { PostView, renderPost } from './post-view.ts';

export const maxBatch = 500;

const NewPost = z
  .strictObject({
    text: z.string().openapi({
      description:
        'The words of the post, at most 65,536 bytes of UTF-8. Handles, profile links, telephone numbers and e-mail addresses are masked before anything is stored.',
    }),
    platform: z.string().nullish().openapi({ description: 'Where it was seen.' }),
    url: z
      .string()
      .nullish()
      .openapi({ description: 'Kept without account names and tracking parameters.' }),
    posted_at: z.string().nullish().openapi({ description: 'ISO 8601 date and time.' }),
  })
  .openapi('NewPost', {
    example: {
      text: 'Điều 5 của Tuyên ngôn nói rằng ai cũng có thể bị tra tấn.',
      platform: 'facebook',
      posted_at: '2026-11-22T08:30:00+07:00',
    },
  });
const Received = z
  .object({
    posts: z.array(
      z.object({
        post_id: id,
        submission_id: id,
        duplicate: z.boolean().openapi({
          description: 'The same text was there before: counted, not analysed again.',
        }),
      }),
    ),
  })
  .openapi('Received');
const PostEntry = z
  .object({
    id,
    state,
    text: z.string(),
    language: z.string(),
    platform: z.string().nullable(),
    submissions: z.int(),
    cluster_id: clusterId,
    received_at: at,
    analysed_at: at.nullable(),
  })
  .openapi('PostEntry');

const submit = operation(
  { may: 'posts.submit', problems: [409] },
  {
    method: 'post',
    path: '/v1/posts',
    operationId: 'submitPosts',
    tags: ['posts'],
    summary: 'Submit a post or a batch',
    description: `One post, or an array of up to ${maxBatch}: all are stored or none. Each is analysed soon after.`,
    request: {
      headers: z.object({
        'Idempotency-Key': z
          .string()
          .regex(/^[\x21-\x7e]{1,200}$/, { error: 'not 1 to 200 visible ASCII characters' })
          .optional()
          .openapi({ description: 'The same key with the same posts gives the first answer.' }),
      }),
      body: {
        required: true,
        content: json(z.union([NewPost, z.array(NewPost).min(1).max(maxBatch)])),
      },
    },
    responses: {
      201: { description: 'At least one post is new.', content: json(Received) },
      200: { description: 'All were there before.', content: json(Received) },
    },
  },
);

const filters = {
  text: z.string().min(1).max(200).optional().openapi({
    description:
      'All of these words, accents optional; the last may go on; words in quotation marks stand together.',
  }),
  state: state.optional(),
  decision: z
    .enum(postDecisions)
    .optional()
    .openapi({ description: 'The response decision in force; none: nobody has decided.' }),
  outcome: outcome.optional().openapi({ description: 'Of one of its claims, as it is now.' }),
  platform: postFilter.shape.platform,
  language: postFilter.shape.language,
  received_from: day.optional().openapi({ description: 'In Vietnamese time, included.' }),
  received_to: day.optional().openapi({ description: 'In Vietnamese time, included.' }),
  min_submissions: z.coerce
    .number({ error: 'not a number' })
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .openapi({ description: 'Of its whole cluster.' }),
  instructed: z
    .enum(['true'])
    .optional()
    .openapi({ description: 'Only those with words that are written to a machine.' }),
  cluster_id: id.optional(),
};

const list = operation(
  { may: 'posts.read' },
  {
    method: 'get',
    path: '/v1/posts',
    operationId: 'listPosts',
    tags: ['posts'],
    summary: 'Posts, newest first',
    description:
      'All filters given hold together. Nothing about who wrote a post is kept, so nothing of it can be asked for.',
    request: { query: pageQuery.extend(filters) },
    responses: { 200: { description: 'A page.', content: json(pageOf(PostEntry)) } },
  },
);

const read = operation(
  { may: 'posts.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/posts/{id}',
    operationId: 'readPost',
    tags: ['posts'],
    summary: 'A post with its claims, matches, draft and decisions',
    description:
      'Decisions on a draft in review are null until both are in, except that the first reviewer sees their own: the second reading is blind. The ETag is that of the draft, for If-Match; it is absent where there is none, and no validator of a cache: the rest may change while it stays.',
    request: { params: idInPath },
    responses: {
      200: {
        description: 'The post.',
        headers: z.object({
          ETag: z
            .string()
            .optional()
            .openapi({ description: 'The content hash of the draft, in quotation marks.' }),
        }),
        content: json(PostView),
      },
    },
  },
);

export const posts = createRouter()
  .openapi(submit, async (c) => {
    const body = c.req.valid('json');
    const received = await receivePosts(c.var.ctx, {
      posts: Array.isArray(body)
        ? await preparePosts(body.map(toInput))
        : [await preparePost(toInput(body))],
      channel: 'api',
      idempotencyKey: c.req.valid('header')['Idempotency-Key'] ?? null,
    });
    const answer = {
      posts: received.map(({ postId, submissionId, duplicate }) => ({
        post_id: postId,
        submission_id: submissionId,
        duplicate,
      })),
    };
    return received.every((one) => one.duplicate) ? c.json(answer, 200) : c.json(answer, 201);
  })
  .openapi(list, async (c) => {
    const { received_from, received_to, min_submissions, instructed, cluster_id, ...query } =
      c.req.valid('query');
    const page = await listPosts(c.var.ctx, {
      ...query,
      receivedFrom: received_from,
      receivedTo: received_to,
      minSubmissions: min_submissions,
      instructed: instructed === 'true',
      clusterId: cluster_id,
    });
    const items = page.items.map(({ receivedAt, analysedAt, clusterId: cluster, ...post }) => ({
      ...post,
      cluster_id: cluster,
      received_at: receivedAt.toISOString(),
      analysed_at: analysedAt?.toISOString() ?? null,
    }));
    return c.json({ items, next_cursor: page.nextCursor }, 200);
  })
  .openapi(read, async (c) => {
    const item = await readItem(c.var.ctx, c.req.valid('param').id);
    if (item.draft !== null) c.header('ETag', tagOf(item.draft.content_sha256));
    return c.json(renderPost(item, c.var.ctx.clock()), 200);
  });

function toInput({ posted_at: postedAt, ...post }: z.infer<typeof NewPost>): PostInput {
  return { ...post, postedAt };
}
