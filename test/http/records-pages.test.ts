import { expect, test } from 'vitest';
import { vi } from '#http/ui/locales/vi.ts';
import { newId } from '#platform/ids.ts';
import { isGenuine, openReceiver } from '../support/webhook-receiver.ts';
import { deliver } from '#webhooks/index.ts';
import { sendOverHttp } from '#webhooks/send-over-http.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, appWithPages, keyOf, problemIn, sender, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const pages = appWithPages(ctx);
const admin = await keyOf(ctx, 'admin');

async function page(path: string, role: 'reviewer' | 'admin' | 'corpus_editor') {
  const { actor } = await actAs(ctx, role, [role]);
  const cookie = await sessionCookieOf(ctx, actor);
  const headers = { Accept: 'text/html', Cookie: cookie, 'Accept-Language': 'vi' };
  const response = await pages.request(path, { headers });
  return { status: response.status, html: await response.text() };
}

test('an endpoint is added, tried, rotated and disabled; its secret is shown only then', async () => {
  await using receiver = await openReceiver();
  const json = { url: receiver.url, events: ['approval.retracted'] };
  const made = await send<{ id: string; secret: string }>('POST', '/v1/webhooks', {
    key: admin,
    json,
  });
  expect(made.status).toBe(201);
  const { id, secret } = made.body;
  const again = await send('POST', '/v1/webhooks', { key: admin, json });
  expect(problemIn(again)).toMatchObject({ status: 409, field: 'url' });
  const list = await send<{ items: object[] }>('GET', '/v1/webhooks', { key: admin });
  expect(list.body.items).toMatchObject([{ id, url: receiver.url, disabled_at: null }]);
  expect(JSON.stringify(list.body)).not.toContain('whsec_');
  const tried = await send<{ delivery_id: string }>('POST', `/v1/webhooks/${id}/test`, {
    key: admin,
  });
  expect(tried.status).toBe(202);
  await deliver(ctx, { deliveryId: tried.body.delivery_id, attempt: 0 }, sendOverHttp);
  expect(receiver.received.map((message) => isGenuine(secret, message))).toEqual([true]);
  const rotated = await send<{ secret: string }>('POST', `/v1/webhooks/${id}/rotate`, {
    key: admin,
  });
  expect(rotated.body.secret).not.toBe(secret);
  const deliveries = await send('GET', `/v1/webhooks/${id}/deliveries`, { key: admin });
  expect(deliveries.body).toMatchObject({
    items: [{ event: 'webhook.test', state: 'delivered', last_status: 204, attempts: 1 }],
  });
  expect((await send('DELETE', `/v1/webhooks/${id}`, { key: admin })).status).toBe(204);
  for (const [method, path] of [
    ['DELETE', `/v1/webhooks/${id}`],
    ['POST', `/v1/webhooks/${id}/test`],
    ['GET', `/v1/webhooks/${newId()}/deliveries`],
  ] as const) {
    expect(problemIn(await send(method, path, { key: admin })).status).toBe(404);
  }
});

test.each([
  [{ url: 'ftp://receiver.example/', events: ['approval.retracted'] }, 'url'],
  [{ url: 'https://a:b@receiver.example/', events: ['approval.retracted'] }, 'url'],
  [{ url: 'https://receiver.example/', events: [] }, 'events'],
  [{ url: 'https://receiver.example/', events: ['post.received'] }, 'events[0]'],
])('%o is refused', async (json, field) => {
  const problem = problemIn(await send('POST', '/v1/webhooks', { key: admin, json }));
  expect(problem).toMatchObject({ status: 400, field });
});

test('notices are one’s own, by API and on a page; the header counts them', async () => {
  const answer = await send('GET', '/v1/notices', { key: await keyOf(ctx, 'reviewer') });
  expect(answer).toMatchObject({ status: 200, body: { items: [] } });
  const empty = await page('/notices', 'reviewer');
  expect(empty.status).toBe(200);
  expect(empty.html).toContain(vi.noticePage.empty);
  const endpointId = newId();
  const { userId } = (await actAs(ctx, 'admin', ['admin'])).actor;
  await ctx.db
    .insertInto('webhook_endpoint')
    .values({
      id: endpointId,
      url: 'https://receiver.example/',
      events: [],
      secret_version: 1,
      created_by: userId ?? '',
      created_at: ctx.clock(),
      rotated_at: null,
      disabled_at: null,
    })
    .execute();
  await ctx.db
    .insertInto('webhook_delivery')
    .values({
      id: newId(),
      endpoint_id: endpointId,
      event: 'approval.retracted',
      body: '{}',
      created_at: ctx.clock(),
      given_up_at: ctx.clock(),
    })
    .execute();
  const told = await page('/notices', 'admin');
  expect(told.html).toMatch(/data-live-count="notices\.count"[^>]*>1</);
  expect(told.html).toContain(vi.noticeKinds.webhook_given_up.title);
});

test('statistics: as JSON, as CSV, as a page; a wrong day is named', async () => {
  const key = await keyOf(ctx, 'auditor');
  const query = 'from=2030-03-01&to=2030-03-31';
  const answer = await send('GET', `/v1/statistics?${query}`, { key });
  expect(answer).toMatchObject({
    status: 200,
    body: { from: '2030-03-01', to: '2030-03-31', decided: { total: 0, returned_share: null } },
  });
  const csv = await send<string>('GET', `/v1/statistics.csv?${query}`, { key });
  expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(csv.body).toContain('2030-03-01,2030-03-31,decided,total,0\r\n');
  const wrong = await send('GET', '/v1/statistics?from=2030-03-02&to=2030-03-01', { key });
  expect(problemIn(wrong)).toMatchObject({ status: 400, field: 'to' });
  const shown = await page(`/statistics?${query}`, 'reviewer');
  expect(shown.status).toBe(200);
  expect(shown.html).toContain(vi.plots.intake.title);
  expect((await page('/statistics?from=x', 'reviewer')).status).toBe(400);
  expect((await page('/statistics', 'corpus_editor')).status).toBe(403);
});
