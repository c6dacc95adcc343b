import { z } from '@hono/zod-openapi';
import { ValidationError } from '#platform/errors.ts';
import { decisionsCsv } from '#review/index.ts';
import { day } from './fields.ts';
import { createRouter, operation } from './operation.ts';

/** Parts of at most 500 rows that one answer holds: it is put together before it is sent. */
const maxParts = 100;

const exportAll = operation(
  { may: 'export.read' },
  {
    method: 'get',
    path: '/v1/decisions/export',
    operationId: 'exportDecisions',
    tags: ['approvals'],
    summary: 'Decisions of reviewers as CSV',
    description:
      'One row each, oldest first, at most about 50,000: name days for more. A first decision whose second is still to come is left out, since the second reading is blind. Written to the audit chain.',
    request: {
      query: z.strictObject({
        from: day.optional().openapi({ description: 'First Vietnamese day.' }),
        to: day.optional().openapi({ description: 'Last Vietnamese day.' }),
      }),
    },
    responses: {
      200: { description: 'The file.', content: { 'text/csv': { schema: z.string() } } },
    },
  },
);

export const decisionRecords = createRouter().openapi(exportAll, async (c) => {
  const { from = null, to = null } = c.req.valid('query');
  const parts: string[] = [];
  for await (const part of decisionsCsv(c.var.ctx, { from, to })) {
    parts.push(part);
    if (parts.length <= maxParts) continue;
    throw new ValidationError('these are too many decisions for one answer', {
      field: 'from',
      remedy: 'Name the days: from and to. Or run: doichung decisions export',
    });
  }
  return c.body(parts.join(''), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="doichung-decisions.csv"',
  });
});
