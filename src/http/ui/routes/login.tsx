import { Hono } from 'hono';
import { authenticate } from '#identity/index.ts';
import type { HttpEnv } from '../../env.ts';
import { readForm, textOf } from '../forms.ts';
import { LoginPage } from '../pages/login.tsx';
import { renderPage } from '../render.ts';
import { forgetKey, keepKey } from '../session.ts';
import { viewOf } from '../view.ts';

export function loginRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/login', (c) => renderPage(c, <LoginPage view={viewOf(c)} wrong={false} />));
  routes.post('/login', async (c) => {
    const key = textOf(await readForm(c), 'key').trim();
    if ((await authenticate(c.get('ctx'), key)) === null) {
      return renderPage(c, <LoginPage view={viewOf(c)} wrong />, 401);
    }
    keepKey(c, key);
    return c.redirect('/', 303);
  });
  routes.post('/logout', (c) => {
    forgetKey(c);
    return c.redirect('/login', 303);
  });
  return routes;
}
