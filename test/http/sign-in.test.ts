import { describe, expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { disableUser, setRoles } from '#identity/index.ts';
import type { Context } from '../../src/context.ts';
import { password, personOf } from '../support/people.ts';
import { createTestContext } from '../support/test-context.ts';
import { codeOf } from '../support/totp.ts';
import { appWithPages, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();

interface Ask {
  readonly cookie?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly on?: Context;
}

async function ask(path: string, { cookie, form, headers = {}, on = ctx }: Ask = {}) {
  const response = await appWithPages(on).request(path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      'Accept-Language': 'vi',
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(form === undefined ? {} : { Origin: 'http://localhost' }),
      ...headers,
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  const cookies = response.headers.getSetCookie();
  return {
    status: response.status,
    headers: response.headers,
    location: response.headers.get('Location'),
    cookies: cookies.join('\n'),
    kept: cookies.map((one) => one.split(';')[0]).join('; '),
    html: await response.text(),
  };
}

/** An hour later: longer ago than a decision may be confirmed, within the session. */
const later: Context = { ...ctx, clock: () => new Date(Date.now() + 3_600_000) };

describe('the sign-in page', () => {
  test('keeps the session out of reach of scripts and other sites', async () => {
    const { email } = await personOf(ctx, 'triager');
    const answer = await ask('/login', { form: { email, password } });
    expect(answer).toMatchObject({ status: 303, location: '/' });
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']) {
      expect(answer.cookies).toContain(part);
    }
    expect(answer.cookies).not.toContain('Secure');
    expect((await ask('/account', { cookie: answer.kept })).status).toBe(200);
    const behindTls = { 'X-Forwarded-Proto': 'https' };
    const secure = await ask('/login', { form: { email, password }, headers: behindTls });
    expect(secure.cookies).toContain('Secure');
  });

  test('refuses in words, keeps the address and never the password', async () => {
    const form = { email: 'ai-do@thu-vien.invalid', password: 'không phải mật khẩu' };
    const answer = await ask('/login', { form });
    expect(answer.status).toBe(401);
    expect(answer.html).toContain(vi.problems['unauthenticated:sign_in'].message);
    expect(answer.html).toContain('value="ai-do@thu-vien.invalid"');
    expect(answer.html).not.toContain(form.password);
    expect(answer.cookies).toBe('');
    const english = await ask('/login?lang=en', { form });
    expect(english.html).toContain(en.problems['unauthenticated:sign_in'].message);
  });

  test('says how long to wait after too many tries', async () => {
    const form = { email: 'nhieu-lan@thu-vien.invalid', password: 'x' };
    await ask('/login', { form });
    await ctx.db.updateTable('auth_rate_limit').set({ count: 10 }).execute();
    const answer = await ask('/login', { form });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(800);
    expect(answer.html).toContain(vi.problems.too_many.message);
  });

  test.each(['/login', '/login/code'])('%s takes no form of another site', async (path) => {
    const headers = { Origin: 'https://example.org' };
    expect((await ask(path, { form: { email: 'x' }, headers })).status).toBe(403);
  });
});

describe('a session', () => {
  test('has the roles of now, and none once its account is disabled', async () => {
    const { userId } = await personOf(ctx, 'auditor');
    const cookie = await sessionCookieOf(ctx, { userId });
    const submit = { cookie, form: { text: 'Thư viện giả định mở cửa.' } };
    expect((await ask('/submit', submit)).status).toBe(403);
    await setRoles(ctx, { userId, roles: ['triager'] });
    expect((await ask('/submit', submit)).status).toBe(303);
    await disableUser(ctx, { userId, reason: 'left' });
    expect(await ask('/', { cookie })).toMatchObject({ status: 302, location: '/login' });
  });

  test('ends by signing out, for whoever kept its cookie as well', async () => {
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'triager'));
    const answer = await ask('/logout', { cookie, form: {} });
    expect(answer).toMatchObject({ status: 303, location: '/login' });
    expect(answer.cookies).toContain('Max-Age=0');
    expect((await ask('/', { cookie })).location).toBe('/login');
  });
});

