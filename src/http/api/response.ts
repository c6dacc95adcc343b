import { z } from '@hono/zod-openapi';
import { decideResponse } from '#drafting/index.ts';
import { idInPath, json, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const NewResponse = z
  .strictObject({ decision: z.enum(['respond', 'monitor', 'do_not_respond']), reason })
  .openapi('NewResponse');

const decide = operation(
  { may: 'response.decide', problems: [404, 409] },
  {
    method: 'put',
    path: '/v1/posts/{id}/response',
    operationId: 'decideResponse',
    tags: ['drafting'],
    summary: 'Decide whether a post is answered at all',
    request: { params: idInPath, body: { required: true, content: json(NewResponse) } },
    responses: { 204: { description: 'Recorded.' } },
  },
);

export const response = createRouter().openapi(decide, async (c) => {
  await decideResponse(c.var.ctx, { postId: c.req.valid('param').id, ...c.req.valid('json') });
  return c.body(null, 204);
});
