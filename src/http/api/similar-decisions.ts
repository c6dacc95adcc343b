import { z } from '@hono/zod-openapi';
import { similarDecisions, verdicts } from '#review/index.ts';
import { at, id, idInPath, json, state } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const SimilarDecision = z
  .object({
    post_id: id,
    state,
    claim_text: z.string(),
    language: z.string(),
    similarity: z.number().openapi({ description: 'Cosine of the two claims, -1 to 1.' }),
    decided_at: at,
    reviews: z.array(
      z.object({ reviewer: z.string(), verdict: z.enum(verdicts), reason: z.string() }),
    ),
    sources_in_force: z.boolean().openapi({
      description: 'Everything its draft quotes is in force and citable today.',
    }),
  })
  .openapi('SimilarDecision');

const list = operation(
  { may: 'posts.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/posts/{id}/similar-decisions',
    operationId: 'listSimilarDecisions',
    tags: ['review'],
    summary: 'What was decided about similar claims of other posts',
    description:
      'Of the claim that the newest draft answers; nearest first, five at most. Only where both reviews are in.',
    request: { params: idInPath },
    responses: {
      200: {
        description: 'Decisions; none where nothing is similar.',
        content: json(z.object({ items: z.array(SimilarDecision) })),
      },
    },
  },
);

export const similar = createRouter().openapi(list, async (c) => {
  const found = await similarDecisions(c.var.ctx, { postId: c.req.valid('param').id });
  return c.json(
    {
      items: found.map((one) => ({
        post_id: one.postId,
        state: one.state,
        claim_text: one.claimText,
        language: one.language,
        similarity: one.similarity,
        decided_at: one.decidedAt.toISOString(),
        reviews: [...one.reviews],
        sources_in_force: one.sourcesInForce,
      })),
    },
    200,
  );
});
