import { z } from '@hono/zod-openapi';
import {
  type AgingVersion,
  type Coverage,
  corpusHealth,
  dismissFinding,
  type Excerpt,
  type Finding,
  type FindingSide,
  listFindings,
} from '#upkeep/index.ts';
import { at, day, id, idInPath, json, offset, pageOf, pageQuery, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const kind = z.enum(['near_duplicate', 'contradiction']).openapi('FindingKind');
const asOf = day.optional().openapi({ description: 'Default: today in Vietnam.' });

const Aging = z
  .object({
    version_id: id,
    version_number: z.int(),
    document_id: id,
    key: z.string(),
    title: z.string(),
    verified_at: at.nullable(),
    recheck_by: day.nullable(),
    ends_on: day.nullable().openapi({ description: 'The first day out of force.' }),
  })
  .openapi('AgingVersion');
const excerpt = z.object({
  total: z.int(),
  items: z.array(Aging).openapi({ description: 'The first 50, the most pressing first.' }),
});
const coverage = {
  documents: z.int(),
  versions_in_force: z.int(),
  citable: z.int().openapi({ description: 'Of the versions in force.' }),
  internal: z.int().openapi({ description: 'Guidance that is never quoted.' }),
  passages: z.int(),
  languages: z.array(z.string()),
  last_verified_at: at.nullable(),
};
const Health = z
  .object({
    as_of: day,
    stale: excerpt.openapi({ description: 'Past the day they were to be looked at again.' }),
    unverified: excerpt.openapi({
      description: 'Without such a day, and not held against their source for 365 days.',
    }),
    ending_soon: excerpt.openapi({ description: 'In force for at most 30 days more.' }),
    drafts: z.object({ count: z.int(), oldest_at: at.nullable() }),
    findings: z.object({ near_duplicates: z.int(), contradictions: z.int() }),
    topics: z.array(
      z.object({
        topic: z.string().nullable().openapi({ description: 'Null: none.' }),
        ...coverage,
      }),
    ),
    pillars: z.array(
      z.object({
        pillar: z.string().nullable().openapi({ description: 'Null: none.' }),
        ...coverage,
      }),
    ),
  })
  .openapi('CorpusHealth');

const span = z.object({ start: offset, end: offset, text: z.string() });
const Side = z
  .object({
    passage_id: z.int(),
    version_id: id,
    document_id: id,
    key: z.string(),
    title: z.string(),
    heading_path: z.array(z.string()),
    text: z.string(),
  })
  .openapi('FindingSide');
const CorpusFinding = z
  .object({
    id,
    kind,
    score: z.number().openapi({
      description: 'Near-duplicate: likeness of the texts; contradiction: cosine of the passages.',
    }),
    found_at: at,
    conflicts: z
      .array(z.object({ kind: z.string(), left: span, right: span }))
      .openapi({ description: 'Code points into the text of either passage.' }),
    left: Side,
    right: Side,
  })
  .openapi('CorpusFinding');

const health = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/health',
    operationId: 'corpusHealth',
    tags: ['corpus'],
    summary: 'What in the corpus needs a look on a day, and what each topic has',
    request: { query: z.strictObject({ as_of: asOf }) },
    responses: { 200: { description: 'The whole corpus.', content: json(Health) } },
  },
);

const list = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/findings',
    operationId: 'listFindings',
    tags: ['corpus'],
    summary: 'Passages nearly the same or contradicting one another, newest first',
    description: 'Both versions are in force on the day, and nobody has dismissed the finding.',
    request: { query: pageQuery.extend({ kind: kind.optional(), as_of: asOf }) },
    responses: { 200: { description: 'A page.', content: json(pageOf(CorpusFinding)) } },
  },
);

const dismiss = operation(
  { may: 'corpus.edit', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/corpus/findings/{id}/dismiss',
    operationId: 'dismissFinding',
    tags: ['corpus'],
    summary: 'Note that nothing is to be done about a finding',
    description: 'It is not shown again, and the same two passages are not found again.',
    request: {
      params: idInPath,
      body: {
        required: true,
        content: json(z.strictObject({ reason }).openapi('FindingDismissal')),
      },
    },
    responses: { 204: { description: 'Dismissed.' } },
  },
);

export const corpusHealthRoutes = createRouter()
  .openapi(health, async (c) => {
    const found = await corpusHealth(c.var.ctx, { asOf: c.req.valid('query').as_of });
    return c.json(
      {
        as_of: found.asOf,
        stale: renderExcerpt(found.stale),
        unverified: renderExcerpt(found.unverified),
        ending_soon: renderExcerpt(found.endingSoon),
        drafts: {
          count: found.drafts.count,
          oldest_at: found.drafts.oldestAt?.toISOString() ?? null,
        },
        findings: {
          near_duplicates: found.findings.nearDuplicates,
          contradictions: found.findings.contradictions,
        },
        topics: found.topics.map((row) => ({ topic: row.topic, ...renderCoverage(row) })),
        pillars: found.pillars.map((row) => ({ pillar: row.pillar, ...renderCoverage(row) })),
      },
      200,
    );
  })
  .openapi(list, async (c) => {
    const { as_of: day, ...query } = c.req.valid('query');
    const page = await listFindings(c.var.ctx, { ...query, asOf: day });
    return c.json({ items: page.items.map(renderFinding), next_cursor: page.nextCursor }, 200);
  })
  .openapi(dismiss, async (c) => {
    const { id: findingId } = c.req.valid('param');
    await dismissFinding(c.var.ctx, { findingId, reason: c.req.valid('json').reason });
    return c.body(null, 204);
  });

function renderExcerpt({ total, items }: Excerpt<AgingVersion>): z.infer<typeof excerpt> {
  return {
    total,
    items: items.map((one) => ({
      version_id: one.versionId,
      version_number: one.versionNumber,
      document_id: one.documentId,
      key: one.key,
      title: one.title,
      verified_at: one.verifiedAt?.toISOString() ?? null,
      recheck_by: one.recheckBy,
      ends_on: one.endsOn,
    })),
  };
}

function renderCoverage(row: Coverage) {
  return {
    documents: row.documents,
    versions_in_force: row.versionsInForce,
    citable: row.citable,
    internal: row.internal,
    passages: row.passages,
    languages: [...row.languages],
    last_verified_at: row.lastVerifiedAt?.toISOString() ?? null,
  };
}

function renderFinding(finding: Finding): z.infer<typeof CorpusFinding> {
  return {
    id: finding.id,
    kind: finding.kind,
    score: finding.score,
    found_at: finding.foundAt.toISOString(),
    conflicts: finding.conflicts.map((conflict) => ({ ...conflict })),
    left: renderSide(finding.left),
    right: renderSide(finding.right),
  };
}

function renderSide(side: FindingSide): z.infer<typeof Side> {
  return {
    passage_id: side.passageId,
    version_id: side.versionId,
    document_id: side.documentId,
    key: side.key,
    title: side.title,
    heading_path: [...side.headingPath],
    text: side.text,
  };
}
