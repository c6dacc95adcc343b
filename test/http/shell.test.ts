import { describe, expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { createUser } from '#identity/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { appendAudit } from '#audit/index.ts';
import { password, personOf } from '../support/people.ts';
import { createTestContext } from '../support/test-context.ts';
import { appWithPages, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
const app = appWithPages(ctx);

async function get(path: string, cookie?: string) {
  const headers = { Accept: 'text/html', ...(cookie === undefined ? {} : { Cookie: cookie }) };
  const response = await app.request(path, { headers });
  return { response, status: response.status, html: await response.text() };
}

describe('how pages look', () => {
  test.each([
    ['/login', '<html lang="vi">'],
    ['/login?theme=dark', '<html lang="vi" data-theme="dark">'],
    ['/login?theme=light&keys=off', '<html lang="vi" data-theme="light" data-keys="off">'],
    ['/login?theme=pink&keys=maybe', '<html lang="vi">'],
  ])('%s is %s', async (path, start) => {
    expect((await get(path)).html).toContain(start);
  });

  test('is kept, changed and given back to the system', async () => {
    const { response } = await get('/login?theme=dark&keys=off');
    const cookies = response.headers.getSetCookie();
    expect(cookies.join()).toMatch(/doichung_theme=dark; Max-Age=31536000; Path=\/; HttpOnly/);
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
    expect((await get('/login', cookie)).html).toContain('data-theme="dark" data-keys="off"');
    expect((await get('/login?theme=auto', cookie)).html).toContain('<html lang="vi" data-keys');
  });

  test('is chosen on the account page without script', async () => {
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'reviewer'));
    const { html } = await get('/account?theme=dark&keys=off&notice=preferences', cookie);
    expect(html).toContain(vi.accountNotices.preferences);
    expect(html).toMatch(/name="theme" value="dark" checked/);
    expect(html).toMatch(/name="keys" value="off" checked/);
  });
});

describe('the frame', () => {
  test('links what the person may use, with the key of each, and marks where they are', async () => {
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'reviewer'));
    const { html } = await get('/corpus', cookie);
    expect(html).toContain('<a href="/" data-key-go="q">');
    expect(html).toContain('<a href="/corpus" data-key-go="c" aria-current="page">');
    expect(html).not.toContain('href="/admin"');
    const newcomer = await get('/login');
    expect(newcomer.html).not.toContain('data-key-go');
    expect(newcomer.html).not.toContain('/assets/live.js');
  });

  test('changes the language of the same page and forgets what was chosen by its address', async () => {
    const { html } = await get('/keys?theme=dark');
    expect(html).toContain('<a href="/keys?lang=en" lang="en" hreflang="en">English</a>');
  });

  test('the page of keys says them in words, for anybody', async () => {
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'auditor'));
    const { html } = await get('/keys?lang=en', cookie);
    for (const text of [en.keySheet.next, en.keySheet.search, en.layout.audit, en.keyPage.safe]) {
      expect(html).toContain(text);
    }
    expect((await get('/keys?keys=off')).html).toContain(vi.keyPage.off);
  });
});

describe('the welcome', () => {
  test('says what the service does and refuses, and names nobody where it is no demonstration', async () => {
    await createUser(ctx, { name: 'demo-x', email: 'demo-x@demo.invalid', roles: ['reviewer'] });
    const { status, html } = await get('/welcome');
    expect(status).toBe(200);
    for (const text of [...vi.welcome.does, ...vi.welcome.refuses]) expect(html).toContain(text);
    expect(html).not.toContain('demo-x@demo.invalid');
    expect((await get('/login')).html).not.toContain('href="/welcome">' + vi.welcome.demoLink);
  });

  test('is shown once to who signs in to the demonstration, with who is who', async () => {
    await withTransaction(ctx, (ctx) =>
      appendAudit(ctx, [{ action: 'demo.loaded', entityType: 'demo', entityId: 'demo' }]),
    );
    expect((await get('/login')).html).toContain(vi.welcome.demoLink);
    const { email } = await personOf(ctx, 'reviewer');
    const signIn = (cookie = '') =>
      app.request('/login', {
        method: 'POST',
        headers: {
          Accept: 'text/html',
          Host: 'localhost',
          Origin: 'http://localhost',
          Cookie: cookie,
        },
        body: new URLSearchParams({ email, password }),
      });
    const first = await signIn();
    expect(first.headers.get('Location')).toBe('/welcome');
    const session = first.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const { response, html } = await get('/welcome', session);
    expect(html).toContain('demo-x@demo.invalid');
    expect(html).toContain(vi.roles.reviewer);
    const seen = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect((await signIn(seen)).headers.get('Location')).toBe('/');
  });
});
