import { afterAll, describe, expect, test } from 'vitest';
import { disableUser } from '#identity/index.ts';
import type { Context } from '../../src/context.ts';
import { startOidcProvider } from '../support/oidc-provider.ts';
import { personOf } from '../support/people.ts';
import { createTestContext } from '../support/test-context.ts';
import { appWithPages } from './client.ts';

const client = { id: 'doi-chung', secret: 'a secret between the two' };
const provider = await startOidcProvider(client);
afterAll(() => provider[Symbol.asyncDispose]());

const plain = await createTestContext();
const oidc = {
  issuer: provider.issuer,
  clientId: client.id,
  clientSecret: client.secret,
  name: 'Nơi cấp giả định',
};
const ctx: Context = {
  ...plain,
  config: { ...plain.config, signIn: { ...plain.config.signIn, oidc } },
};
const app = appWithPages(ctx);

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** As a browser goes: our link, the provider, and back. */
async function signInThere(change: (back: URL) => void = () => {}) {
  const start = await app.request('/auth/start', { headers: { Accept: 'text/html' } });
  expect(start.status).toBe(302);
  const there = await fetch(start.headers.get('Location') ?? '', { redirect: 'manual' });
  const back = new URL(there.headers.get('Location') ?? '');
  change(back);
  const headers = { Accept: 'text/html', Cookie: cookiesOf(start) };
  return { start, answer: await app.request(back.pathname + back.search, { headers }) };
}

const trail = async (): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('audit_event')
    .select(['action', 'details'])
    .where('action', 'in', ['session.started', 'session.refused', 'account.linked'])
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ action, details }) => `${action} ${(details as { reason?: string }).reason}`);
};

describe('signing in with a provider', () => {
  test('is offered', async () => {
    const page = await (await app.request('/login', { headers: { Accept: 'text/html' } })).text();
    expect(page).toContain(oidc.name);
    const without = await appWithPages(plain).request('/auth/start');
    expect(without.status).toBe(404);
  });

  test('signs in the account whose address the provider has verified, and knows it from then on', async () => {
    const { userId, email } = await personOf(ctx, 'reviewer');
    provider.person = { sub: 'one', email: email.toUpperCase(), email_verified: true };
    const { start, answer } = await signInThere();
    expect(start.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('http-equiv="refresh" content="0;url=/"');
    expect(answer.headers.getSetCookie().join()).toMatch(
      /doichung_session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict/,
    );
    const headers = { Cookie: cookiesOf(answer) };
    const me = (await (await app.request('/v1/me', { headers })).json()) as object;
    expect(me).toMatchObject({ roles: ['reviewer'] });
    expect((await trail()).slice(0, 2)).toEqual([
      'account.linked undefined',
      'session.started undefined',
    ]);
    const linked = await ctx.db
      .selectFrom('auth_account')
      .selectAll()
      .where('user_id', '=', userId)
      .where('provider_id', '=', 'oidc')
      .executeTakeFirstOrThrow();
    expect(linked).toMatchObject({ account_id: 'one', id_token: null, access_token: null });
    provider.person = { sub: 'one', email: 'moved@thu-vien.invalid', email_verified: false };
    expect((await signInThere()).answer.status).toBe(200);
  });

  test.each([
    ['an address it has not verified', false, 'account_not_linked'],
    ['an address nobody has here', true, 'signup_disabled'],
  ])('refuses %s', async (_case, verified, reason) => {
    const { email } = await personOf(ctx, 'reviewer');
    provider.person = {
      sub: `other-${reason}`,
      email: verified ? 'stranger@thu-vien.invalid' : email,
      email_verified: verified,
    };
    const users = async () => (await ctx.db.selectFrom('app_user').select('id').execute()).length;
    const before = await users();
    const { answer } = await signInThere();
    expect(answer.status).toBe(401);
    expect(cookiesOf(answer)).not.toContain('doichung_session');
    expect((await trail())[0]).toBe(`session.refused ${reason}`);
    expect(await users()).toBe(before);
  });

  test('refuses a disabled account, a forged token and a state of nobody', async () => {
    const { userId, email } = await personOf(ctx, 'reviewer');
    provider.person = { sub: 'leaver', email, email_verified: true };
    provider.forges = true;
    expect((await signInThere()).answer.status).toBe(401);
    provider.forges = false;
    const foreign = await signInThere((back) => back.searchParams.set('state', 'x'.repeat(32)));
    expect(foreign.answer.status).toBe(401);
    await disableUser(ctx, { userId, reason: 'left' });
    expect((await signInThere()).answer.status).toBe(401);
    expect((await trail())[0]).toBe('session.refused account_disabled');
    const sessions = await ctx.db
      .selectFrom('auth_session')
      .select('id')
      .where('user_id', '=', userId)
      .execute();
    expect(sessions).toEqual([]);
  });

  test('says so when the provider is away', async () => {
    const away = { ...oidc, issuer: 'http://127.0.0.1:9' };
    const config = { ...ctx.config, signIn: { ...ctx.config.signIn, oidc: away } };
    const answer = await appWithPages({ ...ctx, config }).request('/auth/start', {
      headers: { Accept: 'text/html' },
    });
    expect(answer.status).toBe(502);
  });
});
