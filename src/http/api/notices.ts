import { z } from '@hono/zod-openapi';
import { noticeKinds, readNotices } from '#review/index.ts';
import { at, id, json } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const NoticeView = z
  .object({
    kind: z.enum(noticeKinds).openapi({
      description:
        'lease_ending: your lease ends within 5 minutes. lease_ran_out: it did, and nobody has taken the item since. handed_over: kept for you. mention: a comment names you. left_force: an approved answer you contributed to needs work again. returned: so does a draft of yours. webhook_given_up: in the last 7 days. checkpoint_overdue: audit events of more than 3 hours ago are in no signed checkpoint. waiting: items you may take, of the first 500. third_look: approvals you may look at once more.',
    }),
    count: z.int().min(1).max(100).openapi({ description: '100 means more than 99.' }),
    entries: z
      .array(
        z.object({
          post_id: id,
          at: at.nullable().openapi({
            description: 'When it ends (leases, handed over) or began; null: not known.',
          }),
        }),
      )
      .max(20),
  })
  .openapi('Notice');

const read = operation(
  { may: 'any' },
  {
    method: 'get',
    path: '/v1/notices',
    operationId: 'readNotices',
    tags: ['notices'],
    summary: 'What you are to know now',
    description:
      'Made from what there is at this moment; a notice ends when its reason does. None says anything of a review that you may still have to give.',
    responses: {
      200: {
        description: 'Most urgent kind first.',
        content: json(z.object({ items: z.array(NoticeView) }).openapi('Notices')),
      },
    },
  },
);

export const notices = createRouter().openapi(read, async (c) => {
  const found = await readNotices(c.var.ctx);
  const items = found.map(({ kind, count, entries }) => ({
    kind,
    count,
    entries: entries.map(({ postId, at }) => ({
      post_id: postId,
      at: at?.toISOString() ?? null,
    })),
  }));
  return c.json({ items }, 200);
});
