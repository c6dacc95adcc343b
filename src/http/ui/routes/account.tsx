import { type Context, Hono } from 'hono';
import {
  changePassword,
  confirmTwoFactor,
  endSession,
  enrolTwoFactor,
  readOwnAccount,
  removeTwoFactor,
} from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { sayWhenAgain, toProblem } from '../../errors.ts';
import { visitOf } from '../../visit.ts';
import { isId, readForm, textOf } from '../forms.ts';
import { AccountPage, EnrolmentPage } from '../pages/account.tsx';
import { describeProblem, type FormName } from '../problem.ts';
import { renderPage } from '../render.ts';
import { keepCookies } from '../session.ts';
import { type Feedback, viewOf } from '../view.ts';

/** What a person does with their own account. */
export function accountRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/account', (c) => accountPage(c, { notice: c.req.query('notice') }, 200));
  // The address a refused form leaves in the browser, opened again.
  routes.get('/account/:form{.+}', (c) => c.redirect('/account'));
  routes.post('/account/password', (c) =>
    onAccount(c, 'password', async (form) => {
      const [current, password] = [textOf(form, 'current'), textOf(form, 'password')];
      await changePassword(c.get('ctx'), { current, password });
      return c.redirect('/account?notice=password', 303);
    }),
  );
  routes.post('/account/two-factor', (c) =>
    onAccount(c, 'two-factor', async (form) => {
      const input = { password: textOf(form, 'password'), visit: visitOf(c) };
      const enrolment = await enrolTwoFactor(c.get('ctx'), input);
      const view = viewOf(c, '/account');
      return renderPage(c, <EnrolmentPage view={view} enrolment={enrolment} feedback={{}} />);
    }),
  );
  routes.post('/account/two-factor/confirm', async (c) => {
    const form = await readForm(c);
    try {
      const input = { code: textOf(form, 'code'), visit: visitOf(c) };
      keepCookies(c, await confirmTwoFactor(c.get('ctx'), input));
      return c.redirect('/account?notice=enrolled', 303);
    } catch (error) {
      const { feedback, status } = refusal(c, error, 'two-factor');
      const backupCodes = textOf(form, 'backup_codes').split(' ');
      const enrolment = { uri: textOf(form, 'uri'), backupCodes };
      const view = viewOf(c, '/account');
      const page = <EnrolmentPage view={view} enrolment={enrolment} feedback={feedback} />;
      return renderPage(c, page, status);
    }
  });
  routes.post('/account/two-factor/remove', (c) =>
    onAccount(c, 'two-factor', async (form) => {
      const input = { password: textOf(form, 'password'), visit: visitOf(c) };
      keepCookies(c, await removeTwoFactor(c.get('ctx'), input));
      return c.redirect('/account?notice=removed', 303);
    }),
  );
  routes.post('/account/sessions/end', (c) =>
    onAccount(c, 'page', async (form) => {
      const id = textOf(form, 'id');
      if (!isId(id)) throw new NotFoundError('you have no such session', { field: 'id' });
      await endSession(c.get('ctx'), { id });
      return c.redirect('/account?notice=ended', 303);
    }),
  );
  return routes;
}

async function onAccount(
  c: Context<HttpEnv>,
  name: FormName,
  act: (form: FormData) => Promise<Response>,
): Promise<Response> {
  const form = await readForm(c);
  try {
    return await act(form);
  } catch (error) {
    const { feedback, status } = refusal(c, error, name);
    return accountPage(c, feedback, status);
  }
}

function refusal(c: Context<HttpEnv>, error: unknown, name: FormName) {
  if (!(error instanceof AppError)) throw error;
  sayWhenAgain(c, error);
  const problem = describeProblem(error, name, viewOf(c).t);
  return { feedback: { problem }, status: toProblem(error, c.get('requestId')).status };
}

async function accountPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const account = await readOwnAccount(c.get('ctx'));
  const view = viewOf(c, '/account');
  return renderPage(c, <AccountPage view={view} account={account} feedback={feedback} />, status);
}
