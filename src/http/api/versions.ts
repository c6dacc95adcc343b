import { z } from '@hono/zod-openapi';
import {
  diffVersions,
  listPassages,
  maxPassages,
  readSource,
  readVersion,
  versionBefore,
} from '#corpus/index.ts';
import { fileNameOf } from '../file-name.ts';
import { id, idInPath, json } from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { Diff, Passages, renderDiff, renderVersion, Version } from './version-view.ts';

const shared = { method: 'get', tags: ['corpus'] as string[] } as const;
const may = { may: 'corpus.read', problems: [404] } as const;

const read = operation(may, {
  ...shared,
  path: '/v1/corpus/versions/{id}',
  operationId: 'readVersion',
  summary: 'A version with its text, provenance and what is proposed for it',
  request: { params: idInPath },
  responses: { 200: { description: 'The version.', content: json(Version) } },
});

const passages = operation(may, {
  ...shared,
  path: '/v1/corpus/versions/{id}/passages',
  operationId: 'listPassages',
  summary: 'Passages of a version in the order of its text',
  request: {
    params: idInPath,
    query: z.strictObject({
      from: z.coerce.number({ error: 'not a number' }).int().min(0).max(2_147_483_647).default(0),
      limit: z.coerce.number({ error: 'not a number' }).int().min(1).max(maxPassages).default(200),
    }),
  },
  responses: { 200: { description: 'From an ordinal on.', content: json(Passages) } },
});

const diff = operation(may, {
  ...shared,
  path: '/v1/corpus/versions/{id}/diff',
  operationId: 'diffVersions',
  summary: 'What became of each passage since another version',
  request: {
    params: idInPath,
    query: z.strictObject({
      against: id.optional().openapi({
        description: 'The earlier version; default: the approved one before.',
      }),
      unchanged: z.enum(['true', 'false']).default('false').openapi({
        description: 'Whether unchanged passages are listed too.',
      }),
    }),
  },
  responses: { 200: { description: 'Passages and words.', content: json(Diff) } },
});

const source = operation(may, {
  ...shared,
  path: '/v1/corpus/versions/{id}/source',
  operationId: 'readSource',
  summary: 'The original file of a version',
  request: { params: idInPath },
  responses: {
    200: {
      description: 'The bytes as they were imported; their media type is in Content-Type.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

export const versions = createRouter()
  .openapi(read, async (c) => {
    const found = await readVersion(c.var.ctx, c.req.valid('param').id);
    return c.json(renderVersion(found), 200);
  })
  .openapi(passages, async (c) => {
    const input = { versionId: c.req.valid('param').id, ...c.req.valid('query') };
    const { items, nextFrom } = await listPassages(c.var.ctx, input);
    const shown = items.map(({ start_offset: start, end_offset: end, ...rest }) => ({
      ...rest,
      start,
      end,
    }));
    return c.json({ items: shown, next_from: nextFrom }, 200);
  })
  .openapi(diff, async (c) => {
    const { against, unchanged } = c.req.valid('query');
    const afterId = c.req.valid('param').id;
    const beforeId = against ?? (await versionBefore(c.var.ctx, afterId));
    const input = { beforeId, afterId };
    const found = await diffVersions(c.var.ctx, { ...input, withUnchanged: unchanged === 'true' });
    return c.json(renderDiff(found), 200);
  })
  .openapi(source, async (c) => {
    const file = await readSource(c.var.ctx, c.req.valid('param').id);
    const name = encodeURIComponent(fileNameOf(file.source_name));
    // Never shown in place: a page of somebody else's must not run here.
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': file.media_type,
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });
