import { z } from '@hono/zod-openapi';
import {
  approveNames,
  checkNames,
  listNames,
  nameKinds,
  nameStates,
  proposeNames,
  withdrawNames,
} from '#names/index.ts';
import { ValidationErrors } from '#platform/errors.ts';
import { at, id, json, pageOf, pageQuery, reason } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const variant = z.strictObject({
  language: z.string().openapi({ description: 'ISO 639-1.', example: 'zh' }),
  text: z.string().openapi({ example: '南海' }),
});
const preferred = z
  .array(variant)
  .openapi({ description: 'Which of the names to write, at most one for a language.' });
const note = z
  .string()
  .max(1000)
  .nullable()
  .openapi({ description: 'A definition, or how to use the name; for people.' });
const group = {
  key: z.string().openapi({ description: 'Stable identity.', example: 'bien-dong' }),
  kind: z.enum(nameKinds),
  variants: z
    .array(variant)
    .openapi({ description: 'What it is called, abbreviations and old spellings included.' }),
};
const NameGroup = z
  .strictObject({ ...group, preferred: preferred.optional(), note: note.optional() })
  .openapi('NameGroup');
const NameVersion = z
  .object({
    id,
    version: z.int(),
    state: z.enum(nameStates),
    ...group,
    preferred,
    note,
    proposed_at: at,
    approved_at: at.nullable(),
    withdrawn_at: at.nullable(),
  })
  .openapi('NameVersion');
const Proposal = z.strictObject({ groups: z.array(NameGroup).min(1).max(500) }).openapi('Proposal');
const Proposed = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        change: z.enum(['created', 'new_version', 'unchanged']),
        version_id: id.nullable(),
      }),
    ),
  })
  .openapi('ProposedNames');
const versionIds = z.array(id).min(1).max(500);

const list = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/names',
    operationId: 'listNames',
    tags: ['corpus'],
    summary: 'Names of places, organisations and documents, newest first',
    request: { query: pageQuery.extend({ state: z.enum(nameStates).optional() }) },
    responses: { 200: { description: 'A page.', content: json(pageOf(NameVersion)) } },
  },
);

const propose = operation(
  { may: 'corpus.edit' },
  {
    method: 'post',
    path: '/v1/corpus/names',
    operationId: 'proposeNames',
    tags: ['corpus'],
    summary: 'Propose what things are called',
    description: 'Nothing applies before a second person approves it. All groups or none.',
    request: { body: { required: true, content: json(Proposal) } },
    responses: { 201: { description: 'Proposed.', content: json(Proposed) } },
  },
);

const approve = operation(
  { may: 'corpus.approve', problems: [409] },
  {
    method: 'post',
    path: '/v1/corpus/names/approvals',
    operationId: 'approveNames',
    tags: ['corpus'],
    summary: 'Bring proposed names in force',
    description: 'Never your own proposals. All of them or none.',
    request: {
      body: { required: true, content: json(z.strictObject({ version_ids: versionIds })) },
    },
    responses: { 204: { description: 'They apply from the next search on.' } },
  },
);

const withdraw = operation(
  { may: 'corpus.approve', problems: [409] },
  {
    method: 'post',
    path: '/v1/corpus/names/withdrawals',
    operationId: 'withdrawNames',
    tags: ['corpus'],
    summary: 'Withdraw names, proposed or in force',
    request: {
      body: { required: true, content: json(z.strictObject({ version_ids: versionIds, reason })) },
    },
    responses: { 204: { description: 'They no longer apply.' } },
  },
);

export const names = createRouter()
  .openapi(list, async (c) => {
    const page = await listNames(c.var.ctx, c.req.valid('query'));
    const items = page.items.map((row) => ({
      id: row.versionId,
      version: row.versionNumber,
      state: row.state,
      key: row.key,
      kind: row.kind,
      variants: [...row.variants],
      preferred: [...row.preferred],
      note: row.note,
      proposed_at: row.proposedAt.toISOString(),
      approved_at: row.approvedAt?.toISOString() ?? null,
      withdrawn_at: row.withdrawnAt?.toISOString() ?? null,
    }));
    return c.json({ items, next_cursor: page.nextCursor }, 200);
  })
  .openapi(propose, async (c) => {
    const rows = c.req.valid('json').groups.map((row, index) => ({
      place: `groups[${index}]`,
      ...row,
    }));
    const { groups, errors } = checkNames(rows);
    const [first, ...rest] = errors;
    if (first !== undefined) throw new ValidationErrors([first, ...rest]);
    const proposed = await proposeNames(c.var.ctx, { groups });
    const items = proposed.map(({ key, change, versionId }) => ({
      key,
      change,
      version_id: versionId,
    }));
    return c.json({ items }, 201);
  })
  .openapi(approve, async (c) => {
    await approveNames(c.var.ctx, { versionIds: c.req.valid('json').version_ids });
    return c.body(null, 204);
  })
  .openapi(withdraw, async (c) => {
    const { version_ids: versionIds, reason } = c.req.valid('json');
    await withdrawNames(c.var.ctx, { versionIds, reason });
    return c.body(null, 204);
  });
