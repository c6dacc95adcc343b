import { z } from '@hono/zod-openapi';
import {
  type ApprovedAnswer,
  exportApproval,
  listApprovals,
  renderMarkdown,
} from '#review/index.ts';
import {
  at,
  audience,
  day,
  endsOn,
  id,
  idInPath,
  json,
  offset,
  pageOf,
  pageQuery,
  quoteNature,
  sentenceRole,
  sha256,
} from './fields.ts';
import { createRouter, operation } from './operation.ts';

const ApprovalEntry = z
  .object({
    id,
    post_id: id,
    status: z.enum(['in_force', 'needs_recheck', 'expired', 'revoked']),
    content_sha256: sha256,
    approved_at: at,
  })
  .openapi('ApprovalEntry');
const Sentence = z
  .object({
    role: sentenceRole,
    text: z.string(),
    citations: z.array(
      z.object({
        document: z.string(),
        number: z.string().nullable(),
        issuer: z.string().nullable(),
        place: z.array(z.string()),
        quote: z.string(),
        nature: quoteNature,
        version_id: id,
        version_sha256: sha256,
        start: offset,
        end: offset,
        valid_from: day,
        ends_on: endsOn,
        source_url: z.string().nullable(),
      }),
    ),
  })
  .openapi('ExportedSentence');
const Export = z
  .object({
    approval_id: id,
    approved_at: at,
    reviewers: z.array(z.string()).length(2),
    post_sha256: sha256,
    content_sha256: sha256,
    language: z.string(),
    audience,
    headline: Sentence,
    sentences: z.array(Sentence),
    reused_for: z.array(sha256).openapi({
      description:
        'Other posts a person found it to answer, by the hash of their text; post_sha256 is the one it was written for.',
    }),
  })
  .openapi('ApprovedAnswer');

const list = operation(
  { may: 'export.read' },
  {
    method: 'get',
    path: '/v1/approvals',
    operationId: 'listApprovals',
    tags: ['approvals'],
    summary: 'Approvals in force, newest first',
    request: { query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(ApprovalEntry)) } },
  },
);

const exportOne = operation(
  { may: 'export.read', problems: [404, 409] },
  {
    method: 'get',
    path: '/v1/approvals/{id}/export',
    operationId: 'exportApproval',
    tags: ['approvals'],
    summary: 'An approved answer, for people to use',
    description: 'Nothing is published by this service. Each export is written to the audit chain.',
    request: {
      params: idInPath,
      query: z.strictObject({ format: z.enum(['json', 'markdown']).default('json') }),
    },
    responses: {
      200: {
        description: 'The answer.',
        content: {
          'application/json': { schema: Export },
          'text/markdown': { schema: z.string() },
        },
      },
    },
  },
);

export const approvals = createRouter()
  .openapi(list, async (c) => {
    const page = await listApprovals(c.var.ctx, c.req.valid('query'));
    const items = page.items.map((row) => ({
      id: row.id,
      post_id: row.postId,
      status: row.status,
      content_sha256: row.contentSha256,
      approved_at: row.approvedAt.toISOString(),
    }));
    return c.json({ items, next_cursor: page.nextCursor }, 200);
  })
  .openapi(exportOne, async (c) => {
    const answer = await exportApproval(c.var.ctx, c.req.valid('param').id);
    if (c.req.valid('query').format === 'json') return c.json(render(answer), 200);
    return c.body(renderMarkdown(answer), 200, { 'Content-Type': 'text/markdown; charset=utf-8' });
  });

function render(answer: ApprovedAnswer): z.infer<typeof Export> {
  return {
    approval_id: answer.approvalId,
    approved_at: answer.approvedAt,
    reviewers: [...answer.reviewers],
    post_sha256: answer.postSha256,
    content_sha256: answer.contentSha256,
    language: answer.language,
    audience: answer.audience,
    headline: renderSentence(answer.headline),
    sentences: answer.sentences.map(renderSentence),
    reused_for: [...answer.reusedFor],
  };
}

function renderSentence(sentence: ApprovedAnswer['headline']): z.infer<typeof Sentence> {
  return {
    role: sentence.role,
    text: sentence.text,
    citations: sentence.citations.map((citation) => ({
      document: citation.document,
      number: citation.number,
      issuer: citation.issuer,
      place: [...citation.place],
      quote: citation.quote,
      nature: citation.nature,
      version_id: citation.versionId,
      version_sha256: citation.versionSha256,
      start: citation.start,
      end: citation.end,
      valid_from: citation.validFrom,
      ends_on: citation.endsOn,
      source_url: citation.sourceUrl,
    })),
  };
}
