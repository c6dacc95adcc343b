import { z } from '@hono/zod-openapi';
import { listDocuments } from '#corpus/index.ts';
import { at, day, id, json, pageOf, pageQuery, sha256 } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const Document = z
  .object({
    id,
    key: z.string(),
    title: z.string(),
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    kind: z.string(),
    language: z.string(),
    pillar: z.enum(['party', 'state', 'people']).nullable(),
    topics: z.array(z.string()),
    citable: z.boolean(),
    newest_version: z.object({
      id,
      number: z.int(),
      status: z.enum(['draft', 'approved', 'withdrawn']),
      content_sha256: sha256,
      valid_from: day,
      valid_to: day.nullable(),
      source_url: z.string().nullable(),
      verified_at: at.nullable(),
    }),
  })
  .openapi('Document');

const list = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/documents',
    operationId: 'listDocuments',
    tags: ['corpus'],
    summary: 'Documents of the corpus, newest first',
    request: { query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(Document)) } },
  },
);

export const documents = createRouter().openapi(list, async (c) => {
  const page = await listDocuments(c.var.ctx, c.req.valid('query'));
  const items = page.items.map((row) => ({
    id: row.id,
    key: row.key,
    title: row.title,
    issuer: row.issuer,
    number: row.number,
    kind: row.kind,
    language: row.language,
    pillar: row.pillar,
    topics: row.topics,
    citable: row.citable,
    newest_version: {
      id: row.versionId,
      number: row.versionNumber,
      status: row.status,
      content_sha256: row.contentSha256,
      valid_from: row.validFrom,
      valid_to: row.validTo,
      source_url: row.sourceUrl,
      verified_at: row.verifiedAt?.toISOString() ?? null,
    },
  }));
  return c.json({ items, next_cursor: page.nextCursor }, 200);
});
