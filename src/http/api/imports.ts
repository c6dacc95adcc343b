import { z } from '@hono/zod-openapi';
import {
  type ImportEntry,
  importFields,
  listImports,
  readImport,
  refusalCodes,
  refusalTexts,
} from '#posts/index.ts';
import { at, id, idInPath, json, pageOf, pageQuery, sha256 } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const count = z.int().min(0);
const entry = {
  id,
  by: z.string(),
  state: z.enum(['STORING', 'STORED']),
  file_name: z.string().openapi({ description: 'Masked like a post.' }),
  file_sha256: sha256.openapi({
    description: 'Of the file’s text in UTF-8 with LF, without byte-order mark.',
  }),
  created_at: at,
  finished_at: at.nullable().openapi({ description: 'When every row was stored.' }),
  rows: count,
  stored: count.openapi({ description: 'New posts so far.' }),
  duplicates: count.openapi({ description: 'Texts that were there before: counted once more.' }),
  repeated: count.openapi({
    description: 'Rows the same person had sent with this file before: not counted again.',
  }),
  refused: count,
};
const ImportEntryView = z.object(entry).openapi('ImportEntry');
const ImportView = z
  .object({
    ...entry,
    posts: count.openapi({ description: 'Different posts of the file, as far as stored.' }),
    analysed: count.openapi({ description: 'Of these.' }),
    drafted: count.openapi({ description: 'Of these, those with a draft.' }),
    errors: z
      .array(
        z.object({
          row: count.openapi({
            description:
              'Line of an NDJSON file; row of a table, the names of the columns being row 1.',
          }),
          field: z.enum(importFields).nullable().openapi({ description: 'Null: the whole row.' }),
          code: z.enum(refusalCodes),
          error: z.string(),
          remedy: z.string(),
        }),
      )
      .openapi({ description: 'Rows that were not imported; no word of them.' }),
  })
  .openapi('Import');

const list = operation(
  { may: 'import.read' },
  {
    method: 'get',
    path: '/v1/imports',
    operationId: 'listImports',
    tags: ['posts'],
    summary: 'Imports of files, newest first',
    description: 'Your own; triagers and admins see all. Files are imported by page or command.',
    request: { query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(ImportEntryView)) } },
  },
);

const read = operation(
  { may: 'import.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/imports/{id}',
    operationId: 'readImport',
    tags: ['posts'],
    summary: 'An import, how far it is, and which rows were refused',
    request: { params: idInPath },
    responses: { 200: { description: 'The import.', content: json(ImportView) } },
  },
);

export const imports = createRouter()
  .openapi(list, async (c) => {
    const page = await listImports(c.var.ctx, c.req.valid('query'));
    return c.json({ items: page.items.map(toEntry), next_cursor: page.nextCursor }, 200);
  })
  .openapi(read, async (c) => {
    const found = await readImport(c.var.ctx, c.req.valid('param').id);
    const errors = found.refusals.map(({ row, code }) => {
      const { field, message: error, remedy } = refusalTexts[code];
      return { row, field, code, error, remedy };
    });
    const { posts, analysed, drafted } = found;
    return c.json({ ...toEntry(found), posts, analysed, drafted, errors }, 200);
  });

function toEntry(one: ImportEntry) {
  const { id, by, state, rows, stored, duplicates, repeated, refused } = one;
  return {
    id,
    by,
    state,
    file_name: one.fileName,
    file_sha256: one.fileSha256,
    created_at: one.createdAt.toISOString(),
    finished_at: one.finishedAt?.toISOString() ?? null,
    rows,
    stored,
    duplicates,
    repeated,
    refused,
  };
}
