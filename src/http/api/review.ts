import { z } from '@hono/zod-openapi';
import { requireRecentProof } from '#identity/index.ts';
import {
  currentContent,
  decide,
  obstacles,
  readReviews,
  sentenceLabels,
  verdicts,
} from '#review/index.ts';
import { requireMatch } from '../if-match.ts';
import { id, idInPath, ifMatch, json, reason, sha256, state } from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { GoldenAnswer, renderGolden } from './golden-answer.ts';
import { renderRound, ReviewRoundView } from './review-round-view.ts';

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
      .openapi({ description: 'Exactly one for every sentence; ordinal 0 is the headline.' }),
  })
  .openapi('NewDecision');
const Decided = z
  .object({
    stage: z.union([z.literal(1), z.literal(2)]),
    post_state: state,
    approval_id: id.nullable(),
    verdicts: z
      .object({ first: z.enum(verdicts), second: z.enum(verdicts) })
      .nullable()
      .openapi({ description: 'Null until both have decided.' }),
    obstacle: z
      .enum(obstacles)
      .nullable()
      .openapi({ description: 'Why two approvals made none; the drafters have it again.' }),
    golden: GoldenAnswer.nullable().openapi({
      description: 'It was a golden item: what was expected. Null: it was none.',
    }),
  })
  .openapi('Decided');

const decideItem = operation(
  { may: 'review.decide', problems: [409, 412] },
  {
    method: 'post',
    path: '/v1/review/items/{id}/decisions',
    operationId: 'decide',
    tags: ['review'],
    summary: 'Give your verdict on the leased item',
    description:
      'Whatever the first reviewer says, the draft waits for a second, who does not see it. Two of one mind decide; two who differ return the draft to its drafters.',
    request: {
      params: idInPath,
      headers: ifMatch,
      body: { required: true, content: json(NewDecision) },
    },
    responses: { 201: { description: 'Recorded.', content: json(Decided) } },
  },
);

const reviews = operation(
  { may: 'posts.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/posts/{id}/reviews',
    operationId: 'listReviews',
    tags: ['review'],
    summary: 'Every round of review of a post, newest first',
    description:
      'Both reviews of a draft side by side. Of a draft in review they are null until both are in, except that the first reviewer sees their own.',
    request: { params: idInPath },
    responses: {
      200: {
        description: 'Fifty rounds at most.',
        content: json(z.object({ items: z.array(ReviewRoundView) }).openapi('Reviews')),
      },
    },
  },
);

export const review = createRouter()
  .openapi(reviews, async (c) => {
    const rounds = await readReviews(c.var.ctx, c.req.valid('param').id);
    return c.json({ items: rounds.map(renderRound) }, 200);
  })
  .openapi(decideItem, async (c) => {
    const { ctx } = c.var;
    requireRecentProof(ctx, ctx.config.signIn.confirmMs);
    const itemId = c.req.valid('param').id;
    await requireMatch(c.req.valid('header')['If-Match'], () => currentContent(ctx, { itemId }));
    const body = c.req.valid('json');
    const decision = {
      itemId,
      leaseToken: body.lease_token,
      fence: body.fence,
      contentSha256: body.content_sha256,
      verdict: body.verdict,
      reason: body.reason,
      labels: body.labels,
    };
    const { thirdLookShare } = ctx.config;
    const result = await decide(ctx, decision, { thirdLookShare });
    return c.json(
      {
        stage: result.stage,
        post_state: result.postState,
        approval_id: result.approvalId,
        verdicts: result.verdicts,
        obstacle: result.obstacle,
        golden: renderGolden(result.golden),
      },
      201,
    );
  });
