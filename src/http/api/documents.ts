import { z } from '@hono/zod-openapi';
import {
  type DocumentEntry,
  type DocumentView,
  listDocuments,
  readDocument,
} from '#corpus/index.ts';
import {
  at,
  day,
  endsOn,
  id,
  idInPath,
  json,
  metadata,
  pageOf,
  pageQuery,
  sha256,
} from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { StandingToday } from './standing-view.ts';

const document = {
  id,
  key: z.string(),
  ...metadata,
};
const version = {
  id,
  number: z.int(),
  status: z.enum(['draft', 'approved', 'discarded']),
  standing: StandingToday,
  content_sha256: sha256,
  valid_from: day,
  ends_on: endsOn,
  verified_at: at.nullable(),
  recheck_by: day.nullable(),
};
const Document = z
  .object({
    ...document,
    newest_version: z.object({ ...version, source_url: z.string().nullable() }),
  })
  .openapi('Document');
const DocumentWithVersions = z
  .object({
    ...document,
    created_at: at,
    versions: z.array(
      z.object({
        ...version,
        revision: z.int().openapi({ description: 'Rises with every change of a draft.' }),
        issued_on: day.nullable(),
        valid_to: day.nullable(),
        created_by: z.string(),
        created_at: at,
        approved_by: z.string().nullable(),
        approved_at: at.nullable(),
        successor: z.object({ id, key: z.string(), number: z.int(), from: day }).nullable(),
        withdrawal: z
          .object({ from: day, by: z.string(), at, reason: z.string() })
          .nullable()
          .openapi({ description: 'Final.' }),
      }),
    ),
  })
  .openapi('DocumentWithVersions');

const short = z.string().min(1).max(200);
const list = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/documents',
    operationId: 'listDocuments',
    tags: ['corpus'],
    summary: 'Documents of the corpus, newest first',
    request: {
      query: pageQuery.extend({
        state: z.enum(['draft', 'in_force', 'ended']).optional().openapi({
          description:
            'draft: the newest version waits for approval; in_force, ended: what approved versions say today.',
        }),
        topic: short.optional(),
        pillar: z.enum(['party', 'state', 'people']).optional(),
        language: z.string().max(10).optional().openapi({ description: 'ISO 639-1.' }),
        text: short.optional().openapi({ description: 'Part of title, number or key.' }),
      }),
    },
    responses: { 200: { description: 'A page.', content: json(pageOf(Document)) } },
  },
);

const read = operation(
  { may: 'corpus.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/corpus/documents/{id}',
    operationId: 'readDocument',
    tags: ['corpus'],
    summary: 'A document with all its versions, newest first',
    request: { params: idInPath },
    responses: { 200: { description: 'The document.', content: json(DocumentWithVersions) } },
  },
);

export const documents = createRouter()
  .openapi(list, async (c) => {
    const page = await listDocuments(c.var.ctx, c.req.valid('query'));
    return c.json({ items: page.items.map(entry), next_cursor: page.nextCursor }, 200);
  })
  .openapi(read, async (c) => {
    const { id } = c.req.valid('param');
    const { versions, created_at, ...rest } = await readDocument(c.var.ctx, { id });
    return c.json(
      { ...rest, created_at: created_at.toISOString(), versions: versions.map(render) },
      200,
    );
  });

function entry(row: DocumentEntry): z.infer<typeof Document> {
  const { versionId, versionNumber, status, standing, contentSha256, ...more } = row;
  const { validFrom, endsOn: ends_on, sourceUrl, verifiedAt, recheckBy, ...shown } = more;
  return {
    ...shown,
    newest_version: {
      id: versionId,
      number: versionNumber,
      status,
      standing,
      content_sha256: contentSha256,
      valid_from: validFrom,
      ends_on,
      source_url: sourceUrl,
      verified_at: verifiedAt?.toISOString() ?? null,
      recheck_by: recheckBy,
    },
  };
}

type VersionEntry = z.infer<typeof DocumentWithVersions>['versions'][number];

function render(row: DocumentView['versions'][number]): VersionEntry {
  const { version_number, superseded_by, superseded_on, successor_number, successor_key } = row;
  const { withdrawn_on, withdrawn_by, withdrawn_at, withdrawal_reason, ...more } = row;
  const { id, revision, status, standing, content_sha256, valid_from, valid_to, ends_on } = more;
  const succeeded = superseded_by !== null && superseded_on !== null;
  return {
    id,
    number: version_number,
    revision,
    status,
    standing,
    content_sha256,
    valid_from,
    valid_to,
    ends_on,
    issued_on: row.issued_on,
    created_by: row.created_by,
    created_at: row.created_at.toISOString(),
    approved_by: row.approved_by,
    approved_at: row.approved_at?.toISOString() ?? null,
    verified_at: row.verified_at?.toISOString() ?? null,
    recheck_by: row.recheck_by,
    successor:
      succeeded && successor_key !== null && successor_number !== null
        ? { id: superseded_by, key: successor_key, number: successor_number, from: superseded_on }
        : null,
    withdrawal:
      withdrawn_on === null || withdrawn_at === null
        ? null
        : {
            from: withdrawn_on,
            by: withdrawn_by ?? '',
            at: withdrawn_at.toISOString(),
            reason: withdrawal_reason ?? '',
          },
  };
}
