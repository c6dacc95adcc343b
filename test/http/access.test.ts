import { expect, describe, test } from 'vitest';
import { issueKey, revokeKey } from '#identity/index.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
const lines: Array<{ fields: object; message: string }> = [];
const keep = (fields: object, message: string): void => void lines.push({ fields, message });
const send = sender(appOver(ctx, { debug: keep, info: keep, warn: keep, error: keep }));
const post = { text: 'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ.' };

describe('the session of the pages', () => {
  const cookie = async () => {
    const { actor } = await actAs(ctx, 'triager', ['triager']);
    return { Cookie: await sessionCookieOf(ctx, actor) };
  };

  test('is as good as the header', async () => {
    expect((await send('GET', '/v1/me', { headers: await cookie() })).status).toBe(200);
  });

  test('is not asked for when the header is there', async () => {
    const headers = { ...(await cookie()), Authorization: 'Basic eDp5' };
    expect((await send('GET', '/v1/me', { headers })).status).toBe(401);
  });

  test.each([
    ['no origin', {}, 403],
    ['another origin', { Origin: 'https://example.org' }, 403],
    ['a null origin', { Origin: 'null' }, 403],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['its own origin', { Origin: 'http://localhost' }, 415],
    ['its own site', { 'Sec-Fetch-Site': 'same-origin' }, 415],
  ])('a form from %s gets %s', async (_from, origin, status) => {
    const headers = {
      ...(await cookie()),
      ...origin,
      Host: 'localhost',
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const answer = await send('POST', '/v1/posts', { raw: 'text=a', headers });
    expect(problemIn(answer).status).toBe(status);
  });

  test.each([
    ['no origin', {}, 403],
    ['another origin', { Origin: 'https://example.org' }, 403],
    ['its own origin', { Origin: 'http://localhost' }, 201],
  ])('JSON from %s gets %s', async (_from, origin, status) => {
    const headers = { ...(await cookie()), ...origin, Host: 'localhost' };
    const json = { text: `${post.text} ${status} ${JSON.stringify(origin)}` };
    expect((await send('POST', '/v1/posts', { json, headers })).status).toBe(status);
  });

  test.each([
    ['a key', async () => `doichung_key=${await keyOf(ctx, 'triager')}`],
    ['a key for a session', async () => `doichung_session=${await keyOf(ctx, 'triager')}`],
    ['a token without its signature', async () => (await cookie()).Cookie.split('.')[0] ?? ''],
    ['a token with another signature', async () => (await cookie()).Cookie.replace(/\.../, '.AA')],
  ])('%s is none', async (_case, forged) => {
    const headers = { Cookie: await forged() };
    expect((await send('GET', '/v1/me', { headers })).status).toBe(401);
  });

  test('pages without it lead to the login page', async () => {
    const answer = await send('GET', '/posts/1', { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/login');
    expect((await send('GET', '/posts/1')).status).toBe(401);
    expect(
      (await send('POST', '/posts/1', { key: 'x', headers: { Accept: 'text/html' } })).status,
    ).toBe(401);
    expect((await send('GET', '/v1/me', { headers: { Accept: 'text/html' } })).status).toBe(401);
  });
});

describe('a key as password', () => {
  const basic = async (user: string) => {
    const key = await keyOf(ctx, 'triager');
    return { Authorization: `Basic ${btoa(`${user}:${key}`)}` };
  };

  test.each(['', 'anybody', 'a:b'])('of %j reads', async (user) => {
    expect((await send('GET', '/v1/me', { headers: await basic(user) })).status).toBe(200);
  });

  test('changes nothing, because a browser would send it for other sites', async () => {
    const answer = await send('POST', '/v1/posts', { json: post, headers: await basic('x') });
    expect(answer.status).toBe(401);
  });
});

test('a revoked key opens nothing', async () => {
  const { actor } = await actAs(ctx, 'leaver', ['auditor']);
  const { id, key } = await issueKey(ctx, { userName: actor.name, label: 'test' });
  expect((await send('GET', '/v1/me', { key })).status).toBe(200);
  await revokeKey(ctx, { id });
  expect((await send('GET', '/v1/me', { key })).status).toBe(401);
});

test('/v1/me tells who and what', async () => {
  const { body } = await send('GET', '/v1/me', { key: await keyOf(ctx, 'reviewer') });
  expect(body).toMatchObject({
    roles: ['reviewer'],
    credential: { kind: 'key', scopes: null },
  });
  expect((body as { permissions: string[] }).permissions).toContain('review.decide');
  expect((body as { permissions: string[] }).permissions).not.toContain('draft.write');
});

describe('the log', () => {
  test('has one line per request without text, values or keys', async () => {
    const key = await keyOf(ctx, 'triager');
    lines.length = 0;
    await send('POST', '/v1/posts', { json: post, key });
    await send('GET', '/v1/posts?cursor=mat-khau-bi-mat', { key });
    await send('GET', '/v1/khong-co/Thu-vien', { key });
    expect(lines).toHaveLength(3);
    expect(lines[0]?.fields).toMatchObject({ method: 'POST', route: '/v1/posts', status: 201 });
    const logged = JSON.stringify(lines);
    for (const secret of [key, 'Thư viện', 'mat-khau', 'Thu-vien']) {
      expect(logged).not.toContain(secret);
    }
  });

  test('has what the answer of a failure leaves out, but no text', async () => {
    const failing = {
      ...ctx,
      jobs: {
        enqueue: async () => {
          throw new Error(`cannot store ${post.text}x`);
        },
      },
    };
    const log = { debug: keep, info: keep, warn: keep, error: keep };
    lines.length = 0;
    const answer = await sender(appOver(failing, log))('POST', '/v1/posts', {
      json: { text: `${post.text}x` },
      key: await keyOf(ctx, 'triager'),
    });
    const problem = problemIn(answer);
    expect(problem).toMatchObject({ status: 500, type: '/problems/internal' });
    expect(JSON.stringify(problem)).not.toMatch(/cannot store|enqueue|Error/);
    expect(lines[0]?.fields).toMatchObject({ request_id: problem.instance, status: 500 });
    expect(JSON.stringify(lines)).toMatch(/receive-posts/);
    expect(JSON.stringify(lines)).not.toContain('Thư viện');
  });

  test('a database that is away is 503', async () => {
    const away = {
      ...ctx,
      jobs: {
        enqueue: async () => {
          throw Object.assign(new Error('terminating connection'), { code: '57P01' });
        },
      },
    };
    const answer = await sender(appOver(away))('POST', '/v1/posts', {
      json: { text: `${post.text}y` },
      key: await keyOf(ctx, 'triager'),
    });
    expect(problemIn(answer).status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('2');
  });
});
