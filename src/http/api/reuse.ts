import { z } from '@hono/zod-openapi';
import { confirmReuse, endReuse, reusableFor, type ReusableAnswer } from '#review/index.ts';
import { at, day, id, idInPath, json, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { Draft, renderDraft } from './draft-view.ts';

const difference = z
  .array(z.object({ start: z.int(), end: z.int(), text: z.string() }))
  .openapi({ description: 'Words only this claim has; Unicode code points into its text.' });

const Reusable = z
  .object({
    approval_id: id,
    similarity: z.number().nullable().openapi({
      description: 'Cosine of the two claims, -1 to 1; null: not known. The wording decides.',
    }),
    claim_text: z.string(),
    answered_text: z.string().openapi({ description: 'The claim the answer was approved for.' }),
    differences: z.object({ claim: difference, answered: difference }),
    answered_post_id: id,
    approved_at: at,
    reviewers: z.array(z.string()).length(2),
    review_by: day
      .nullable()
      .openapi({ description: 'Day from which the approval is out of force; null: none was set.' }),
    contributed: z.boolean().openapi({
      description: 'You had a part in the answer, so you cannot confirm that it fits.',
    }),
    draft: Draft,
  })
  .openapi('ReusableAnswer');
const NewReuse = z.strictObject({ claim_id: id, approval_id: id, reason }).openapi('NewReuse');
const EndedReuse = z.strictObject({ reason }).openapi('EndedReuse');

const list = operation(
  { may: 'posts.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/claims/{id}/reusable',
    operationId: 'listReusable',
    tags: ['drafting'],
    summary: 'Approved answers whose claim says the same',
    description:
      'Suggestions, for a person to confirm: the same words, numbers and dates in the same order, in force and citable today. None for a claim that is not checkable, or of which a person has decided otherwise.',
    request: { params: idInPath },
    responses: {
      200: {
        description: 'Newest first, three at most.',
        content: json(z.object({ items: z.array(Reusable) })),
      },
    },
  },
);

const confirm = operation(
  { may: 'answer.reuse', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/posts/{id}/reuse',
    operationId: 'confirmReuse',
    tags: ['drafting'],
    summary: 'Confirm that an approved answer fits this post',
    description:
      'Records the decision to respond and the claim as CONTRADICTED under your name, and the post becomes APPROVED. Who had a part in the answer cannot confirm. When the approval leaves force, so does the reuse.',
    request: { params: idInPath, body: { required: true, content: json(NewReuse) } },
    responses: {
      201: {
        description: 'Confirmed.',
        content: json(z.object({ reuse_id: id }).openapi('Reuse')),
      },
    },
  },
);

const end = operation(
  { may: 'answer.reuse', problems: [409] },
  {
    method: 'post',
    path: '/v1/posts/{id}/reuse/end',
    operationId: 'endReuse',
    tags: ['drafting'],
    summary: 'Take a mistaken reuse back',
    description: 'The post is RETURNED; the answer stays approved for the others.',
    request: { params: idInPath, body: { required: true, content: json(EndedReuse) } },
    responses: { 204: { description: 'Ended.' } },
  },
);

export const reuse = createRouter()
  .openapi(list, async (c) => {
    const found = await reusableFor(c.var.ctx, { claimId: c.req.valid('param').id });
    return c.json({ items: found.map(render) }, 200);
  })
  .openapi(confirm, async (c) => {
    const { claim_id: claimId, approval_id: approvalId, reason: why } = c.req.valid('json');
    const { reuseId } = await confirmReuse(c.var.ctx, {
      postId: c.req.valid('param').id,
      claimId,
      approvalId,
      reason: why,
    });
    return c.json({ reuse_id: reuseId }, 201);
  })
  .openapi(end, async (c) => {
    await endReuse(c.var.ctx, { postId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });

function render(answer: ReusableAnswer): z.infer<typeof Reusable> {
  return {
    approval_id: answer.approvalId,
    similarity: answer.similarity,
    claim_text: answer.claimText,
    answered_text: answer.answeredText,
    differences: {
      claim: [...answer.differences.claim],
      answered: [...answer.differences.answered],
    },
    answered_post_id: answer.answeredPostId,
    approved_at: answer.approvedAt.toISOString(),
    reviewers: [...answer.reviewers],
    review_by: answer.reviewBy,
    contributed: answer.contributed,
    draft: renderDraft(answer.draft),
  };
}
