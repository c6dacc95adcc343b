import { z } from '@hono/zod-openapi';
import { ValidationError } from '#platform/errors.ts';
import {
  type AlignmentEntry,
  alignmentStates,
  approveAlignment,
  listAlignments,
  proposeAlignment,
  readAlignment,
  type VersionChoice,
  withdrawAlignment,
} from '#translations/index.ts';
import { at, id, idInPath, json, pageOf, pageQuery, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const Choice = z
  .strictObject({
    version_id: id.optional(),
    key: z.string().min(1).max(200).optional(),
  })
  .openapi('VersionChoice', {
    description:
      'A version by its id, or by the key of its document: the one in force, else the newest.',
  });
const AlignedVersion = z
  .object({
    version_id: id,
    version: z.int(),
    key: z.string(),
    title: z.string(),
    language: z.string(),
  })
  .openapi('AlignedVersion');
const alignment = {
  id,
  state: z.enum(alignmentStates),
  left: AlignedVersion,
  right: AlignedVersion,
  proposed_by: z.string(),
  proposed_at: at,
  approved_by: z.string().nullable(),
  approved_at: at.nullable(),
  withdrawn_at: at.nullable(),
  withdrawal_reason: z.string().nullable(),
};
const Alignment = z.object(alignment).openapi('Alignment');
const AlignedText = z
  .object({ passage_id: z.int(), heading_path: z.array(z.string()), text: z.string() })
  .openapi('AlignedText');
const AlignmentView = z
  .object({
    ...alignment,
    pairs: z.array(
      z.object({
        left: AlignedText,
        right: AlignedText,
        score: z.number().min(0).max(1).openapi({ description: 'How alike the two are.' }),
      }),
    ),
    left_alone: z.array(AlignedText).openapi({ description: 'Passages without a counterpart.' }),
    right_alone: z.array(AlignedText),
  })
  .openapi('AlignmentView');
const Proposed = z
  .object({
    id: id.nullable().openapi({ description: 'Null in a dry run.' }),
    pairs: z.int(),
    left_alone: z.int().openapi({ description: 'Passages without a counterpart.' }),
    right_alone: z.int(),
  })
  .openapi('ProposedAlignment');

const list = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/alignments',
    operationId: 'listAlignments',
    tags: ['corpus'],
    summary: 'Aligned translations, newest first',
    request: { query: pageQuery.extend({ state: z.enum(alignmentStates).optional() }) },
    responses: { 200: { description: 'A page.', content: json(pageOf(Alignment)) } },
  },
);

const read = operation(
  { may: 'corpus.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/corpus/alignments/{id}',
    operationId: 'readAlignment',
    tags: ['corpus'],
    summary: 'An alignment with the passages it pairs',
    request: { params: idInPath },
    responses: { 200: { description: 'The alignment.', content: json(AlignmentView) } },
  },
);

const propose = operation(
  { may: 'corpus.edit', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/corpus/alignments',
    operationId: 'proposeAlignment',
    tags: ['corpus'],
    summary: 'Align two versions in different languages',
    description: 'Nothing is quoted through it before a second person approves it.',
    request: {
      body: {
        required: true,
        content: json(
          z
            .strictObject({ left: Choice, right: Choice, dry_run: z.boolean().default(false) })
            .openapi('AlignmentProposal'),
        ),
      },
    },
    responses: { 201: { description: 'Proposed.', content: json(Proposed) } },
  },
);

const approve = operation(
  { may: 'corpus.approve', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/corpus/alignments/{id}/approval',
    operationId: 'approveAlignment',
    tags: ['corpus'],
    summary: 'Bring an alignment in force',
    description: 'Never your own proposal.',
    request: { params: idInPath },
    responses: { 204: { description: 'Drafts quote through it from now on.' } },
  },
);

const withdraw = operation(
  { may: 'corpus.approve', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/corpus/alignments/{id}/withdrawal',
    operationId: 'withdrawAlignment',
    tags: ['corpus'],
    summary: 'Withdraw an alignment, proposed or in force',
    request: {
      params: idInPath,
      body: {
        required: true,
        content: json(z.strictObject({ reason }).openapi('AlignmentWithdrawal')),
      },
    },
    responses: { 204: { description: 'Drafts no longer use it.' } },
  },
);

export const alignments = createRouter()
  .openapi(list, async (c) => {
    const page = await listAlignments(c.var.ctx, c.req.valid('query'));
    return c.json({ items: page.items.map(render), next_cursor: page.nextCursor }, 200);
  })
  .openapi(read, async (c) => {
    const view = await readAlignment(c.var.ctx, { alignmentId: c.req.valid('param').id });
    return c.json(
      {
        ...render(view),
        pairs: view.pairs.map(({ left, right, score }) => ({
          left: renderText(left),
          right: renderText(right),
          score,
        })),
        left_alone: view.leftAlone.map(renderText),
        right_alone: view.rightAlone.map(renderText),
      },
      200,
    );
  })
  .openapi(propose, async (c) => {
    const { left, right, dry_run: dryRun } = c.req.valid('json');
    const proposed = await proposeAlignment(c.var.ctx, {
      left: toChoice(left, 'left'),
      right: toChoice(right, 'right'),
      dryRun,
    });
    const { alignmentId, pairs, leftAlone, rightAlone } = proposed;
    return c.json({ id: alignmentId, pairs, left_alone: leftAlone, right_alone: rightAlone }, 201);
  })
  .openapi(approve, async (c) => {
    await approveAlignment(c.var.ctx, { alignmentId: c.req.valid('param').id });
    return c.body(null, 204);
  })
  .openapi(withdraw, async (c) => {
    const alignmentId = c.req.valid('param').id;
    await withdrawAlignment(c.var.ctx, { alignmentId, reason: c.req.valid('json').reason });
    return c.body(null, 204);
  });

function toChoice({ version_id, key }: z.infer<typeof Choice>, field: string): VersionChoice {
  if (version_id !== undefined && key === undefined) return { versionId: version_id };
  if (key !== undefined && version_id === undefined) return { key };
  throw new ValidationError('a version is named by its id or by the key of its document', {
    field,
    remedy: 'Give version_id or key, not both.',
  });
}

function render(entry: AlignmentEntry): z.infer<typeof Alignment> {
  return {
    id: entry.id,
    state: entry.state,
    left: renderVersion(entry.left),
    right: renderVersion(entry.right),
    proposed_by: entry.proposedBy,
    proposed_at: entry.proposedAt.toISOString(),
    approved_by: entry.approvedBy,
    approved_at: entry.approvedAt?.toISOString() ?? null,
    withdrawn_at: entry.withdrawnAt?.toISOString() ?? null,
    withdrawal_reason: entry.withdrawalReason,
  };
}

function renderVersion({ versionId, versionNumber, ...shown }: AlignmentEntry['left']) {
  return { ...shown, version_id: versionId, version: versionNumber };
}

function renderText(text: {
  readonly passageId: number;
  readonly headingPath: readonly string[];
  readonly text: string;
}): z.infer<typeof AlignedText> {
  return { passage_id: text.passageId, heading_path: [...text.headingPath], text: text.text };
}
