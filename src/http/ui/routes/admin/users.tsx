import { type Context, Hono } from 'hono';
import {
  type Account,
  createUser,
  disableUser,
  enableUser,
  listAccounts,
  readUser,
  requirePermission,
  resetTwoFactor,
  setPassword,
  setRoles,
} from '#identity/index.ts';
import { fold } from '#language/fold.ts';
import { requireReason } from '#language/require-reason.ts';
import { NotFoundError, ValidationError } from '#platform/errors.ts';
import { randomToken } from '#platform/ids.ts';
import { mergePeople, previewMerge } from '#review/index.ts';
import type { HttpEnv } from '../../../env.ts';
import { rolesOf } from '../../components/admin/role-choice.tsx';
import { isId, optionalText, textOf } from '../../forms.ts';
import { MergePage } from '../../pages/admin/merge.tsx';
import { UserPage } from '../../pages/admin/user.tsx';
import { UsersPage } from '../../pages/admin/users.tsx';
import type { FormName } from '../../problem.ts';
import { renderPage } from '../../render.ts';
import { type Feedback, viewOf } from '../../view.ts';
import { onForm } from './on-form.ts';

const may = 'users.manage' as const;
const byName = new Intl.Collator('vi');
/** Characters of a password made here: 120 random bits. */
const passwordLength = 20;

/** Accounts and who may do what. */
export function userRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/admin/users', (c) => {
    requirePermission(c.get('ctx').actor, may);
    return usersPage(c, { notice: c.req.query('notice') }, 200);
  });
  routes.post('/admin/users', (c) => {
    const again = (feedback: Feedback, status: number) => usersPage(c, feedback, status);
    return onForm(c, { may, name: 'user-new', inPerson: true, again }, async (form) => {
      const { userId } = await createUser(c.get('ctx'), {
        name: textOf(form, 'name'),
        email: optionalText(form, 'email'),
        roles: rolesOf(form),
      });
      return c.redirect(`/admin/users/${userId}?notice=userCreated`, 303);
    });
  });
  routes.get('/admin/users/:id', (c) => {
    requirePermission(c.get('ctx').actor, may);
    return userPage(c, { notice: c.req.query('notice') }, 200);
  });
  // The address a refused form leaves in the browser, opened again.
  routes.get('/admin/users/:id/:form{.+}', (c) => c.redirect(`/admin/users/${c.req.param('id')}`));
  routes.post('/admin/users/:id/roles', (c) =>
    onUser(c, 'user-roles', async (form, userId) => {
      await setRoles(c.get('ctx'), { userId, roles: rolesOf(form) });
      return done(c, userId, 'rolesSet');
    }),
  );
  routes.post('/admin/users/:id/disable', (c) =>
    onUser(c, 'user-state', async (form, userId) => {
      await disableUser(c.get('ctx'), { userId, reason: requireReason(textOf(form, 'reason')) });
      return done(c, userId, 'userDisabled');
    }),
  );
  routes.post('/admin/users/:id/enable', (c) =>
    onUser(c, 'user-state', async (form, userId) => {
      await enableUser(c.get('ctx'), { userId, reason: requireReason(textOf(form, 'reason')) });
      return done(c, userId, 'userEnabled');
    }),
  );
  routes.post('/admin/users/:id/password', (c) =>
    onUser(c, 'user-sign-in', async (_form, userId) => {
      const password = randomToken().slice(0, passwordLength);
      await setPassword(c.get('ctx'), { userId, password });
      return userPage(c, {}, 200, password);
    }),
  );
  routes.post('/admin/users/:id/two-factor', (c) =>
    onUser(c, 'user-sign-in', async (form, userId) => {
      const reason = requireReason(textOf(form, 'reason'));
      await resetTwoFactor(c.get('ctx'), { userId, reason });
      return done(c, userId, 'twoFactorReset');
    }),
  );
  routes.post('/admin/users/:id/merge/preview', (c) =>
    onUser(c, 'user-merge', (form, userId) => mergePage(c, form, userId)),
  );
  routes.post('/admin/users/:id/merge', (c) =>
    onUser(c, 'user-merge', async (form, userId) => {
      const { from, into, reason } = await readMerge(c, form, userId);
      if (textOf(form, 'typed').normalize('NFC').trim() !== from.name) {
        throw new ValidationError('the typed name is another', { field: 'typed' });
      }
      await mergePeople(c.get('ctx'), { from: from.id, into: into.id, reason });
      return done(c, into.id, 'merged');
    }),
  );
  return routes;
}

function onUser(
  c: Context<HttpEnv>,
  name: FormName,
  act: (form: FormData, userId: string) => Promise<Response>,
): Promise<Response> {
  const again = (feedback: Feedback, status: number) => userPage(c, feedback, status);
  return onForm(c, { may, name, inPerson: true, again }, async (form) =>
    act(form, (await accountOf(c)).id),
  );
}

function done(c: Context<HttpEnv>, userId: string, notice: string): Response {
  return c.redirect(`/admin/users/${userId}?notice=${notice}`, 303);
}

async function readMerge(c: Context<HttpEnv>, form: FormData, userId: string) {
  const ctx = c.get('ctx');
  const name = textOf(form, 'into').normalize('NFC').trim();
  const into = await readUser(ctx, { name }).catch((error: unknown) => {
    if (!(error instanceof NotFoundError)) throw error;
    throw new NotFoundError('there is no such user', { field: 'into', cause: error });
  });
  const reason = requireReason(textOf(form, 'reason'));
  return { from: await accountOf(c, userId), into: await accountOf(c, into.id), reason };
}

async function mergePage(c: Context<HttpEnv>, form: FormData, userId: string): Promise<Response> {
  const { from, into, reason } = await readMerge(c, form, userId);
  const input = { from: from.id, into: into.id, reason };
  const page = (
    <MergePage
      view={viewOf(c, `/admin/users/${userId}`)}
      from={from}
      into={into}
      reason={reason}
      follows={await previewMerge(c.get('ctx'), input)}
      feedback={{}}
    />
  );
  return renderPage(c, page);
}

async function accountOf(c: Context<HttpEnv>, id = c.req.param('id') ?? ''): Promise<Account> {
  const [account] = isId(id) ? await listAccounts(c.get('ctx'), { id }) : [];
  if (account === undefined) throw new NotFoundError('there is no such user', { field: 'id' });
  return account;
}

async function usersPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const text = (c.req.query('text') ?? '').trim();
  const wanted = fold(text);
  const accounts = (await listAccounts(c.get('ctx')))
    .filter(({ name, email }) => fold(`${name} ${email ?? ''}`).includes(wanted))
    .toSorted((a, b) => byName.compare(a.name, b.name));
  const page = (
    <UsersPage
      view={viewOf(c, '/admin/users')}
      accounts={accounts}
      text={text}
      feedback={feedback}
    />
  );
  return renderPage(c, page, status);
}

async function userPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
  password?: string,
): Promise<Response> {
  const account = await accountOf(c);
  const view = viewOf(c, `/admin/users/${account.id}`);
  const secret = password === undefined ? {} : { password };
  const page = <UserPage view={view} account={account} feedback={feedback} {...secret} />;
  return renderPage(c, page, status);
}
