import { z } from '@hono/zod-openapi';
import { accepts } from 'hono/accepts';
import { UnavailableError } from '#platform/errors.ts';
import {
  exportApproval,
  exportFormats,
  listApprovals,
  publisherAt,
  renderClaimReview,
  renderMarkdown,
} from '#review/index.ts';
import { Answer, renderAnswer } from './answer-view.ts';
import { at, id, idInPath, json, pageOf, pageQuery, sha256 } from './fields.ts';
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

/** Each form of an answer, its type and the ending of its file's name. */
const forms = {
  json: { type: 'application/json', ending: 'json' },
  markdown: { type: 'text/markdown', ending: 'md' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  claimreview: { type: 'application/ld+json', ending: 'claimreview.json' },
} as const;

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
    description:
      'Nothing is published by this service. Each export is written to the audit chain. Without `format` the header Accept decides, and JSON without either. `claimreview` is schema.org JSON-LD: who made the claim is always left out, and `url` is there once you have said where you published.',
    request: {
      params: idInPath,
      query: z.strictObject({ format: z.enum(exportFormats).optional() }),
    },
    responses: {
      200: {
        description: 'The answer.',
        content: {
          [forms.json.type]: { schema: Answer },
          [forms.markdown.type]: { schema: z.string() },
          [forms.docx.type]: { schema: z.string().openapi({ format: 'binary' }) },
          [forms.claimreview.type]: { schema: z.looseObject({ '@type': z.string() }) },
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
    const { ctx, renderDocx } = c.var;
    const format = c.req.valid('query').format ?? acceptedFormat(c);
    if (format === 'docx' && renderDocx === null) {
      throw new UnavailableError('this server has no room for what writes Word documents', {
        field: 'format',
        remedy: 'Ask a server that runs on Node, or take format=markdown.',
      });
    }
    const answer = await exportApproval(ctx, c.req.valid('param').id, format);
    const { type, ending } = forms[format];
    const fileName = `doichung-${answer.approvalId}.${ending}`;
    c.header('Content-Disposition', `attachment; filename="${fileName}"`);
    c.header('Vary', 'Accept');
    if (format === 'json') return c.json(renderAnswer(answer), 200);
    if (format === 'docx' && renderDocx !== null) {
      return c.body(await renderDocx(answer), 200, { 'Content-Type': type });
    }
    const publisher = publisherAt(ctx.config.signIn.publicUrl);
    const text =
      format === 'markdown'
        ? renderMarkdown(answer)
        : JSON.stringify(renderClaimReview(answer, { publisher }));
    return c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` });
  });

function acceptedFormat(c: Parameters<typeof accepts>[0]): (typeof exportFormats)[number] {
  const type = accepts(c, {
    header: 'Accept',
    supports: exportFormats.map((format) => forms[format].type),
    default: forms.json.type,
  });
  return exportFormats.find((format) => forms[format].type === type) ?? 'json';
}
