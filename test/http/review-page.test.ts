import { expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { newId } from '#platform/ids.ts';
import { leaseNext, seedGolden } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { ageLease, putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, leaseMs, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const pages = appWithPages(ctx);

async function inReview(): Promise<string> {
  const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
  await submitForReview(drafter, postId);
  await putFirst(ctx, postId);
  return postId;
}

interface Sent {
  readonly form?: Record<string, string>;
  readonly accept?: string;
}

async function page(path: string, cookie: string, { form, accept = 'text/html' }: Sent = {}) {
  const response = await pages.request(path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      ...{ Accept: accept, Host: 'localhost', Cookie: cookie },
      ...(form === undefined ? {} : { Origin: 'http://localhost' }),
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

interface Reviewer {
  readonly acting: Context;
  readonly cookie: string;
}

async function reviewer(): Promise<Reviewer> {
  const acting = await actAs(ctx, 'reviewer', ['reviewer']);
  return { acting, cookie: await sessionCookieOf(ctx, acting.actor) };
}

/** Takes the item; the cookie with its lease, and the form as it is first sent, all supported. */
async function taken(postId: string, { cookie }: Reviewer) {
  const answer = await page(`/posts/${postId}/take`, cookie, { form: {} });
  const lease = (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  const held = `${cookie}; ${lease}`;
  const { html } = await page(`/posts/${postId}/review`, held);
  const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const ordinals = new Set([...html.matchAll(/name="(label\.\d+)"/g)].map(([, name = '']) => name));
  const form: Record<string, string> = {
    ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
    ...Object.fromEntries([...ordinals].map((name) => [name, 'supported'])),
    ...{ verdict: 'approve', reason: 'Đã đọc từng câu.' },
  };
  return { cookie: held, html, form };
}

test('the same decision sent again is answered as if it were the first; another one is refused', async () => {
  const postId = await inReview();
  const own = await taken(postId, await reviewer());
  const send = (form: Record<string, string>) =>
    page(`/posts/${postId}/decide`, own.cookie, { form });
  const decided = `/posts/${postId}/review?notice=decided#decided`;
  expect((await send(own.form)).headers.get('Location')).toBe(decided);
  expect((await send(own.form)).headers.get('Location')).toBe(decided);
  const other = await send({ ...own.form, verdict: 'return' });
  expect(other.status).toBe(409);
  const stored = await ctx.db
    .selectFrom('review_decision as r')
    .innerJoin('draft as d', 'd.id', 'r.draft_id')
    .select('r.verdict')
    .where('d.post_id', '=', postId)
    .execute();
  expect(stored).toEqual([{ verdict: 'approve' }]);
});

test('after the lease ran out the words stay, with who holds it or the way to take it again', async () => {
  const postId = await inReview();
  const one = await reviewer();
  const own = await taken(postId, one);
  await ageLease(ctx, postId);
  const form = { ...own.form, reason: 'Lời chưa gửi được.', 'label.1': 'tone' };
  const late = await page(`/posts/${postId}/decide`, own.cookie, { form });
  expect(late.status).toBe(409);
  expect(late.html).toContain('Lời chưa gửi được.');
  expect(late.html).toMatch(/name="label\.1" value="tone" checked/);
  expect(late.html).toContain(`formaction="/posts/${postId}/take"`);
  expect(late.html).not.toContain('id="decide"');

  const two = await reviewer();
  await leaseNext(two.acting, { leaseMs });
  const gone = await page(`/posts/${postId}/take`, own.cookie, { form });
  expect(gone.status).toBe(409);
  expect(gone.html).toContain(two.acting.actor.name);
  expect(gone.html).toContain('Lời chưa gửi được.');

  await ageLease(ctx, postId);
  const back = await page(`/posts/${postId}/take`, own.cookie, { form });
  expect(back.status).toBe(200);
  expect(back.html).toContain(vi.workspaceNotices.taken_again);
  expect(back.html).toContain('id="decide"');
  const changed = { ...form, content_sha256: 'f'.repeat(64) };
  const other = await page(`/posts/${postId}/renew`, own.cookie, { form: changed });
  expect(other.html).toContain('Lời chưa gửi được.');
  expect(other.html).not.toMatch(/name="label\.\d+" value="\w+" checked/);
});

test('a script that keeps the item is told for how long, and by whom it is refused', async () => {
  const postId = await inReview();
  const own = await taken(postId, await reviewer());
  const keep = () =>
    page(`/posts/${postId}/renew?lang=en`, own.cookie, {
      form: own.form,
      accept: 'application/json',
    });
  const kept = await keep();
  expect(JSON.parse(kept.html)).toMatchObject({ limited: false });
  await ctx.db
    .updateTable('review_item')
    .set({ leased_since: new Date(Date.now() - 8 * 3_600_000 + 20_000) })
    .where('post_id', '=', postId)
    .execute();
  expect(JSON.parse((await keep()).html)).toMatchObject({ limited: true });
  await ageLease(ctx, postId);
  const lost = await keep();
  expect(lost.status).toBe(409);
  expect(lost.html).toContain(en.problems['turn:conflict:lease_token'].message);
});

test('nobody sees the first review before giving the second; both see them compared', async () => {
  const postId = await inReview();
  const [one, two] = [await reviewer(), await reviewer()];
  const first = await taken(postId, one);
  const form = { ...first.form, reason: 'Lý do của người thứ nhất.', 'label.1': 'unclear' };
  await page(`/posts/${postId}/decide`, first.cookie, { form });
  const waiting = await page(`/posts/${postId}/review`, one.cookie);
  expect(waiting.html).toContain(vi.workspace.waiting);
  expect(waiting.html).toContain('Lý do của người thứ nhất.');
  const second = await taken(postId, two);
  expect(second.html).toContain(vi.review.hidden);
  expect(second.html).not.toContain('Lý do của người thứ nhất.');
  const auditor = await sessionCookieOf(ctx, (await actAs(ctx, 'auditor', ['auditor'])).actor);
  const audited = await page(`/posts/${postId}/review`, auditor);
  expect(audited.html).not.toContain('Lý do của người thứ nhất.');
  await page(`/posts/${postId}/decide`, second.cookie, { form: second.form });
  for (const { cookie } of [one, two]) {
    const { html } = await page(`/posts/${postId}/review`, cookie);
    expect(html).toContain('Lý do của người thứ nhất.');
    expect(html).toContain(vi.reviews.differs);
    expect(html).toContain(vi.states.APPROVED);
  }
});

test('a golden item looks like any other, on its page and in the queue of who holds it', async () => {
  const source = await inReview();
  await approveInReview([(await reviewer()).acting, (await reviewer()).acting], source);
  const { draft_id: draftId } = await ctx.db
    .selectFrom('approval')
    .select('draft_id')
    .where('post_id', '=', source)
    .executeTakeFirstOrThrow();
  const admin = await actAs(ctx, 'evaluator', ['evaluator']);
  await seedGolden(admin, { draftId, fault: null });
  const plain = await inReview();
  const one = await reviewer();
  const lease = await leaseNext(one.acting, { leaseMs, golden: { share: 1 } });
  expect(lease?.postId).not.toBe(plain);
  const queue = await page('/', one.cookie);
  expect(queue.html).toContain(vi.turn.own);
  expect(queue.html).toContain(`href="/posts/${lease?.postId}/review"`);
  const held = `${one.cookie}; doichung_lease=${lease?.itemId}.${lease?.fence}.${lease?.token}`;
  const golden = await page(`/posts/${lease?.postId}/review`, held);
  // Whether similar decisions are beside it says nothing: most items have none.
  const shape = (html: string) =>
    new Set(
      [...html.matchAll(/ id="([a-z-]+)"/g)].flatMap(([, id]) => (id === 'similar' ? [] : id)),
    );
  const other = await taken(plain, await reviewer());
  expect(shape(golden.html)).toEqual(shape(other.html));
  expect(golden.html).not.toContain(vi.golden.title);
});

test('the counts of the queue are the reviewer’s own', async () => {
  const one = await reviewer();
  const before = await page('/', one.cookie);
  const postId = await inReview();
  const waits = (html: string) =>
    Number(/<strong>(\d+)<\/strong> /.exec(html.split(vi.workspace.yours)[1] ?? '')?.[1]);
  const after = await page('/', one.cookie);
  expect(waits(after.html)).toBe(waits(before.html) + 1);
  await taken(postId, one);
  const holding = await page('/', one.cookie);
  expect(waits(holding.html)).toBe(waits(before.html));
  expect(holding.html).toContain(`<strong>1</strong> ${vi.workspace.shares.held}`);
  const drafting = await sessionCookieOf(ctx, drafter.actor);
  expect((await page('/', drafting)).html).not.toContain(vi.workspace.yours);
});
