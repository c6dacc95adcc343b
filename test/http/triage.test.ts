import { describe, expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { newId } from '#platform/ids.ts';
import { addressOfTriage, triageOfAddress } from '#http/ui/components/triage-address.ts';
import { approveCorpus, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, appWithPages, keyOf, problemIn, sender, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const app = appWithPages(ctx);
const send = sender(appOver(ctx));
const triager = await actAs(ctx, 'phan-loai', ['triager']);
const cookie = await sessionCookieOf(ctx, triager.actor);
const reason = 'Nhiều người gửi bài này.';
const story = (library: string) =>
  `Thư viện giả định ${library} vừa thông báo sẽ cho mỗi bạn đọc mượn tối đa 4 cuốn sách trong 30 ngày, ` +
  'mọi người nhớ mang theo thẻ khi đến mượn.';

async function page(path: string, who = cookie, form?: URLSearchParams) {
  const response = await app.request(path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: { Cookie: who, Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' },
    ...(form === undefined ? {} : { body: form }),
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

describe('the page', () => {
  test('folds a cluster, decides it whole, and leaves what joined later', async () => {
    const [first, copy] = [
      await analysedPost(ctx, story('Sen Hồng')),
      await analysedPost(ctx, `Cả nhà đọc đi: ${story('Sen Hồng')}`),
    ];
    const { html } = await page('/triage?text=sen+hong');
    expect(html.match(/<tr data-row/g)).toHaveLength(1);
    expect(html).toContain(`name="members.${first}" value="${copy},${first}"`);
    const late = await analysedPost(ctx, `${story('Sen Hồng')} Vui quá!`);
    const form = new URLSearchParams({
      ...{ cluster: first, decision: 'monitor', reason, back: '/triage?text=sen+hong' },
      ...{ [`members.${first}`]: `${copy},${first}`, seen_at: ctx.clock().toISOString() },
    });
    const done = await page('/triage/decide', cookie, form);
    expect(done.status).toBe(303);
    const address = done.headers.get('Location') ?? '';
    expect(address).toMatch(/^\/triage\?text=sen\+hong&bulk=[0-9a-f-]{36}$/);
    const shown = await page(address);
    expect(shown.html).toContain(vi.triage.done(2, vi.decisions.monitor));
    const response = async (id: string) =>
      (
        await send<{ response: unknown }>('GET', `/v1/posts/${id}`, {
          key: await keyOf(ctx, 'auditor'),
        })
      ).body.response;
    expect(await response(copy)).toMatchObject({ decision: 'monitor' });
    expect(await response(late)).toBeNull();
    const bulk = new URL(address, 'http://page').searchParams.get('bulk') ?? '';
    const other = await sessionCookieOf(ctx, (await actAs(ctx, 'khac', ['triager'])).actor);
    expect((await page(address, other)).html).not.toContain('id="bulk"');
    const undo = new URLSearchParams({ bulk, back: '/triage' });
    expect((await page('/triage/undo', other, undo)).status).toBe(404);
    expect((await page('/triage/undo', cookie, undo)).status).toBe(303);
    expect((await page(`/triage?bulk=${bulk}&lang=en`)).html).toContain(en.triage.undone(2));
    expect(await response(copy)).toBeNull();
    expect((await page('/triage/undo', cookie, undo)).status).toBe(409);
  });

  test('a refused form keeps choice, decision and words', async () => {
    const id = await analysedPost(ctx, story('Cúc Vàng'));
    const form = new URLSearchParams({
      post: id,
      decision: 'respond',
      reason: ' ',
      back: '/triage',
    });
    const refused = await page('/triage/decide', cookie, form);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(vi.problems['triage:validation:reason'].message);
    expect(refused.html).toMatch(new RegExp(`value="${id}" checked`));
    const none = new URLSearchParams({ decision: 'respond', reason, back: '/triage' });
    expect((await page('/triage/decide', cookie, none)).html).toContain(
      vi.problems['triage:validation:posts'].message,
    );
    const auditor = await sessionCookieOf(ctx, (await actAs(ctx, 'kt', ['auditor'])).actor);
    form.set('reason', reason);
    expect((await page('/triage/decide', auditor, form)).status).toBe(403);
    expect((await page('/triage', auditor)).html).not.toContain('type="checkbox" name="post"');
  });

  test('an address and what it shows are the same', () => {
    const address =
      '/triage?text=%22sen+hong%22+m%C6%B0%E1%BB%A3n&state=IN_DRAFT&outcome=RELATED&platform=zalo&language=vi' +
      '&from=2026-01-01&to=2026-02-01&min=3&instructed=true&decision=any&order=submissions';
    const shown = triageOfAddress(new URL(address, 'http://page').searchParams);
    expect(addressOfTriage(shown)).toBe(address);
    expect(triageOfAddress(new URLSearchParams())).toMatchObject({ filter: { decision: 'none' } });
    const odd = 'min=-1&state=x&language=%00&from=yesterday&author=somebody&decision=maybe&order=x';
    expect(triageOfAddress(new URLSearchParams(odd))).toEqual({ filter: {}, order: 'newest' });
  });

  test.each([
    '/triage?text=%27%3B--&min=x&cursor=',
    '/triage?bulk=x&cluster=x',
    '/triage?text=%00',
  ])('%s is answered', async (path) => {
    expect((await page(path)).status).toBe(200);
  });

  test('a cursor of another list is refused', async () => {
    expect((await page('/triage?cursor=abc')).status).toBe(400);
  });
});

describe('the API', () => {
  test('finds posts by their words and cluster, and decides many with a result for each', async () => {
    const key = await keyOf(ctx, 'triager');
    const id = await analysedPost(ctx, story('Đào Phai'));
    type Entry = { id: string; cluster_id: string | null };
    const found = await send<{ items: Entry[] }>('GET', '/v1/posts?text=dao%20phai&decision=none', {
      key,
    });
    expect(found.body.items).toMatchObject([{ id, cluster_id: id }]);
    expect((await send('GET', `/v1/posts/${id}`, { key })).body).toMatchObject({ cluster_id: id });
    const unknown = await send('GET', '/v1/posts?author=x', { key });
    expect(problemIn(unknown)).toMatchObject({ status: 400 });
    const missing = newId();
    const json = { posts: [id, missing], decision: 'do_not_respond', reason };
    const done = await send<{ id: string }>('POST', '/v1/bulk-responses', { key, json });
    expect(done).toMatchObject({
      status: 201,
      body: { decided: [id], refused: [{ post_id: missing, why: 'missing', state: null }] },
    });
    expect(
      (await send<{ items: Entry[] }>('GET', '/v1/posts?text=dao%20phai&decision=none', { key }))
        .body.items,
    ).toEqual([]);
    const path = `/v1/bulk-responses/${done.body.id}/undo`;
    const stranger = await send('POST', path, { key: await keyOf(ctx, 'triager') });
    expect(problemIn(stranger)).toMatchObject({ status: 404 });
    expect((await send('POST', path, { key })).body).toEqual({ undone: [id], kept: [] });
    expect((await send('POST', path, { key })).status).toBe(409);
    const reviewer = await keyOf(ctx, 'reviewer');
    expect((await send('POST', '/v1/bulk-responses', { key: reviewer, json })).status).toBe(403);
  });
});
