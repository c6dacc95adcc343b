import { z } from '@hono/zod-openapi';
import {
  giveThirdLook,
  nextThirdLook,
  readItem,
  sentenceLabels,
  thirdLookVerdicts,
} from '#review/index.ts';
import { id, idInPath, json, reason, sha256 } from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { PostView, renderPost } from './post-view.ts';

const ThirdLook = z
  .object({
    approval_id: id,
    waiting: z.int().openapi({ description: 'How many await you, this one included.' }),
    post: PostView,
  })
  .openapi('ThirdLook');
const NewThirdLook = z
  .strictObject({
    content_sha256: sha256.openapi({ description: 'Of the draft you read.' }),
    verdict: z.enum(thirdLookVerdicts),
    reason,
    labels: z
      .array(z.strictObject({ ordinal: z.int32().nonnegative(), label: z.enum(sentenceLabels) }))
      .max(100)
      .openapi({ description: 'One judgement per sentence; ordinal 0 is the headline.' }),
  })
  .openapi('NewThirdLook');

const next = operation(
  { may: 'third_look.give' },
  {
    method: 'get',
    path: '/v1/third-looks/next',
    operationId: 'nextThirdLook',
    tags: ['review'],
    summary: 'The next approved answer to look at once more',
    description:
      'A sample of approvals (THIRD_LOOK_SHARE), for a reviewer who gave neither review and had no part. The reviews are hidden from you until somebody has given the third look.',
    responses: {
      200: { description: 'The answer.', content: json(ThirdLook) },
      204: { description: 'None awaits you.' },
    },
  },
);

const give = operation(
  { may: 'third_look.give', problems: [409] },
  {
    method: 'post',
    path: '/v1/third-looks/{id}',
    operationId: 'giveThirdLook',
    tags: ['review'],
    summary: 'Say whether you agree with an approval',
    description:
      'Once, by one person; `id` is the approval’s. It changes no approval: a disagreement is shown to both reviewers and the drafters, and anybody who may revoke can.',
    request: { params: idInPath, body: { required: true, content: json(NewThirdLook) } },
    responses: { 204: { description: 'Recorded.' } },
  },
);

export const thirdLooks = createRouter()
  .openapi(next, async (c) => {
    const { ctx } = c.var;
    const look = await nextThirdLook(ctx);
    if (look === null) return c.body(null, 204);
    const post = renderPost(await readItem(ctx, look.postId), ctx.clock());
    return c.json({ approval_id: look.approvalId, waiting: look.waiting, post }, 200);
  })
  .openapi(give, async (c) => {
    const { content_sha256: contentSha256, ...look } = c.req.valid('json');
    const approvalId = c.req.valid('param').id;
    await giveThirdLook(c.var.ctx, { approvalId, contentSha256, ...look });
    return c.body(null, 204);
  });
