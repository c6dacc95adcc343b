import { z } from '@hono/zod-openapi';
import {
  decide,
  leaseNext,
  readItem,
  releaseLease,
  sentenceLabels,
  verdicts,
} from '#review/index.ts';
import { at, id, idInPath, json, reason, sha256, state } from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { PostView, renderPost } from './post-view.ts';

const LeasedItem = z
  .object({
    lease: z.object({
      item_id: id,
      token: z.string().openapi({ description: 'Shown once; your decision carries it.' }),
      fence: z.int(),
      until: at,
    }),
    post: PostView,
  })
  .openapi('LeasedItem');
const NewDecision = z
  .strictObject({
    lease_token: z.string().min(1).max(100),
    fence: z.int32().nonnegative(),
    content_sha256: sha256.openapi({ description: 'Of the draft you read.' }),
    verdict: z.enum(verdicts),
    reason,
    labels: z
      .array(z.strictObject({ ordinal: z.int32().nonnegative(), label: z.enum(sentenceLabels) }))
      .max(100)
      .refine((labels) => new Set(labels.map((one) => one.ordinal)).size === labels.length, {
        error: 'a sentence is judged twice',
      })
      .openapi({ description: 'One judgement per sentence; ordinal 0 is the headline.' }),
  })
  .openapi('NewDecision');
const Decided = z
  .object({
    stage: z.union([z.literal(1), z.literal(2)]),
    post_state: state,
    approval_id: id.nullable(),
  })
  .openapi('Decided');

const next = operation(
  { may: 'review.decide' },
  {
    method: 'get',
    path: '/v1/review/next',
    operationId: 'leaseNext',
    tags: ['review'],
    summary: 'Lease the next item to review',
    description:
      'Never one you had a part in or have decided on. Asking again renews the lease you hold.',
    responses: {
      200: { description: 'Yours until the lease ends.', content: json(LeasedItem) },
      204: { description: 'Nothing waits for you.' },
    },
  },
);

const decideItem = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'post',
    path: '/v1/review/items/{id}/decisions',
    operationId: 'decide',
    tags: ['review'],
    summary: 'Give your verdict on the leased item',
    request: { params: idInPath, body: { required: true, content: json(NewDecision) } },
    responses: { 201: { description: 'Recorded.', content: json(Decided) } },
  },
);

const release = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'delete',
    path: '/v1/review/items/{id}/lease',
    operationId: 'releaseLease',
    tags: ['review'],
    summary: 'Return the item undecided',
    request: { params: idInPath },
    responses: { 204: { description: 'It is back in the queue.' } },
  },
);

export const review = createRouter()
  .openapi(next, async (c) => {
    const { ctx } = c.var;
    const lease = await leaseNext(ctx, { leaseMs: ctx.leaseMs });
    if (lease === null) return c.body(null, 204);
    const post = renderPost(await readItem(ctx, lease.postId), ctx.clock());
    const { itemId, token, fence, until } = lease;
    return c.json(
      { lease: { item_id: itemId, token, fence, until: until.toISOString() }, post },
      200,
    );
  })
  .openapi(decideItem, async (c) => {
    const body = c.req.valid('json');
    const result = await decide(c.var.ctx, {
      itemId: c.req.valid('param').id,
      leaseToken: body.lease_token,
      fence: body.fence,
      contentSha256: body.content_sha256,
      verdict: body.verdict,
      reason: body.reason,
      labels: body.labels,
    });
    return c.json(
      { stage: result.stage, post_state: result.postState, approval_id: result.approvalId },
      201,
    );
  })
  .openapi(release, async (c) => {
    await releaseLease(c.var.ctx, { itemId: c.req.valid('param').id });
    return c.body(null, 204);
  });
