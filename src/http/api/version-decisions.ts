import { z } from '@hono/zod-openapi';
import { DraftChanges, editDraftVersion } from '#corpus/index.ts';
import {
  approveEach,
  approveVersions,
  discardDrafts,
  verifyVersions,
  withdrawVersions,
} from '#standing/index.ts';
import { day, id, idInPath, json, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';
import { RowError, rowError } from './row-error.ts';

const revision = z.int().min(1).openapi({ description: 'The revision that was read.' });
const Outcomes = z
  .object({
    dry_run: z.boolean(),
    items: z.array(z.object({ id, approved: z.boolean(), error: RowError.nullable() })),
  })
  .openapi('ApprovalOutcomes');

/** A decision about one version, with its body. */
function decision<T extends z.ZodType>(
  may: 'corpus.edit' | 'corpus.approve',
  name: string,
  given: { operationId: string; summary: string; description?: string; body: T },
) {
  const { body, ...rest } = given;
  return operation(
    { may, problems: [404, 409] },
    {
      method: 'post',
      path: `/v1/corpus/versions/{id}/${name}`,
      tags: ['corpus'],
      ...rest,
      request: { params: idInPath, body: { required: true, content: json(body) } },
      responses: { 204: { description: 'Recorded.' } },
    },
  );
}

const edit = operation(
  { may: 'corpus.edit', problems: [404, 409] },
  {
    method: 'patch',
    path: '/v1/corpus/versions/{id}',
    operationId: 'editDraftVersion',
    tags: ['corpus'],
    summary: 'Change what a draft says of itself',
    description: 'Whoever changes a draft cannot approve it.',
    request: {
      params: idInPath,
      body: {
        required: true,
        content: json(
          z
            .strictObject({
              revision,
              changes: DraftChanges.default({}),
              accept: z.array(z.string().max(100)).max(20).default([]).openapi({
                description:
                  'Fields whose proposed value is taken; a change of the same field wins.',
              }),
            })
            .openapi('DraftEdit'),
        ),
      },
    },
    responses: {
      200: { description: 'The new revision.', content: json(z.object({ revision: z.int() })) },
    },
  },
);

const approve = decision('corpus.approve', 'approve', {
  operationId: 'approveVersion',
  summary: 'Bring a draft version in force',
  description: 'Never a version you wrote or changed.',
  body: z.strictObject({ revision }),
});
const withdraw = decision('corpus.approve', 'withdraw', {
  operationId: 'withdrawVersion',
  summary: 'Take an approved version out of force',
  description: 'Final. Drafts and approvals that cite it are found in the same transaction.',
  body: z.strictObject({
    reason,
    from: day.optional().openapi({ description: 'First day out of force; default: today.' }),
  }),
});
const discard = decision('corpus.edit', 'discard', {
  operationId: 'discardDraftVersion',
  summary: 'Put a draft version aside for good',
  body: z.strictObject({ reason }),
});
const verify = decision('corpus.edit', 'verify', {
  operationId: 'verifyVersion',
  summary: 'Note that an approved version was held against its source today',
  body: z.strictObject({
    recheck_by: day.nullable().openapi({ description: 'When to look again; null: no day is set.' }),
  }),
});

const approveMany = operation(
  { may: 'corpus.approve' },
  {
    method: 'post',
    path: '/v1/corpus/approvals',
    operationId: 'approveVersionsInBulk',
    tags: ['corpus'],
    summary: 'Bring many draft versions in force',
    description:
      'One that is refused does not stop the others; those that supersede one another stand or fall together.',
    request: {
      body: {
        required: true,
        content: json(
          z.strictObject({
            versions: z.array(z.strictObject({ id, revision })).min(1).max(500),
            dry_run: z.boolean().default(false).openapi({ description: 'Try all, keep nothing.' }),
          }),
        ),
      },
    },
    responses: { 200: { description: 'What became of each.', content: json(Outcomes) } },
  },
);

export const versionDecisions = createRouter()
  .openapi(edit, async (c) => {
    const versionId = c.req.valid('param').id;
    const revision = await editDraftVersion(c.var.ctx, { versionId, ...c.req.valid('json') });
    return c.json({ revision }, 200);
  })
  .openapi(approve, async (c) => {
    const versionId = c.req.valid('param').id;
    const revisions = new Map([[versionId, c.req.valid('json').revision]]);
    await approveVersions(c.var.ctx, { versionIds: [versionId], revisions });
    return c.body(null, 204);
  })
  .openapi(withdraw, async (c) => {
    const { reason, from = null } = c.req.valid('json');
    await withdrawVersions(c.var.ctx, { versionIds: [c.req.valid('param').id], reason, from });
    return c.body(null, 204);
  })
  .openapi(discard, async (c) => {
    const { reason } = c.req.valid('json');
    await discardDrafts(c.var.ctx, { versionIds: [c.req.valid('param').id], reason });
    return c.body(null, 204);
  })
  .openapi(verify, async (c) => {
    const { recheck_by: recheckBy } = c.req.valid('json');
    await verifyVersions(c.var.ctx, { versionIds: [c.req.valid('param').id], recheckBy });
    return c.body(null, 204);
  })
  .openapi(approveMany, async (c) => {
    const { versions, dry_run } = c.req.valid('json');
    const outcomes = await approveEach(c.var.ctx, { versions, dryRun: dry_run });
    const items = outcomes.map(({ versionId, error }) => ({
      id: versionId,
      approved: error === null && !dry_run,
      error: error === null ? null : rowError(error),
    }));
    return c.json({ dry_run, items }, 200);
  });
