import { describe, expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { leaseNext, readWholeItem } from '#review/index.ts';
import { newId } from '#platform/ids.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { ageLease, putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import {
  appOver,
  appWithPages,
  keyOf,
  leaseMs,
  problemIn,
  sender,
  sessionCookieOf,
} from './client.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const send = sender(appOver(ctx));
const pages = appWithPages(ctx);
const reason = 'Tôi nói rõ lý do.';

interface Leased {
  readonly lease: { item_id: string; token: string; fence: number; until: string };
  readonly post: { id: string };
}

async function inReview(): Promise<string> {
  const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
  await submitForReview(drafter, postId);
  await putFirst(ctx, postId);
  return postId;
}

async function page(path: string, cookie: string, form?: Record<string, string>) {
  const response = await pages.request(path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      Cookie: cookie,
      ...(form === undefined ? {} : { Origin: 'http://localhost' }),
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

async function reviewer() {
  const acting = await actAs(ctx, 'reviewer', ['reviewer']);
  return { acting, cookie: await sessionCookieOf(ctx, acting.actor) };
}

describe('the API', () => {
  test('takes, keeps, passes on and returns an item, each with its lease alone', async () => {
    const postId = await inReview();
    const [first, second] = [await keyOf(ctx, 'reviewer'), await keyOf(ctx, 'reviewer')];
    const taken = await send<Leased>('GET', '/v1/review/next', { key: first });
    expect(taken.body.post.id).toBe(postId);
    const { item_id: item, token, fence } = taken.body.lease;
    const path = `/v1/review/items/${item}`;
    const proof = { lease_token: token, fence };
    const kept = await send<{ until: string }>('PUT', `${path}/lease`, { key: first, json: proof });
    expect(kept.status).toBe(200);
    expect(kept.body.until >= taken.body.lease.until).toBe(true);
    const wrong = { ...proof, fence: fence + 1 };
    for (const [method, rest, json] of [
      ['PUT', '/lease', wrong],
      ['POST', '/release', wrong],
      ['POST', '/skip', { ...wrong, reason }],
      ['POST', '/decline', { ...wrong, reason }],
      ['POST', '/handover', { ...wrong, reason, to: newId() }],
    ] as const) {
      const refused = await send(method, path + rest, { key: first, json });
      expect(problemIn(refused)).toMatchObject({ status: 409, field: 'lease_token' });
    }
    expect((await send('POST', `${path}/lease`, { key: second })).status).toBe(409);
    const colleagues = await send<{ items: Array<{ id: string; name: string }> }>(
      'GET',
      `${path}/colleagues`,
      { key: first },
    );
    const [colleague] = colleagues.body.items;
    expect(colleague).toBeDefined();
    const unreasoned = await send('POST', `${path}/skip`, { key: first, json: proof });
    expect(problemIn(unreasoned)).toMatchObject({ status: 400, field: 'reason' });
    const stranger = { ...proof, reason, to: drafter.actor.userId };
    expect(
      problemIn(await send('POST', `${path}/handover`, { key: first, json: stranger })),
    ).toMatchObject({ status: 409, field: 'to' });
    const to = colleagues.body.items.at(-1)?.id;
    const handed = await send('POST', `${path}/handover`, {
      key: first,
      json: { ...proof, reason, to },
    });
    expect(handed.status).toBe(204);
    const list = await send<{ items: Array<{ post_id: string; kept_for: string | null }> }>(
      'GET',
      '/v1/review/items?order=priority&holding=waiting',
      { key: first },
    );
    expect(list.body.items.find((one) => one.post_id === postId)?.kept_for).toBe(
      colleagues.body.items.at(-1)?.name,
    );
    expect(
      (await send('GET', `/v1/review/items/${newId()}/colleagues`, { key: first })).status,
    ).toBe(404);
  });

  test('a key without the reviewer’s role takes and passes on nothing', async () => {
    const auditor = await keyOf(ctx, 'auditor');
    const path = `/v1/review/items/${newId()}`;
    const json = { lease_token: 'x', fence: 1, reason, to: newId() };
    for (const [method, rest] of [
      ['POST', '/lease'],
      ['POST', '/skip'],
      ['POST', '/handover'],
    ] as const) {
      expect((await send(method, path + rest, { key: auditor, json })).status).toBe(403);
    }
  });

  test('weighs topics, for who administers settings', async () => {
    const [admin, triager] = [await keyOf(ctx, 'admin'), await keyOf(ctx, 'triager')];
    const json = { topic: 'chủ đề giả định', weight: 2 };
    expect((await send('PUT', '/v1/topic-weights', { key: triager, json })).status).toBe(403);
    const set = await send('PUT', '/v1/topic-weights', { key: admin, json });
    expect(set).toMatchObject({ status: 200, body: { reordered: 0 } });
    const list = await send('GET', '/v1/topic-weights', { key: triager });
    expect(list.body).toMatchObject({ items: [{ topic: json.topic, weight: 2 }] });
    const heavy = await send('PUT', '/v1/topic-weights', {
      key: admin,
      json: { ...json, weight: 6 },
    });
    expect(problemIn(heavy)).toMatchObject({ status: 400, field: 'weight' });
  });

  test('keeps filters', async () => {
    const key = await keyOf(ctx, 'triager');
    const json = { name: 'Vòng hai', filter: { again: true, min_submissions: 2 } };
    const saved = await send<{ id: string }>('PUT', '/v1/filters', { key, json });
    expect(saved).toMatchObject({ status: 200, body: json });
    expect((await send('GET', '/v1/filters', { key })).body).toMatchObject({ items: [json] });
    const odd = { name: 'x', filter: { author: 'ai đó' } };
    expect((await send('PUT', '/v1/filters', { key, json: odd })).status).toBe(400);
    const other = await keyOf(ctx, 'triager');
    const path = `/v1/filters/${saved.body.id}`;
    expect((await send('DELETE', path, { key: other })).status).toBe(404);
    expect((await send('DELETE', path, { key })).status).toBe(204);
  });
});

/** The lease cookie and the hidden fields of the form that goes to `action`. */
async function heldPage(postId: string, cookie: string) {
  const taken = await page(`/posts/${postId}/take`, cookie, {});
  expect(taken.headers.get('Location')).toBe(`/posts/${postId}/review`);
  const lease = (taken.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  const both = `${cookie}; ${lease}`;
  const { html } = await page(`/posts/${postId}/review`, both);
  const form = html.split('id="review-form"')[1] ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const held = Object.fromEntries(
    fields.slice(0, 3).map(([, name = '', value = '']) => [name, value]),
  );
  return { cookie: both, html, held };
}

describe('the page of an item', () => {
  test('is taken, kept and given back with a reason, without script', async () => {
    const postId = await inReview();
    const { acting, cookie } = await reviewer();
    expect((await page(`/posts/${postId}`, cookie)).html).toContain(vi.turn.take);
    const own = await heldPage(postId, cookie);
    expect(own.html).toContain(vi.turn.pass);
    expect(own.html).toContain(vi.turn.kinds.handover);
    const renewed = await page(`/posts/${postId}/renew`, own.cookie, own.held);
    expect(renewed.status).toBe(200);
    expect(renewed.html).toContain(vi.queueNotices.lease_renewed);
    const unsaid = await page(`/posts/${postId}/pass`, own.cookie, { ...own.held, pass: 'skip' });
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain(vi.problems['validation:reason'].message);
    expect(unsaid.html).toMatch(/<details id="pass" open/);
    const nobody = { ...own.held, pass: 'handover', pass_reason: reason };
    const unnamed = await page(`/posts/${postId}/pass?lang=en`, own.cookie, nobody);
    expect(unnamed.html).toContain(en.problems['validation:to'].message);
    expect(unnamed.html).toContain(reason);
    const passed = await page(`/posts/${postId}/pass`, own.cookie, {
      ...own.held,
      pass: 'decline',
      pass_reason: reason,
    });
    expect(passed.headers.get('Location')).toBe('/?notice=item_passed');
    expect((await readWholeItem(acting, postId)).turn).toMatchObject({
      holder: null,
      declined: true,
    });
    expect((await page(`/posts/${postId}`, cookie)).html).toContain(vi.turn.declined);
    const again = await page(`/posts/${postId}/take`, cookie, {});
    expect(again.status).toBe(409);
    expect(again.html).toContain(vi.problems['turn:conflict:item'].message);
  });

  test('of a second tab does not release a renewed lease', async () => {
    const postId = await inReview();
    const { acting, cookie } = await reviewer();
    const tab = await heldPage(postId, cookie);
    await leaseNext(acting, { leaseMs });
    const stale = await page(`/posts/${postId}/release`, tab.cookie, tab.held);
    expect(stale.status).toBe(409);
    expect(stale.html).toContain(vi.problems['turn:conflict:lease_token'].message);
    const forged = await page(`/posts/${postId}/release`, tab.cookie, { item: 'x', fence: 'y' });
    expect(forged.status).toBe(400);
    expect((await readWholeItem(acting, postId)).turn?.holder?.id).toBe(acting.actor.userId);
  });
});

describe('the page of the queue', () => {
  test('shows who holds what, what is one’s own first, and what came back', async () => {
    const postId = await inReview();
    const { acting, cookie } = await reviewer();
    const other = await reviewer();
    await leaseNext(acting, { leaseMs });
    const mine = await page('/', cookie);
    expect(mine.html).toContain(`<caption>${vi.turn.own}</caption>`);
    expect((await page('/?holding=held', other.cookie)).html).toContain(acting.actor.name);
    await ageLease(ctx, postId);
    const back = await page('/?order=priority', other.cookie);
    expect(back.html).toContain(vi.turn.ranOut('').trim());
    expect(back.html).not.toContain(acting.actor.name);
  });

  test('saves the filter it shows as a link, and deletes it again', async () => {
    const { cookie } = await reviewer();
    const shown = '/?state=IN_REVIEW&min=1&order=priority';
    expect((await page('/', cookie)).html).not.toContain(vi.queueFilter.open);
    expect((await page(shown, cookie)).html).toContain(vi.queueFilter.open);
    const unnamed = await page('/filters', cookie, { filter: shown.slice(2), name: ' ' });
    expect(unnamed.status).toBe(400);
    expect(unnamed.html).toContain(vi.problems['filters:validation:name'].message);
    const saved = await page('/filters', cookie, { filter: shown.slice(2), name: 'Gấp "nhất"' });
    expect(saved.headers.get('Location')).toBe(`${shown}&notice=filter_saved#filters`);
    const { html } = await page('/', cookie);
    expect(html).toContain('Gấp &quot;nhất&quot;');
    expect(html).toContain(`href="${shown.replaceAll('&', '&amp;')}"`);
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const other = await reviewer();
    expect((await page('/filters/delete', other.cookie, { id })).status).toBe(404);
    expect((await page('/filters/delete', cookie, { id })).status).toBe(303);
    expect((await page('/', cookie)).html).not.toContain('Gấp');
  });

  test('a filter nothing matches says so; one that makes no sense is left out', async () => {
    const { cookie } = await reviewer();
    const none = await page('/?text=khong-co-chu-nay', cookie);
    expect(none.html).toContain(vi.queueFilter.nothing);
    expect((await page('/?min=-3&holding=x&language=%00', cookie)).status).toBe(200);
    expect((await page('/?order=priority&cursor=abc', cookie)).status).toBe(400);
  });
});
