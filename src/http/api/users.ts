import { z } from '@hono/zod-openapi';
import { withTransaction } from '#db/transaction.ts';
import {
  createUser,
  disableUser,
  listUsers,
  mergeAccounts,
  readUser,
  requireRecentProof,
  setRoles,
  type User as StoredUser,
} from '#identity/index.ts';
import { revokeForMerge } from '#review/index.ts';
import type { AppContext } from '../env.ts';
import { at, id, idInPath, json, pageOf, pageQuery, reason, role } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const User = z
  .object({
    id,
    name: z.string(),
    email: z.string().nullable().openapi({ description: 'Null: an account of keys only.' }),
    roles: z.array(role),
    created_at: at,
    disabled_at: at.nullable(),
    merged_into: id.nullable().openapi({
      description: 'The account whose person this one was found to be; null: it was not merged.',
    }),
  })
  .openapi('User');
const givenRoles = z.array(role).min(1).max(role.options.length).openapi({
  description:
    'An admin has no part in content: not with triager, drafter, reviewer or corpus roles.',
});
const NewUser = z
  .strictObject({
    name: z.string().min(1).max(100),
    email: z.string().min(3).max(254).nullish(),
    roles: givenRoles,
  })
  .openapi('NewUser');
const Roles = z.strictObject({ roles: givenRoles }).openapi('Roles');
const DisabledUser = z.strictObject({ reason }).openapi('DisabledUser');
const Merge = z
  .strictObject({
    into: id.openapi({ description: 'The account the person goes on with.' }),
    reason,
  })
  .openapi('Merge');
const ids = z.array(id);
const Merged = z
  .object({
    user_ids: ids.openapi({ description: 'Every account of the person there now is.' }),
    revoked_approval_ids: ids,
    returned_post_ids: ids,
    decided_alone: z
      .object({ versions: ids, names: ids, alignments: ids, thresholds: ids })
      .openapi({
        description: 'What this person both made and approved; it stands until decided anew.',
      }),
  })
  .openapi('Merged');
const may = 'users.manage' as const;

const list = operation(
  { may },
  {
    method: 'get',
    path: '/v1/users',
    operationId: 'listUsers',
    tags: ['identity'],
    summary: 'Every account, disabled ones too, newest first',
    request: { query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(User)) } },
  },
);
const create = operation(
  { may, problems: [409] },
  {
    method: 'post',
    path: '/v1/users',
    operationId: 'createUser',
    tags: ['identity'],
    summary: 'Create an account',
    request: { body: { required: true, content: json(NewUser) } },
    responses: { 201: { description: 'Created.', content: json(User) } },
  },
);
const read = operation(
  { may, problems: [404] },
  {
    method: 'get',
    path: '/v1/users/{id}',
    operationId: 'readUser',
    tags: ['identity'],
    summary: 'One account',
    request: { params: idInPath },
    responses: { 200: { description: 'The account.', content: json(User) } },
  },
);
const roles = operation(
  { may, problems: [404, 409] },
  {
    method: 'put',
    path: '/v1/users/{id}/roles',
    operationId: 'setRoles',
    tags: ['identity'],
    summary: 'Replace the roles of an account',
    description: 'Seen at its next request. Nobody changes their own, and one active admin stays.',
    request: { params: idInPath, body: { required: true, content: json(Roles) } },
    responses: { 200: { description: 'As it is now.', content: json(User) } },
  },
);
const disable = operation(
  { may, problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/users/{id}/disable',
    operationId: 'disableUser',
    tags: ['identity'],
    summary: 'Take an account out of use',
    description:
      'Its keys are revoked, its sessions end, and what it held in the queue goes back. Accounts are never deleted, and the last active admin stays.',
    request: { params: idInPath, body: { required: true, content: json(DisabledUser) } },
    responses: { 200: { description: 'As it is now.', content: json(User) } },
  },
);
const merge = operation(
  { may, problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/users/{id}/merge',
    operationId: 'mergeAccounts',
    tags: ['identity'],
    summary: 'Record that this account and another are one person',
    description:
      'Four eyes count the person once from now on, and this account is disabled. Approvals that rested on their being two leave force. It cannot be undone.',
    request: { params: idInPath, body: { required: true, content: json(Merge) } },
    responses: { 200: { description: 'Recorded.', content: json(Merged) } },
  },
);

export const users = createRouter()
  .openapi(list, async (c) => {
    const page = await listUsers(c.var.ctx, c.req.valid('query'));
    return c.json({ items: page.items.map(render), next_cursor: page.nextCursor }, 200);
  })
  .openapi(create, async (c) => {
    const ctx = inPerson(c.var.ctx);
    const { userId } = await createUser(ctx, c.req.valid('json'));
    return c.json(render(await readUser(ctx, { id: userId })), 201);
  })
  .openapi(read, async (c) => c.json(render(await readUser(c.var.ctx, c.req.valid('param'))), 200))
  .openapi(roles, async (c) => {
    const ctx = inPerson(c.var.ctx);
    const { id: userId } = c.req.valid('param');
    await setRoles(ctx, { userId, ...c.req.valid('json') });
    return c.json(render(await readUser(ctx, { id: userId })), 200);
  })
  .openapi(disable, async (c) => {
    const ctx = inPerson(c.var.ctx);
    const { id: userId } = c.req.valid('param');
    await disableUser(ctx, { userId, ...c.req.valid('json') });
    return c.json(render(await readUser(ctx, { id: userId })), 200);
  })
  .openapi(merge, async (c) => {
    const { id: from } = c.req.valid('param');
    const input = { from, ...c.req.valid('json') };
    const done = await withTransaction(inPerson(c.var.ctx), async (ctx) => {
      const merged = await mergeAccounts(ctx, input);
      return { merged, ended: await revokeForMerge(ctx, { userIds: merged.userIds }) };
    });
    const { versions, names, alignments, thresholds } = done.merged.decidedAlone;
    return c.json(
      {
        user_ids: [...done.merged.userIds],
        revoked_approval_ids: [...done.ended.approvalIds],
        returned_post_ids: [...done.ended.returnedPostIds],
        decided_alone: {
          versions: [...versions],
          names: [...names],
          alignments: [...alignments],
          thresholds: [...thresholds],
        },
      },
      200,
    );
  });

/** Who gives rights away sits there now, and did not leave a browser open. */
function inPerson(ctx: AppContext): AppContext {
  requireRecentProof(ctx, ctx.config.signIn.confirmMs);
  return ctx;
}

function render(user: StoredUser): z.infer<typeof User> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    roles: [...user.roles],
    created_at: user.createdAt.toISOString(),
    disabled_at: user.disabledAt?.toISOString() ?? null,
    merged_into: user.person === user.id ? null : user.person,
  };
}
