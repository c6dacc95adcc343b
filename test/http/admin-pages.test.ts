import { expect, test } from 'vitest';
import { listKeys } from '#identity/index.ts';
import { catalogues } from '#http/ui/locale.ts';
import { newId } from '#platform/ids.ts';
import type { Role } from '#db/roles.ts';
import { personOf } from '../support/people.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, sessionCookieOf } from './client.ts';

const t = catalogues.vi;
const ctx = await createTestContext();
const app = appWithPages(ctx);
const first = await actAs(ctx, 'quan-tri-1', ['admin']);
const second = await actAs(ctx, 'quan-tri-2', ['admin']);

type Who = typeof first;

async function ask(who: Who, path: string, fields?: Readonly<Record<string, string | string[]>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) {
    for (const one of [value].flat()) body.append(name, one);
  }
  const response = await app.request(path, {
    method: fields === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'text/html',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await sessionCookieOf(ctx, who.actor),
      'Accept-Language': 'vi',
    },
    ...(fields === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    location: response.headers.get('Location') ?? '',
    html: await response.text(),
  };
}

test('an account is created with roles; roles that do not go together are refused and kept', async () => {
  const name = `Ánh-${newId()}`;
  const wrong = await ask(first, '/admin/users', { name, roles: ['admin', 'reviewer'] });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain(t.problems['user-new:validation:roles'].message);
  expect(wrong.html).toContain(name);
  const made = await ask(first, '/admin/users', { name, roles: ['drafter', 'triager'] });
  expect(made).toMatchObject({ status: 303 });
  const found = await ask(first, `/admin/users?text=${encodeURIComponent(name.replace('Á', 'a'))}`);
  expect(found.html).toContain(made.location.split('?')[0]);
});

test('nobody changes their own roles; a temporary password is shown once', async () => {
  const own = `/admin/users/${first.actor.userId}/roles`;
  const refused = await ask(first, own, { roles: ['auditor'] });
  expect(refused.status).toBe(403);
  const { userId } = await personOf(ctx, 'drafter');
  const set = await ask(first, `/admin/users/${userId}/password`, {});
  const password = /data-secret[^>]*>([^<]+)</.exec(set.html)?.[1] ?? '';
  expect(password).toHaveLength(20);
  expect((await ask(first, `/admin/users/${userId}`)).html).not.toContain(password);
});

test('a merge shows what follows, changes nothing until its name is typed, then merges', async () => {
  const one = await personOf(ctx, 'reviewer');
  const other = await personOf(ctx, 'drafter');
  const fields = { into: other.name, reason: 'Cùng một người.' };
  const preview = await ask(first, `/admin/users/${one.userId}/merge/preview`, fields);
  expect(preview.html).toContain(t.usersPage.noneRevoked);
  const wrong = await ask(first, `/admin/users/${one.userId}/merge`, { ...fields, typed: 'khác' });
  expect(wrong.status).toBe(400);
  const before = await ctx.db
    .selectFrom('app_user')
    .select('disabled_at')
    .where('id', '=', one.userId)
    .executeTakeFirst();
  expect(before).toEqual({ disabled_at: null });
  const done = await ask(first, `/admin/users/${one.userId}/merge`, { ...fields, typed: one.name });
  expect(done.status).toBe(303);
  const after = await ctx.db
    .selectFrom('app_user')
    .select('person')
    .where('id', '=', one.userId)
    .executeTakeFirst();
  expect(after).toEqual({ person: other.userId });
});

test('a key is issued once, refused without a label, and revoked', async () => {
  const refused = await ask(first, '/admin/keys', { label: ' ', days: '90' });
  expect(refused.html).toContain(t.problems['key-new:validation:label'].message);
  const issued = await ask(first, '/admin/keys', {
    label: 'nhập bài',
    days: '7',
    scopes: ['users.manage'],
  });
  const secret = /dct_[A-Za-z0-9_-]+/.exec(issued.html)?.[0] ?? '';
  expect(secret).not.toBe('');
  const list = await ask(first, '/admin/keys');
  expect(list.html).not.toContain(secret);
  expect(list.html).toContain(t.keysPage.soon);
  const [key] = (await listKeys(first, { userId: first.actor.userId, limit: 1 })).items;
  await ask(first, `/admin/keys/${key?.id}/revoke`, {});
  expect((await ask(first, '/admin/keys')).html).toContain(t.keysPage.revoked);
});

test('one proposes a threshold and cannot approve it, another does', async () => {
  const refused = await ask(first, '/admin/thresholds', {
    model: 'scripted',
    threshold: '2',
    reason: 'x',
  });
  expect(refused.html).toContain(t.problems['threshold:validation:threshold'].message);
  await ask(first, '/admin/thresholds', {
    model: 'scripted',
    threshold: '0,65',
    reason: 'Đo lại.',
  });
  const row = await ctx.db
    .selectFrom('threshold_decision')
    .select(['id', 'threshold'])
    .executeTakeFirstOrThrow();
  expect(row.threshold).toBe(0.65);
  const own = await ask(first, `/admin/thresholds/${row.id}/approve`, {});
  expect(own.html).toContain(t.problems['threshold:forbidden:id'].message);
  expect((await ask(second, `/admin/thresholds/${row.id}/approve`, {})).status).toBe(303);
});

test('topics are weighed; webhooks show their secret once and deliver tests', async () => {
  expect((await ask(first, '/admin/topics', { topic: 'thư viện', weight: '9' })).status).toBe(400);
  expect((await ask(first, '/admin/topics', { topic: 'thư viện', weight: '2' })).status).toBe(303);
  const url = 'https://receiver.example/hook';
  const made = await ask(first, '/admin/webhooks', { url, events: ['approval.in_force'] });
  expect(made.html).toContain('whsec_');
  expect((await ask(first, '/admin/webhooks')).html).not.toContain('whsec_');
  const { id } = await ctx.db.selectFrom('webhook_endpoint').select('id').executeTakeFirstOrThrow();
  await ask(first, `/admin/webhooks/${id}/test`, {});
  expect((await ask(first, `/admin/webhooks/${id}`)).html).toContain(t.webhooksPage.states.waiting);
});

test('the system page tells of queues, models and settings, and failed jobs run again', async () => {
  const { status, html } = await ask(first, '/admin/system');
  expect(status).toBe(200);
  expect(html).toContain(t.systemPage.queueNames['analyse-post']);
  expect(html).toContain(t.systemPage.languageOff);
  expect((await ask(first, '/admin/system/retry', { queue: 'analyse-post' })).status).toBe(409);
  const id = await ctx.boss.send('analyse-post', { postId: newId() }, { retryLimit: 0 });
  await ctx.boss.fetch('analyse-post');
  await ctx.boss.fail('analyse-post', id ?? '');
  expect((await ask(first, '/admin/system')).html).toContain('name="queue" value="analyse-post"');
  expect((await ask(first, '/admin/system/retry', { queue: 'analyse-post' })).status).toBe(303);
  const [again] = await ctx.boss.fetch('analyse-post');
  expect(again?.id).toBe(id);
});

test.each([
  ['auditor', '/admin/users', 403],
  ['reviewer', '/admin/system', 403],
  ['reviewer', '/audit', 403],
  ['evaluator', '/admin/golden', 200],
  ['triager', '/admin/keys', 200],
  ['triager', '/admin', 302],
] as const)('%s at %s: %i', async (role: Role, path, status) => {
  expect((await ask(await actAs(ctx, role, [role]), path)).status).toBe(status);
});
