import { z } from '@hono/zod-openapi';
import { listPublished, recordPublished } from '#review/index.ts';
import { at, idInPath, json } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const PublishedAddress = z
  .object({ url: z.url(), added_by: z.string(), added_at: at })
  .openapi('PublishedAddress');
const NewPublishedAddress = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'not an address such as https://example.vn/a' })
      .max(2000),
  })
  .openapi('NewPublishedAddress');
const Recorded = z.object({ url: z.url(), added: z.boolean() }).openapi('RecordedAddress');

const path = '/v1/approvals/{id}/published';

const list = operation(
  { may: 'export.read' },
  {
    method: 'get',
    path,
    operationId: 'listPublished',
    tags: ['approvals'],
    summary: 'Where the team published an answer',
    request: { params: idInPath },
    responses: {
      200: {
        description: 'Oldest first.',
        content: json(z.object({ items: z.array(PublishedAddress) })),
      },
    },
  },
);

const record = operation(
  { may: 'published.record', problems: [404] },
  {
    method: 'post',
    path,
    operationId: 'recordPublished',
    tags: ['approvals'],
    summary: 'Say where you published an answer',
    description:
      'This service publishes nothing. What is recorded stays: an answer that leaves force has to be found again. The same address twice is kept once.',
    request: { params: idInPath, body: { required: true, content: json(NewPublishedAddress) } },
    responses: { 201: { description: 'Recorded.', content: json(Recorded) } },
  },
);

export const published = createRouter()
  .openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    const items = await listPublished(c.var.ctx, { approvalId: id });
    return c.json(
      {
        items: items.map(({ url, addedBy, addedAt }) => ({
          url,
          added_by: addedBy,
          added_at: addedAt.toISOString(),
        })),
      },
      200,
    );
  })
  .openapi(record, async (c) => {
    const { id } = c.req.valid('param');
    const { url } = c.req.valid('json');
    return c.json(await recordPublished(c.var.ctx, { approvalId: id, url }), 201);
  });
