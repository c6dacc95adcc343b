import { z } from '@hono/zod-openapi';
import {
  approveThreshold,
  currentThresholds,
  listThresholds,
  proposeThreshold,
} from '#retrieval/index.ts';
import { at, id, idInPath, json, pageOf, pageQuery, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const model = z.string().min(1).max(200).openapi({ example: 'multilingual-e5-small-int8' });
const probability = z
  .number()
  .min(0)
  .max(1)
  .openapi({ description: 'Probability a match must reach to count.', example: 0.6 });

const ThresholdDecision = z
  .object({
    id,
    model,
    threshold: probability,
    reason,
    replaces: id.nullable().openapi({
      description: 'The decision in force when this was proposed; null: the shipped value.',
    }),
    proposed_by: z.string(),
    proposed_at: at,
    approved_by: z.string().nullable(),
    approved_at: at.nullable(),
  })
  .openapi('ThresholdDecision');
const ModelThreshold = z
  .object({
    model,
    state: z.enum(['building', 'active', 'retired']),
    shipped: probability.nullable().openapi({ description: 'Null: never calibrated.' }),
    in_force: probability.nullable().openapi({ description: 'Null: no match counts.' }),
    decision_id: id.nullable().openapi({ description: 'Null: the shipped value is in force.' }),
  })
  .openapi('ModelThreshold');
const NewThreshold = z
  .strictObject({ model, threshold: probability, reason })
  .openapi('NewThreshold');

const list = operation(
  { may: 'threshold.read' },
  {
    method: 'get',
    path: '/v1/thresholds',
    operationId: 'listThresholds',
    tags: ['thresholds'],
    summary: 'Every threshold proposed or decided, newest first',
    request: { query: pageQuery.extend({ model: model.optional() }) },
    responses: { 200: { description: 'A page.', content: json(pageOf(ThresholdDecision)) } },
  },
);

const current = operation(
  { may: 'threshold.read' },
  {
    method: 'get',
    path: '/v1/thresholds/current',
    operationId: 'currentThresholds',
    tags: ['thresholds'],
    summary: 'The threshold of each embedding model in use',
    responses: {
      200: { description: 'One per model.', content: json(z.array(ModelThreshold)) },
    },
  },
);

const propose = operation(
  { may: 'threshold.propose', problems: [404] },
  {
    method: 'post',
    path: '/v1/thresholds',
    operationId: 'proposeThreshold',
    tags: ['thresholds'],
    summary: 'Propose the threshold of an embedding model',
    description: 'Nothing changes until another person approves it.',
    request: { body: { required: true, content: json(NewThreshold) } },
    responses: { 201: { description: 'The proposal.', content: json(z.object({ id })) } },
  },
);

const approve = operation(
  { may: 'threshold.approve', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/thresholds/{id}/approval',
    operationId: 'approveThreshold',
    tags: ['thresholds'],
    summary: 'Put a proposed threshold in force',
    description: 'Never by the person who proposed it, nor after another was approved.',
    request: { params: idInPath },
    responses: { 204: { description: 'In force for searches from now on.' } },
  },
);

export const thresholds = createRouter()
  .openapi(list, async (c) => {
    const page = await listThresholds(c.var.ctx, c.req.valid('query'));
    const items = page.items.map((row) => ({
      id: row.id,
      model: row.model,
      threshold: row.threshold,
      reason: row.reason,
      replaces: row.replaces,
      proposed_by: row.proposedBy,
      proposed_at: row.proposedAt.toISOString(),
      approved_by: row.approvedBy,
      approved_at: row.approvedAt?.toISOString() ?? null,
    }));
    return c.json({ items, next_cursor: page.nextCursor }, 200);
  })
  .openapi(current, async (c) => {
    const models = await currentThresholds(c.var.ctx);
    const body = models.map((one) => ({
      model: one.model,
      state: one.state,
      shipped: one.shipped,
      in_force: one.inForce,
      decision_id: one.decisionId,
    }));
    return c.json(body, 200);
  })
  .openapi(propose, async (c) =>
    c.json(await proposeThreshold(c.var.ctx, c.req.valid('json')), 201),
  )
  .openapi(approve, async (c) => {
    await approveThreshold(c.var.ctx, { id: c.req.valid('param').id });
    return c.body(null, 204);
  });
