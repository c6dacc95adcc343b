import { z } from '@hono/zod-openapi';
import { type Action, mayDo, permissions } from '#identity/index.ts';
import { id, json, role } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const Me = z
  .object({
    user_id: id,
    name: z.string(),
    roles: z.array(role),
    permissions: z.array(z.string()),
  })
  .openapi('Me');

const read = operation(
  { may: 'any' },
  {
    method: 'get',
    path: '/v1/me',
    operationId: 'readMe',
    tags: ['identity'],
    summary: 'Whose key this is and what it may do',
    responses: { 200: { description: 'You.', content: json(Me) } },
  },
);

export const me = createRouter().openapi(read, (c) => {
  const { actor } = c.var.ctx;
  const actions = Object.keys(permissions) as Action[];
  return c.json(
    {
      user_id: actor.userId as string,
      name: actor.name,
      roles: [...actor.roles],
      permissions: actions.filter((action) => mayDo(actor, action)),
    },
    200,
  );
});
