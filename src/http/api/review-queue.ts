import { z } from '@hono/zod-openapi';
import {
  declineItem,
  handOver,
  type Lease,
  leaseNext,
  listColleagues,
  readItem,
  releaseLease,
  renewLease,
  skipItem,
  takeItem,
} from '#review/index.ts';
import type { AppContext } from '../env.ts';
import { at, id, idInPath, json, reason } from './fields.ts';
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
const proof = {
  lease_token: z.string().min(1).max(100),
  fence: z.int32().nonnegative(),
};
const LeaseProof = z.strictObject(proof).openapi('LeaseProof');
const LeaseUntil = z.object({ until: at }).openapi('LeaseUntil');
const NewPass = z.strictObject({ ...proof, reason }).openapi('NewPass');
const NewHandover = z
  .strictObject({ ...proof, reason, to: id.openapi({ description: 'An eligible colleague.' }) })
  .openapi('NewHandover');
const Colleague = z.object({ id, name: z.string() }).openapi('Colleague');

const next = operation(
  { may: 'review.decide' },
  {
    method: 'get',
    path: '/v1/review/next',
    operationId: 'leaseNext',
    tags: ['review'],
    summary: 'Lease the next item to review',
    description:
      'Never one you had a part in, have decided on, or passed on in this round. Asking again renews the lease you hold, under a new token.',
    responses: {
      200: { description: 'Yours until the lease ends.', content: json(LeasedItem) },
      204: { description: 'Nothing waits for you.' },
    },
  },
);

const take = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'post',
    path: '/v1/review/items/{id}/lease',
    operationId: 'takeItem',
    tags: ['review'],
    summary: 'Lease this item, out of turn',
    description: 'One person holds one item at a time. What you skipped you may take after all.',
    request: { params: idInPath },
    responses: { 201: { description: 'Yours until the lease ends.', content: json(LeasedItem) } },
  },
);

const renew = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'put',
    path: '/v1/review/items/{id}/lease',
    operationId: 'renewLease',
    tags: ['review'],
    summary: 'Keep the item you are reading',
    description: 'The same token and fence stay valid. A lease is kept for 8 hours in all at most.',
    request: { params: idInPath, body: { required: true, content: json(LeaseProof) } },
    responses: { 200: { description: 'It ends then.', content: json(LeaseUntil) } },
  },
);

const release = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'post',
    path: '/v1/review/items/{id}/release',
    operationId: 'releaseLease',
    tags: ['review'],
    summary: 'Return the item undecided',
    request: { params: idInPath, body: { required: true, content: json(LeaseProof) } },
    responses: { 204: { description: 'It is back in the queue.' } },
  },
);

const skip = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'post',
    path: '/v1/review/items/{id}/skip',
    operationId: 'skipItem',
    tags: ['review'],
    summary: 'Leave the item to others in this round',
    request: { params: idInPath, body: { required: true, content: json(NewPass) } },
    responses: { 204: { description: 'It is back in the queue.' } },
  },
);

const decline = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'post',
    path: '/v1/review/items/{id}/decline',
    operationId: 'declineItem',
    tags: ['review'],
    summary: 'Say that you cannot judge the item',
    description: 'A conflict of interest, or something you do not know enough about.',
    request: { params: idInPath, body: { required: true, content: json(NewPass) } },
    responses: { 204: { description: 'It is back in the queue.' } },
  },
);

const handover = operation(
  { may: 'review.decide', problems: [409] },
  {
    method: 'post',
    path: '/v1/review/items/{id}/handover',
    operationId: 'handOver',
    tags: ['review'],
    summary: 'Hand the item over to a colleague',
    description: 'It is kept for them for 4 hours; then anybody may take it again.',
    request: { params: idInPath, body: { required: true, content: json(NewHandover) } },
    responses: { 204: { description: 'It is kept for them.' } },
  },
);

const colleagues = operation(
  { may: 'review.decide', problems: [404] },
  {
    method: 'get',
    path: '/v1/review/items/{id}/colleagues',
    operationId: 'listColleagues',
    tags: ['review'],
    summary: 'To whom you can hand the item over',
    description: 'Reviewers who had no part in it, have not decided on it and did not decline it.',
    request: { params: idInPath },
    responses: {
      200: { description: 'By name.', content: json(z.object({ items: z.array(Colleague) })) },
    },
  },
);

export const reviewQueue = createRouter()
  .openapi(next, async (c) => {
    const { ctx } = c.var;
    const lease = await leaseNext(ctx, {
      leaseMs: ctx.leaseMs,
      golden: { share: ctx.config.goldenShare },
    });
    return lease === null ? c.body(null, 204) : c.json(await renderLease(ctx, lease), 200);
  })
  .openapi(take, async (c) => {
    const { ctx } = c.var;
    const itemId = c.req.valid('param').id;
    const lease = await takeItem(ctx, { itemId, leaseMs: ctx.leaseMs });
    return c.json(await renderLease(ctx, lease), 201);
  })
  .openapi(renew, async (c) => {
    const { ctx } = c.var;
    const held = proofOf(c.req.valid('param').id, c.req.valid('json'));
    const { until } = await renewLease(ctx, { ...held, leaseMs: ctx.leaseMs });
    return c.json({ until: until.toISOString() }, 200);
  })
  .openapi(release, async (c) => {
    await releaseLease(c.var.ctx, proofOf(c.req.valid('param').id, c.req.valid('json')));
    return c.body(null, 204);
  })
  .openapi(skip, async (c) => {
    const body = c.req.valid('json');
    const held = proofOf(c.req.valid('param').id, body);
    await skipItem(c.var.ctx, { ...held, reason: body.reason });
    return c.body(null, 204);
  })
  .openapi(decline, async (c) => {
    const body = c.req.valid('json');
    const held = proofOf(c.req.valid('param').id, body);
    await declineItem(c.var.ctx, { ...held, reason: body.reason });
    return c.body(null, 204);
  })
  .openapi(handover, async (c) => {
    const body = c.req.valid('json');
    const held = proofOf(c.req.valid('param').id, body);
    await handOver(c.var.ctx, { ...held, reason: body.reason, to: body.to });
    return c.body(null, 204);
  })
  .openapi(colleagues, async (c) => {
    const items = await listColleagues(c.var.ctx, { itemId: c.req.valid('param').id });
    return c.json({ items }, 200);
  });

function proofOf(itemId: string, body: z.infer<typeof LeaseProof>) {
  return { itemId, token: body.lease_token, fence: body.fence };
}

async function renderLease(ctx: AppContext, lease: Lease): Promise<z.infer<typeof LeasedItem>> {
  const { itemId, token, fence, until } = lease;
  return {
    lease: { item_id: itemId, token, fence, until: until.toISOString() },
    post: renderPost(await readItem(ctx, lease.postId), ctx.clock()),
  };
}
