import { z } from '@hono/zod-openapi';
import { requireRecentProof } from '#identity/index.ts';
import { revokeApproval } from '#review/index.ts';
import { idInPath, json, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const NewRevocation = z.strictObject({ reason }).openapi('NewRevocation');

const revoke = operation(
  { may: 'approval.revoke', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/approvals/{id}/revoke',
    operationId: 'revokeApproval',
    tags: ['approvals'],
    summary: 'Take an approval out of force at once',
    description:
      'One person is enough, and it is for good: the post and those that reuse the answer are RETURNED. Nothing lets one person approve.',
    request: { params: idInPath, body: { required: true, content: json(NewRevocation) } },
    responses: { 204: { description: 'It is out of force.' } },
  },
);

export const revocations = createRouter().openapi(revoke, async (c) => {
  const { ctx } = c.var;
  requireRecentProof(ctx, ctx.config.signIn.confirmMs);
  const { reason: why } = c.req.valid('json');
  await revokeApproval(ctx, { approvalId: c.req.valid('param').id, reason: why });
  return c.body(null, 204);
});
