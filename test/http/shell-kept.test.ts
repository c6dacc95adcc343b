import { describe, expect, test } from 'vitest';
import { createUi } from '#http/ui/index.ts';
import { formTargets, keepForm } from '#http/ui/kept-form.ts';
import { vi } from '#http/ui/locales/vi.ts';
import type { Context } from '../../src/context.ts';
import { password, personOf } from '../support/people.ts';
import { createTestContext } from '../support/test-context.ts';
import { codeOf } from '../support/totp.ts';
import { appWithPages, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
/** Longer ago than a decision may be confirmed, within the session. */
const later: Context = { ...ctx, clock: () => new Date(Date.now() + 3_600_000) };

const text =
  'Đoạn thứ nhất: “Thư viện giả định” mở cửa lúc 9 giờ.\n\nĐoạn thứ hai & </textarea><script>alert("1")</script>';
const path = '/posts/00000000-0000-4000-8000-000000000000/response';

type Fields = Readonly<Record<string, string | File>>;

async function post(
  to: string,
  fields: Fields,
  options: { cookie?: string; on?: Context; origin?: string } = {},
) {
  const { cookie = '', on = ctx, origin = 'http://localhost' } = options;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await appWithPages(on).request(to, {
    method: 'POST',
    headers: { Accept: 'text/html', Host: 'localhost', Origin: origin, Cookie: cookie },
    body,
  });
  const html = await response.text();
  const kept = unescape(/name="kept" value="([^"]*)"/.exec(html)?.[1] ?? '');
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { status: response.status, html, kept, cookies: cookies.join('; '), response };
}

function unescape(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The form that the page would send on, as its browser reads it. */
function sentOn(html: string): { action: string; fields: Record<string, string> } {
  const form = /<form method="post" action="(\/posts[^"]*)".*?<\/form>/s.exec(html);
  const fields = [...(form?.[0] ?? '').matchAll(/name="([^"]*)" value="([^"]*)"/g)];
  const read = fields.map(([, name = '', value = '']) => [name, unescape(value)]);
  return { action: form?.[1] ?? '', fields: Object.fromEntries(read) };
}

describe('a form that comes without a session', () => {
  test('is kept through signing in, as it was, and sent by nobody but the person', async () => {
    const { email } = await personOf(ctx, 'triager');
    const fields = { decision: 'respond', reason: text, proof: 'mật khẩu cũ' };
    const ended = await post(path, fields);
    expect(ended.status).toBe(401);
    expect(ended.html).toContain(vi.kept.endedTitle);
    expect(ended.html).not.toContain('<script>alert');
    expect(ended.html).not.toContain(fields.proof);
    const wrong = await post('/login', { email, password: 'sai', kept: ended.kept });
    expect(wrong.status).toBe(401);
    expect(wrong.kept).toBe(ended.kept);
    const signedIn = await post('/login', { email, password, kept: wrong.kept });
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookies).toContain('session');
    expect(signedIn.html).toContain(vi.kept.goOnIntro);
    expect(sentOn(signedIn.html)).toEqual({
      action: path,
      fields: { decision: 'respond', reason: text },
    });
  });

  test('is kept through the step of the code', async () => {
    const { email, userId } = await personOf(ctx, 'triager');
    const cookie = await sessionCookieOf(ctx, { userId });
    const begun = await post('/account/two-factor', { password }, { cookie });
    const uri = unescape(/name="uri" value="([^"]+)"/.exec(begun.html)?.[1] ?? '');
    const backup_codes = /name="backup_codes" value="([^"]+)"/.exec(begun.html)?.[1] ?? '';
    const on = { uri, backup_codes, code: codeOf(uri) };
    await post('/account/two-factor/confirm', on, { cookie });
    const { kept } = await post(path, { reason: text });
    const first = await post('/login', { email, password, kept });
    expect(first.html).toContain(vi.login.codeTitle);
    const wrong = await post(
      '/login/code',
      { code: '000', kept: first.kept },
      { cookie: first.cookies },
    );
    expect(wrong.kept).toBe(kept);
    const right = { code: codeOf(uri), kept: wrong.kept };
    const second = await post('/login/code', right, { cookie: first.cookies });
    expect(sentOn(second.html)).toEqual({ action: path, fields: { reason: text } });
  });

  test('says that a file is lost, and does not read what is too long', async () => {
    const file = new File(['tệp'], 'bai-dang.txt');
    const withFile = await post('/submit', { text, file });
    expect(withFile.html).toContain(vi.kept.filesLost);
    const long = await post('/submit', { text: 'dài '.repeat(700_000) });
    expect(long.status).toBe(401);
    expect(long.html).toContain(vi.kept.tooLong);
    expect(long.kept).toBe('');
  });

  test.each([
    ['of another site', path, 'https://example.org'],
    ['for an address that takes no form', '/khong-co', 'http://localhost'],
    ['for one’s own account', '/account/password', 'http://localhost'],
  ])('%s is refused and not kept', async (_name, to, origin) => {
    const answer = await post(to, { text }, { origin });
    expect(answer.status).toBe(401);
    expect(answer.html).not.toContain('name="kept"');
    expect(answer.html).not.toContain('Đoạn thứ nhất');
  });
});

test('what is carried along is sent nowhere else', async () => {
  const { email } = await personOf(ctx, 'triager');
  const paths = [
    'https://example.org/submit',
    '//example.org/submit',
    '/khong-co',
    '/logout',
    '/\\x',
  ];
  for (const target of paths) {
    const kept = JSON.stringify({
      path: target,
      fields: [['text', 'x']],
      lostFile: false,
      lostSecret: false,
    });
    const answer = await post('/login', { email, password, kept });
    expect(answer.status, target).toBe(303);
    expect(answer.response.headers.get('Location')).toBe('/');
  }
});

test('a form refused until its person confirms who they are is kept as well', async () => {
  const person = await personOf(ctx, 'reviewer');
  const cookie = await sessionCookieOf(ctx, person);
  const kept = JSON.stringify({
    path,
    fields: [['reason', text]],
    lostFile: false,
    lostSecret: false,
  });
  const wrong = await post('/confirm', { proof: 'sai', back: '/', kept }, { cookie, on: later });
  expect(wrong.status).toBe(403);
  expect(wrong.kept).toBe(kept);
  const right = await post('/confirm', { proof: password, back: '/', kept }, { cookie, on: later });
  expect(right.status).toBe(200);
  expect(sentOn(right.html)).toEqual({ action: path, fields: { reason: text } });
});

describe('which forms are kept', () => {
  const takesForm = formTargets(createUi().routes);
  test.each([
    ['/submit', true],
    [path, true],
    ['/corpus/upload', true],
    ['/login', false],
    ['/logout', false],
    ['/account/password', false],
    ['/assets/style.css', false],
    ['submit', false],
    ['/a/../submit', false],
  ])('%s: %s', (to, taken) => expect(takesForm(to)).toBe(taken));

  test('without passwords, codes and keys', () => {
    const form = new FormData();
    for (const name of [
      'password',
      'new_password',
      'proof',
      'code',
      'backup_codes',
      'webhook.secret',
    ]) {
      form.append(name, 'x');
    }
    form.append('reason', 'vì');
    const { fields, lostSecret } = keepForm('/submit', form);
    expect(fields).toEqual([['reason', 'vì']]);
    expect(lostSecret).toBe(true);
  });
});
