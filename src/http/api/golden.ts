import { z } from '@hono/zod-openapi';
import {
  goldenFaults,
  goldenFigures,
  listGolden,
  retireGolden,
  seedGolden,
  verdicts,
} from '#review/index.ts';
import { at, id, idInPath, json, pageOf, pageQuery } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const share = z.number().openapi({ description: '0 to 1.' });
const GoldenItem = z
  .object({
    id: id.openapi({ description: 'Of its post.' }),
    source_draft_id: id,
    draft_id: id,
    fault: z
      .string()
      .nullable()
      .openapi({ description: 'What was changed; null: nothing, a control.' }),
    expected_verdict: z.enum(verdicts),
    seeded_by: z.string(),
    seeded_at: at,
    retired_at: at.nullable(),
    judged: z.int().openapi({ description: 'People who have judged it.' }),
    right_verdicts: z.int(),
    right_labels: share
      .nullable()
      .openapi({ description: 'Mean share of sentences labelled as expected, 0 to 1.' }),
  })
  .openapi('GoldenItem');
const NewGolden = z
  .strictObject({
    draft_id: id.openapi({ description: 'Of an approved answer in force.' }),
    fault: z
      .enum(goldenFaults)
      .nullable()
      .openapi({ description: 'What to plant; null: nothing, a control to be approved.' }),
  })
  .openapi('NewGoldenItem');
const Figures = z
  .object({
    reviewer_id: id,
    reviewer: z.string(),
    judged: z.int(),
    right_verdicts: z.int(),
    missed_faults: z.int().openapi({ description: 'Items with a fault that were approved.' }),
    right_labels: share,
  })
  .openapi('GoldenFigures');

const list = operation(
  { may: 'golden.manage' },
  {
    method: 'get',
    path: '/v1/golden',
    operationId: 'listGolden',
    tags: ['golden items'],
    summary: 'Golden items and how they were judged, newest first',
    request: { query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(GoldenItem)) } },
  },
);

const seed = operation(
  { may: 'golden.manage', problems: [409] },
  {
    method: 'post',
    path: '/v1/golden',
    operationId: 'seedGolden',
    tags: ['golden items'],
    summary: 'Make a review item whose right answer is known',
    description:
      'A copy of an approved answer with at most one planted fault. Reviewers get it among the others (GOLDEN_SHARE) and are told after they have judged it. It is approved, counted, found and exported nowhere.',
    request: { body: { required: true, content: json(NewGolden) } },
    responses: {
      201: { description: 'In the queue.', content: json(z.object({ id }).openapi('Golden')) },
    },
  },
);

const retire = operation(
  { may: 'golden.manage', problems: [404] },
  {
    method: 'post',
    path: '/v1/golden/{id}/retire',
    operationId: 'retireGolden',
    tags: ['golden items'],
    summary: 'Give a golden item to nobody any more',
    request: { params: idInPath },
    responses: { 204: { description: 'Retired.' } },
  },
);

const figures = operation(
  { may: 'any' },
  {
    method: 'get',
    path: '/v1/golden/figures',
    operationId: 'goldenFigures',
    tags: ['golden items'],
    summary: 'How people judged golden items',
    description: 'By person for an evaluator; everybody else reads their own.',
    responses: {
      200: {
        description: 'Those who have judged any.',
        content: json(z.object({ items: z.array(Figures) })),
      },
    },
  },
);

export const golden = createRouter()
  .openapi(list, async (c) => {
    const page = await listGolden(c.var.ctx, c.req.valid('query'));
    const items = page.items.map((one) => ({
      id: one.postId,
      source_draft_id: one.sourceDraftId,
      draft_id: one.draftId,
      fault: one.fault,
      expected_verdict: one.expectedVerdict,
      seeded_by: one.seededBy,
      seeded_at: one.seededAt.toISOString(),
      retired_at: one.retiredAt?.toISOString() ?? null,
      judged: one.judged,
      right_verdicts: one.rightVerdicts,
      right_labels: one.rightLabels,
    }));
    return c.json({ items, next_cursor: page.nextCursor }, 200);
  })
  .openapi(seed, async (c) => {
    const { draft_id: draftId, fault } = c.req.valid('json');
    const { postId } = await seedGolden(c.var.ctx, { draftId, fault });
    return c.json({ id: postId }, 201);
  })
  .openapi(retire, async (c) => {
    await retireGolden(c.var.ctx, { postId: c.req.valid('param').id });
    return c.body(null, 204);
  })
  .openapi(figures, async (c) => {
    const found = await goldenFigures(c.var.ctx);
    const items = found.map((one) => ({
      reviewer_id: one.reviewerId,
      reviewer: one.reviewer,
      judged: one.judged,
      right_verdicts: one.rightVerdicts,
      missed_faults: one.missedFaults,
      right_labels: one.rightLabels,
    }));
    return c.json({ items }, 200);
  });
