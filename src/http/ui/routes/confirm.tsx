import { Hono } from 'hono';
import { AppError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { sayWhenAgain, toProblem } from '../../errors.ts';
import { confirmFromForm } from '../confirm-form.ts';
import { readForm, textOf } from '../forms.ts';
import { decodeKept } from '../kept-form.ts';
import { ConfirmPage } from '../pages/confirm.tsx';
import { GoOnSendingPage } from '../pages/kept.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

export function confirmRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/confirm', (c) =>
    renderPage(c, <ConfirmPage view={viewOf(c)} back={ownPath(c.req.query('back') ?? '')} />),
  );
  routes.post('/confirm', async (c) => {
    const form = await readForm(c);
    const back = ownPath(textOf(form, 'back'));
    const kept = decodeKept(textOf(form, 'kept'), c.get('takesForm'));
    try {
      await confirmFromForm(c, form);
      if (kept !== null) {
        return renderPage(c, <GoOnSendingPage view={viewOf(c, '/')} kept={kept} />);
      }
      return c.redirect(back, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      sayWhenAgain(c, error);
      const view = viewOf(c, '/confirm');
      const problem = describeProblem(error, 'confirm', view.t);
      const page = <ConfirmPage view={view} back={back} problem={problem} kept={kept} />;
      return renderPage(c, page, toProblem(error, c.get('requestId')).status);
    }
  });
  return routes;
}

/** A page of this service, whatever was asked for: nobody is sent to another site from here. */
export function ownPath(asked: string): string {
  const base = 'http://own.invalid';
  const url = asked.startsWith('/') ? URL.parse(asked, base) : null;
  return url?.origin === base ? url.pathname + url.search : '/';
}
