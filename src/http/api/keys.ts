import { z } from '@hono/zod-openapi';
import {
  actions,
  defaultKeyDays,
  defaultOverlapHours,
  type IssuedKey,
  issueKey,
  type Key as StoredKey,
  listKeys,
  maxKeyDays,
  maxOverlapHours,
  requireRecentProof,
  revokeKey,
  rotateKey,
} from '#identity/index.ts';
import { at, day, id, idInPath, json, pageOf, pageQuery } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const scopes = z
  .array(z.string())
  .nullable()
  .openapi({ description: 'Permissions the key is limited to; null: all its person may do.' });
const Key = z
  .object({
    id,
    user_id: id,
    owner: z.string(),
    label: z.string(),
    scopes,
    issued_by: z.string().nullable().openapi({
      description: 'Null: by a command beside the database.',
    }),
    created_at: at,
    expires_at: at.nullable(),
    revoked_at: at.nullable(),
    rotated_to: id.nullable().openapi({ description: 'The key that takes its place.' }),
    last_used_on: day.nullable().openapi({ description: 'Vietnamese day; null: never.' }),
  })
  .openapi('Key');
const days = z.int().min(1).max(maxKeyDays).default(defaultKeyDays).openapi({
  description: 'How long it is valid.',
});
const NewKey = z
  .strictObject({
    user_id: id.optional().openapi({ description: 'Whose; yours unless you manage users.' }),
    label: z.string().min(1).max(100).openapi({ example: 'nhập bài từ trang tin' }),
    scopes: z.array(z.enum(actions)).min(1).max(actions.length).nullish().openapi({
      description:
        'Permissions to limit it to; left out: all you may do. For another person never one half of a decision of two people.',
    }),
    days,
  })
  .openapi('NewKey');
const Rotation = z
  .strictObject({
    overlap_hours: z.int().min(0).max(maxOverlapHours).default(defaultOverlapHours).openapi({
      description: 'How long the old key works beside the new one.',
    }),
    days,
  })
  .openapi('Rotation');
const Issued = z
  .object({
    id,
    key: z.string().openapi({ description: 'Shown this once; what is stored is its hash.' }),
    scopes,
    expires_at: at.nullable(),
  })
  .openapi('IssuedKey');
const may = 'keys.own' as const;

const list = operation(
  { may },
  {
    method: 'get',
    path: '/v1/keys',
    operationId: 'listKeys',
    tags: ['identity'],
    summary: 'Your keys, ended ones too, newest first; never the secret',
    request: {
      query: pageQuery.extend({
        user_id: id.optional().openapi({ description: 'Whose; others’ if you manage users.' }),
      }),
    },
    responses: { 200: { description: 'A page.', content: json(pageOf(Key)) } },
  },
);
const issue = operation(
  { may, problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/keys',
    operationId: 'issueKey',
    tags: ['identity'],
    summary: 'Issue a key',
    description: 'A key passes on no more than it may do itself.',
    request: { body: { required: true, content: json(NewKey) } },
    responses: { 201: { description: 'Issued.', content: json(Issued) } },
  },
);
const rotate = operation(
  { may, problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/keys/{id}/rotate',
    operationId: 'rotateKey',
    tags: ['identity'],
    summary: 'Replace a key of yours by one with the same label and scopes',
    request: { params: idInPath, body: { required: true, content: json(Rotation) } },
    responses: { 201: { description: 'The new key.', content: json(Issued) } },
  },
);
const revoke = operation(
  { may, problems: [404] },
  {
    method: 'delete',
    path: '/v1/keys/{id}',
    operationId: 'revokeKey',
    tags: ['identity'],
    summary: 'End a key at once: yours, or anybody’s if you manage users',
    request: { params: idInPath },
    responses: { 204: { description: 'Revoked.' } },
  },
);

export const keys = createRouter()
  .openapi(list, async (c) => {
    const { user_id: userId, ...page } = c.req.valid('query');
    const { ctx } = c.var;
    const found = await listKeys(ctx, { userId: userId ?? ctx.actor.userId, ...page });
    return c.json({ items: found.items.map(render), next_cursor: found.nextCursor }, 200);
  })
  .openapi(issue, async (c) => {
    const { ctx } = c.var;
    requireRecentProof(ctx, ctx.config.signIn.confirmMs);
    const { user_id: userId, ...input } = c.req.valid('json');
    const issued = await issueKey(ctx, {
      userId: userId ?? (ctx.actor.userId as string),
      ...input,
    });
    return c.json(renderIssued(issued), 201);
  })
  .openapi(rotate, async (c) => {
    const { ctx } = c.var;
    requireRecentProof(ctx, ctx.config.signIn.confirmMs);
    const { overlap_hours: overlapHours, days } = c.req.valid('json');
    const issued = await rotateKey(ctx, { ...c.req.valid('param'), overlapHours, days });
    return c.json(renderIssued(issued), 201);
  })
  .openapi(revoke, async (c) => {
    await revokeKey(c.var.ctx, c.req.valid('param'));
    return c.body(null, 204);
  });

function renderIssued({ id, key, scopes, expiresAt }: IssuedKey): z.infer<typeof Issued> {
  return {
    id,
    key,
    scopes: scopes === null ? null : [...scopes],
    expires_at: expiresAt?.toISOString() ?? null,
  };
}

function render(key: StoredKey): z.infer<typeof Key> {
  return {
    id: key.id,
    user_id: key.userId,
    owner: key.userName,
    label: key.label,
    scopes: key.scopes === null ? null : [...key.scopes],
    issued_by: key.issuedBy,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    rotated_to: key.rotatedTo,
    last_used_on: key.lastUsedOn,
  };
}
