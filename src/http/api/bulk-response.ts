import { z } from '@hono/zod-openapi';
import { decideMany, mostPostsAtOnce, undoMany } from '#drafting/index.ts';
import { at, id, idInPath, json, reason, state } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const decision = z.enum(['respond', 'monitor', 'do_not_respond']);
const NewBulkResponse = z
  .strictObject({
    posts: z.array(id).min(1).max(mostPostsAtOnce),
    decision,
    reason,
    seen_at: at.optional().openapi({
      description: 'When you read the posts: one that was decided after it is left as it is.',
    }),
  })
  .openapi('NewBulkResponse');
const BulkResponse = z
  .object({
    id,
    decided: z.array(id),
    refused: z.array(
      z.object({
        post_id: id,
        why: z.enum([
          'missing',
          'not_analysed',
          'in_review',
          'settled',
          'not_checkable',
          'decided_meanwhile',
        ]),
        state: state.nullable(),
      }),
    ),
  })
  .openapi('BulkResponse');
const UndoneBulkResponse = z
  .object({
    undone: z.array(id),
    kept: z.array(id).openapi({ description: 'Somebody has acted on them since.' }),
  })
  .openapi('UndoneBulkResponse');

const decide = operation(
  { may: 'response.decide' },
  {
    method: 'post',
    path: '/v1/bulk-responses',
    operationId: 'decideManyResponses',
    tags: ['drafting'],
    summary: 'Decide whether many posts are answered',
    description:
      'Each post is decided by itself; one that cannot be is named with the reason. A post that says nothing checkable is never put down for an answer.',
    request: { body: { required: true, content: json(NewBulkResponse) } },
    responses: { 201: { description: 'What became of each post.', content: json(BulkResponse) } },
  },
);

const undo = operation(
  { may: 'response.decide', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/bulk-responses/{id}/undo',
    operationId: 'undoManyResponses',
    tags: ['drafting'],
    summary: 'Take a decision on many posts back',
    description:
      'Your own, within 30 minutes. Each post gets a further decision: that before it again, or none.',
    request: { params: idInPath },
    responses: { 200: { description: 'Taken back.', content: json(UndoneBulkResponse) } },
  },
);

export const bulkResponses = createRouter()
  .openapi(decide, async (c) => {
    const { posts, seen_at: seenAt, ...input } = c.req.valid('json');
    const bulk = await decideMany(c.var.ctx, {
      ...input,
      postIds: posts,
      seenAt: seenAt === undefined ? null : new Date(seenAt),
    });
    const { id: bulkId, decided, refused } = bulk;
    return c.json({ id: bulkId, decided: [...decided], refused: [...refused] }, 201);
  })
  .openapi(undo, async (c) => {
    const { undone, kept } = await undoMany(c.var.ctx, { bulkId: c.req.valid('param').id });
    return c.json({ undone: [...undone], kept: [...kept] }, 200);
  });
