import { z } from '@hono/zod-openapi';
import {
  createEndpoint,
  type Delivery,
  disableEndpoint,
  type Endpoint,
  listDeliveries,
  listEndpoints,
  rotateSecret,
  sendTest,
  webhookEvents,
} from '#webhooks/index.ts';
import { at, id, idInPath, json, pageOf, pageQuery } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const events = z.array(z.enum(webhookEvents)).min(1).openapi({
  description: 'approval.retracted: one that needs a recheck, expired or was revoked.',
});
const NewEndpoint = z
  .strictObject({
    url: z.string().min(1).max(2000).openapi({
      description: 'http or https, without name and password. Private networks are allowed.',
      example: 'https://receiver.example/doi-chung',
    }),
    events,
  })
  .openapi('NewWebhookEndpoint');
const Secret = z
  .object({
    id,
    secret: z.string().openapi({
      description: 'Shown this once. Verify deliveries with it, as Standard Webhooks says.',
      example: 'whsec_…',
    }),
  })
  .openapi('WebhookSecret');
const EndpointView = z
  .object({
    id,
    url: z.string(),
    events: z.array(z.string()),
    secret_version: z.int(),
    created_at: at,
    rotated_at: at.nullable(),
    disabled_at: at.nullable(),
  })
  .openapi('WebhookEndpoint');
const DeliveryView = z
  .object({
    id: id.openapi({ description: 'The webhook-id it is sent under, at every attempt.' }),
    event: z.string(),
    state: z.enum(['waiting', 'delivered', 'given_up']),
    attempts: z.int(),
    last_status: z.int().nullable(),
    last_error: z.string().nullable().openapi({
      description: 'timeout, unreachable, address_refused or endpoint_disabled; null: an answer.',
    }),
    created_at: at,
    attempted_at: at.nullable(),
    delivered_at: at.nullable(),
  })
  .openapi('WebhookDelivery');

const create = operation(
  { may: 'webhooks.manage', problems: [409] },
  {
    method: 'post',
    path: '/v1/webhooks',
    operationId: 'createWebhook',
    tags: ['webhooks'],
    summary: 'Tell an address when approvals come in force or leave it',
    description:
      'Messages follow Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature). They name the approval and hashes; no text of a post or an answer, and no person. Only 2xx within 15 seconds counts; else up to ten attempts over about three days; 410 disables the endpoint; redirects are not followed. Deliveries may arrive in any order and more than once: of several about one approval_id the latest timestamp holds.',
    request: { body: { required: true, content: json(NewEndpoint) } },
    responses: { 201: { description: 'Added.', content: json(Secret) } },
  },
);
const list = operation(
  { may: 'webhooks.manage' },
  {
    method: 'get',
    path: '/v1/webhooks',
    operationId: 'listWebhooks',
    tags: ['webhooks'],
    summary: 'Endpoints, newest first',
    request: { query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(EndpointView)) } },
  },
);
const rotate = operation(
  { may: 'webhooks.manage', problems: [404] },
  {
    method: 'post',
    path: '/v1/webhooks/{id}/rotate',
    operationId: 'rotateWebhookSecret',
    tags: ['webhooks'],
    summary: 'Give an endpoint a new secret',
    description: 'For 24 hours deliveries are signed with both.',
    request: { params: idInPath },
    responses: { 200: { description: 'Rotated.', content: json(Secret) } },
  },
);
const test = operation(
  { may: 'webhooks.manage', problems: [404] },
  {
    method: 'post',
    path: '/v1/webhooks/{id}/test',
    operationId: 'testWebhook',
    tags: ['webhooks'],
    summary: 'Send a message of type webhook.test',
    request: { params: idInPath },
    responses: {
      202: {
        description: 'It will be sent; the deliveries say what came of it.',
        content: json(z.object({ delivery_id: id }).openapi('WebhookTest')),
      },
    },
  },
);
const disable = operation(
  { may: 'webhooks.manage', problems: [404] },
  {
    method: 'delete',
    path: '/v1/webhooks/{id}',
    operationId: 'disableWebhook',
    tags: ['webhooks'],
    summary: 'Send nothing there any more',
    request: { params: idInPath },
    responses: { 204: { description: 'Disabled, for good.' } },
  },
);
const deliveries = operation(
  { may: 'webhooks.manage', problems: [404] },
  {
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries',
    operationId: 'listWebhookDeliveries',
    tags: ['webhooks'],
    summary: 'What was to be sent there, newest first',
    request: { params: idInPath, query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(DeliveryView)) } },
  },
);

export const webhooks = createRouter()
  .openapi(create, async (c) => {
    const { endpointId, secret } = await createEndpoint(c.var.ctx, c.req.valid('json'));
    return c.json({ id: endpointId, secret }, 201);
  })
  .openapi(list, async (c) => {
    const page = await listEndpoints(c.var.ctx, c.req.valid('query'));
    return c.json({ items: page.items.map(renderEndpoint), next_cursor: page.nextCursor }, 200);
  })
  .openapi(rotate, async (c) => {
    const { id } = c.req.valid('param');
    const { endpointId, secret } = await rotateSecret(c.var.ctx, { endpointId: id });
    return c.json({ id: endpointId, secret }, 200);
  })
  .openapi(test, async (c) => {
    const { deliveryId } = await sendTest(c.var.ctx, { endpointId: c.req.valid('param').id });
    return c.json({ delivery_id: deliveryId }, 202);
  })
  .openapi(disable, async (c) => {
    await disableEndpoint(c.var.ctx, { endpointId: c.req.valid('param').id });
    return c.body(null, 204);
  })
  .openapi(deliveries, async (c) => {
    const page = await listDeliveries(c.var.ctx, {
      endpointId: c.req.valid('param').id,
      ...c.req.valid('query'),
    });
    return c.json({ items: page.items.map(renderDelivery), next_cursor: page.nextCursor }, 200);
  });

function renderEndpoint(endpoint: Endpoint): z.infer<typeof EndpointView> {
  return {
    id: endpoint.id,
    url: endpoint.url,
    events: [...endpoint.events],
    secret_version: endpoint.secretVersion,
    created_at: endpoint.createdAt.toISOString(),
    rotated_at: endpoint.rotatedAt?.toISOString() ?? null,
    disabled_at: endpoint.disabledAt?.toISOString() ?? null,
  };
}

function renderDelivery(delivery: Delivery): z.infer<typeof DeliveryView> {
  return {
    id: delivery.id,
    event: delivery.event,
    state: delivery.state,
    attempts: delivery.attempts,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
    created_at: delivery.createdAt.toISOString(),
    attempted_at: delivery.attemptedAt?.toISOString() ?? null,
    delivered_at: delivery.deliveredAt?.toISOString() ?? null,
  };
}