describe('saying again who one is', () => {
  test('on its page, which leads back within this service only', async () => {
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'reviewer'));
    const page = await ask('/confirm?back=/corpus?q=a', { cookie });
    expect(page.html).toContain('name="back" value="/corpus?q=a"');
    const wrong = await ask('/confirm', { cookie, form: { proof: 'x', back: '/corpus' } });
    expect(wrong.status).toBe(403);
    expect(wrong.html).toContain(vi.problems['confirmation_needed:proof'].message);
    const form = { proof: password, back: '/corpus' };
    const right = await ask('/confirm', { cookie, form, on: later });
    expect(right).toMatchObject({ status: 303, location: '/corpus' });
    for (const back of [
      'https://example.org',
      '//example.org/x',
      'javascript:x',
      '/\\example.org',
    ]) {
      const asked = await ask(`/confirm?back=${encodeURIComponent(back)}`, { cookie });
      expect(asked.html).toContain('name="back" value="/"');
    }
  });
});

describe('the account page', () => {
  test('turns two steps on by a code, keeping what was shown when it is wrong', async () => {
    const { email, userId } = await personOf(ctx, 'reviewer');
    const cookie = await sessionCookieOf(ctx, { userId });
    const begun = await ask('/account/two-factor', { cookie, form: { password } });
    expect(begun.html).toContain('<svg class="qr" role="img"');
    const uri = (/name="uri" value="([^"]+)"/.exec(begun.html)?.[1] ?? '').replaceAll('&amp;', '&');
    const codes = /name="backup_codes" value="([^"]+)"/.exec(begun.html)?.[1] ?? '';
    const form = { uri, backup_codes: codes, code: 'sai' };
    const wrong = await ask('/account/two-factor/confirm', { cookie, form });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain(codes.split(' ')[9]);
    const right = { cookie, form: { ...form, code: codeOf(uri) } };
    expect((await ask('/account/two-factor/confirm', right)).location).toBe(
      '/account?notice=enrolled',
    );

    const first = await ask('/login', { form: { email, password } });
    expect(first.location).toBe('/login/code');
    expect((await ask('/', { cookie: first.kept })).location).toBe('/login');
    const second = await ask('/login/code', {
      cookie: first.kept,
      form: { code: codeOf(uri) },
    });
    expect(second.location).toBe('/');
    expect((await ask('/account', { cookie: second.kept })).html).toContain(vi.account.twoFactorOn);
    const again = await ask('/login/code', { cookie: first.kept, form: { code: codeOf(uri) } });
    expect(again.status).toBe(401);
    expect(again.html).toContain(vi.problems['unauthenticated:code.expired'].message);
  });

  test('changes the password and ends other sessions', async () => {
    const person = await personOf(ctx, 'reviewer');
    const cookie = await sessionCookieOf(ctx, person);
    const other = await sessionCookieOf(ctx, person);
    const own = { current: password, password: person.name };
    const refused = await ask('/account/password', { cookie, form: own });
    expect(refused.html).toContain(vi.problems['validation:password.own'].message);
    const form = { current: password, password: 'ba con mèo leo lên mái' };
    expect((await ask('/account/password', { cookie, form })).status).toBe(303);
    expect((await ask('/', { cookie: other })).location).toBe('/login');
    const page = await ask('/account?notice=password', { cookie });
    expect(page.html).toContain(vi.accountNotices.password);
    expect(page.html).toContain(vi.account.sessionsCaption(1));
  });

  test('ends another session of one’s own', async () => {
    const person = await personOf(ctx, 'reviewer');
    const cookie = await sessionCookieOf(ctx, person);
    const other = await sessionCookieOf(ctx, person);
    const { html } = await ask('/account', { cookie });
    const id =
      /action="\/account\/sessions\/end"><input type="hidden" name="id" value="([^"]+)"/.exec(
        html,
      )?.[1];
    const ended = await ask('/account/sessions/end', { cookie, form: { id: id ?? '' } });
    expect(ended.status).toBe(303);
    expect((await ask('/', { cookie: other })).location).toBe('/login');
    expect((await ask('/account/sessions/end', { cookie, form: { id: 'x' } })).status).toBe(404);
  });
});
