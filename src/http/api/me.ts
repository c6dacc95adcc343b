import { z } from '@hono/zod-openapi';
import type { Credential } from '#db/context.ts';
import { type Action, mayDo, permissions } from '#identity/index.ts';
import { id, json, role } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const Me = z
  .object({
    user_id: id,
    name: z.string(),
    roles: z.array(role),
    permissions: z.array(z.string()),
    credential: z.object({
      kind: z.enum(['key', 'session']),
      scopes: z.array(z.string()).nullable().openapi({
        description: 'Permissions a key is limited to; null: all you may do.',
      }),
    }),
  })
  .openapi('Me');

const read = operation(
  { may: 'any' },
  {
    method: 'get',
    path: '/v1/me',
    operationId: 'readMe',
    tags: ['identity'],
    summary: 'Who you are, by what, and what you may do',
    responses: { 200: { description: 'You.', content: json(Me) } },
  },
);

export const me = createRouter().openapi(read, (c) => {
  const { actor } = c.var.ctx;
  const { kind, scopes } = actor.credential as Credential;
  const actions = Object.keys(permissions) as Action[];
  return c.json(
    {
      user_id: actor.userId as string,
      name: actor.name,
      roles: [...actor.roles],
      permissions: actions.filter((action) => mayDo(actor, action)),
      credential: { kind, scopes: scopes === null ? null : [...scopes] },
    },
    200,
  );
});
