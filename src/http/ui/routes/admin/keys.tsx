import { type Context, Hono } from 'hono';
import {
  findUser,
  type IssuedKey,
  issueKey,
  listKeys,
  mayDo,
  requirePermission,
  revokeKey,
  rotateKey,
} from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { HttpEnv } from '../../../env.ts';
import { isId, optionalText, textOf } from '../../forms.ts';
import { KeysPage } from '../../pages/admin/keys.tsx';
import { renderPage } from '../../render.ts';
import { type Feedback, viewOf } from '../../view.ts';
import { onForm } from './on-form.ts';

const may = 'keys.own' as const;
const pageSize = 50;

/** Keys of one's own, and, for who manages users, of everybody. */
export function keyRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/admin/keys', (c) => {
    requirePermission(c.get('ctx').actor, may);
    return keysPage(c, { notice: c.req.query('notice') }, 200);
  });
  const again = (c: Context<HttpEnv>) => (feedback: Feedback, status: number) =>
    keysPage(c, feedback, status);
  routes.post('/admin/keys', (c) =>
    onForm(c, { may, name: 'key-new', inPerson: true, again: again(c) }, async (form) => {
      const ctx = c.get('ctx');
      const name = optionalText(form, 'user');
      const userId = name === null ? ctx.actor.userId : (await findUser(ctx, name)).userId;
      const scopes = form.getAll('scopes').map(String);
      const issued = await issueKey(ctx, {
        userId: userId as string,
        label: textOf(form, 'label'),
        scopes: scopes.length === 0 ? null : scopes,
        days: Number(textOf(form, 'days')),
      });
      return keysPage(c, {}, 200, issued);
    }),
  );
  // The addresses a secret or a refusal leaves in the browser, opened again.
  routes.get('/admin/keys/:id/:form{rotate|revoke}', (c) => c.redirect('/admin/keys'));
  routes.post('/admin/keys/:id/rotate', (c) =>
    onForm(c, { may, name: 'key-new', inPerson: true, again: again(c) }, async () =>
      keysPage(c, {}, 200, await rotateKey(c.get('ctx'), { id: keyId(c) })),
    ),
  );
  routes.post('/admin/keys/:id/revoke', (c) =>
    onForm(c, { may, name: 'page', again: again(c) }, async () => {
      await revokeKey(c.get('ctx'), { id: keyId(c) });
      return c.redirect('/admin/keys?notice=keyRevoked', 303);
    }),
  );
  return routes;
}

function keyId(c: Context<HttpEnv>): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new NotFoundError('there is no such key', { field: 'id' });
  return id;
}

async function keysPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
  issued?: IssuedKey,
): Promise<Response> {
  const ctx = c.get('ctx');
  const manages = mayDo(ctx.actor, 'users.manage');
  const asked = c.req.query('user') ?? '';
  const of = !manages ? 'own' : isId(asked) ? 'user' : c.req.query('of') === 'all' ? 'all' : 'own';
  const userId = { own: ctx.actor.userId, all: null, user: asked }[of];
  const cursor = c.req.query('cursor') || null;
  const query = { own: '', all: '?of=all', user: `?user=${asked}` }[of];
  const page = (
    <KeysPage
      view={viewOf(c, c.req.method === 'GET' ? undefined : '/admin/keys')}
      page={await listKeys(ctx, { userId, cursor, limit: pageSize })}
      of={of}
      path={`/admin/keys${query}`}
      paged={cursor !== null}
      feedback={feedback}
      {...(issued === undefined ? {} : { issued })}
    />
  );
  return renderPage(c, page, status);
}
