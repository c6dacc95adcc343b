import { beforeAll, describe, expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { issueKey } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { readItem } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, appWithPages, problemIn, sender, sessionCookieOf } from './client.ts';

const base = await createTestContext();
// Every lease that can be golden is, and every approval is sampled.
const ctx = { ...base, config: { ...base.config, goldenShare: 1, thirdLookShare: 1 } };
const send = sender(appOver(ctx));
const app = appWithPages(ctx);
const script = '<script>alert(1)</script>';

let drafter: Context;
let evaluator: Context;
let answeredId: string;
let draftId: string;
let waitingId: string;

beforeAll(async () => {
  await approveCorpus(ctx, [invented]);
  drafter = await actAs(ctx, 'drafter', ['drafter']);
  evaluator = await actAs(ctx, 'evaluator', ['evaluator']);
  const reviewers = [
    await actAs(ctx, 'first', ['reviewer']),
    await actAs(ctx, 'second', ['reviewer']),
  ];
  answeredId = await analysedPost(ctx, contradictingClaim);
  await submitForReview(drafter, answeredId);
  await approveInReview(reviewers, answeredId);
  draftId = (await readItem(ctx, answeredId)).draft?.id ?? '';
  waitingId = await analysedPost(ctx, `Phòng đọc mới sơn.\n${contradictingClaim}`);
  await submitForReview(drafter, waitingId);
});

async function keyFor(person: Context): Promise<string> {
  return (await issueKey(ctx, { userName: person.actor.name, label: 'test' })).key;
}

async function page(
  path: string,
  person: Context,
  form?: Record<string, string>,
  language = 'vi',
): Promise<{ status: number; html: string; location: string | null }> {
  const response = await app.request(path, {
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      Origin: 'http://localhost',
      'Accept-Language': language,
      Cookie: await sessionCookieOf(ctx, person.actor),
    },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  const location = response.headers.get('Location');
  return { status: response.status, html: await response.text(), location };
}

describe('comments', () => {
  test('by API: written, read, refused', async () => {
    const key = await keyFor(drafter);
    const path = `/v1/posts/${answeredId}/comments`;
    const json = { text: `${script} câu này`, draft_id: draftId, sentence: 0 };
    expect((await send('POST', path, { key, json })).status).toBe(201);
    const { body } = await send<{ items: unknown[] }>('GET', path, { key });
    expect(body.items).toMatchObject([{ text: json.text, sentence: 0, by_reviewer: false }]);
    const refused = async (over: object) =>
      problemIn(await send('POST', path, { key, json: over }));
    expect(await refused({ text: ' ' })).toMatchObject({ status: 400, field: 'text' });
    expect(await refused({ text: 'a\u0000b' })).toMatchObject({ status: 400, field: 'text' });
    expect(await refused({ text: 'a'.repeat(5001) })).toMatchObject({ status: 400, field: 'text' });
    expect(await refused({ text: 'a', draft_id: newId() })).toMatchObject({ status: 409 });
    const huge = await send('POST', path, { key, raw: JSON.stringify({ text: 'a'.repeat(1e7) }) });
    expect(problemIn(huge).status).toBe(413);
    const none = await send('POST', `/v1/posts/${newId()}/comments`, { key, json: { text: 'a' } });
    expect(problemIn(none).status).toBe(404);
    const auditor = await keyFor(await actAs(ctx, 'auditor', ['auditor']));
    expect(problemIn(await send('POST', path, { key: auditor, json })).status).toBe(403);
  });

  test('on the page: escaped, at their sentence, and typed text is kept', async () => {
    const path = `/posts/${answeredId}`;
    const text = `${script} ở câu 1, https://thuvien.example`;
    const form = { text, draft_id: draftId, sentence: '1' };
    const done = await page(`${path}/comments`, drafter, form);
    expect(done).toMatchObject({ status: 303, location: `${path}?notice=commented#comment` });
    const { html } = await page(`${path}?notice=commented`, drafter);
    expect(html).toContain(vi.comments.written);
    expect(html).not.toContain(script);
    expect(html).not.toContain('href="https://thuvien.example"');
    const escaped = html.split('&lt;script&gt;alert(1)&lt;/script&gt; ở câu 1').length - 1;
    // Once at its sentence and once in the list.
    expect(escaped).toBe(2);
    const long = 'x'.repeat(5001);
    const refused = await page(`${path}/comments`, drafter, { ...form, text: long });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(long);
    expect(refused.html).toContain(vi.problems['comment:validation:text'].message);
    expect((await page(path, drafter, undefined, 'en')).html).toContain(en.comments.title);
  });
});

test('similar decisions stand folded under the draft', async () => {
  const key = await keyFor(drafter);
  const { body } = await send<{ items: unknown[] }>(
    'GET',
    `/v1/posts/${waitingId}/similar-decisions`,
    { key },
  );
  expect(body.items).toMatchObject([{ post_id: answeredId, state: 'APPROVED' }]);
  const { html } = await page(`/posts/${waitingId}`, drafter);
  expect(html).toContain(vi.similar.title(1));
  expect(html).toContain(`href="/posts/${answeredId}"`);
  const none = await send('GET', `/v1/posts/${newId()}/similar-decisions`, { key });
  expect(problemIn(none).status).toBe(404);
});

test('golden items: seeded, handed out, judged, told, retired', async () => {
  const manager = await keyFor(evaluator);
  const json = { draft_id: draftId, fault: 'number_changed' };
  const seeded = await send<{ id: string }>('POST', '/v1/golden', { key: manager, json });
  expect(seeded.status).toBe(201);
  const reviewer = await actAs(ctx, 'reviewer', ['reviewer']);
  const key = await keyFor(reviewer);
  expect((await send('POST', '/v1/golden', { key, json })).status).toBe(403);
  interface Leased {
    lease: { item_id: string; token: string; fence: number };
    post: { id: string; draft: { content_sha256: string; sentences: Array<{ ordinal: number }> } };
  }
  const { body } = await send<Leased>('GET', '/v1/review/next', { key });
  expect(body.post.id).toBe(seeded.body.id);
  expect(JSON.stringify(body)).not.toMatch(/golden/i);
  const { draft } = await readItem(reviewer, body.post.id);
  const decision = {
    lease_token: body.lease.token,
    fence: body.lease.fence,
    content_sha256: draft?.content_sha256,
    verdict: 'approve',
    reason: 'Đã đọc.',
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
  };
  const path = `/v1/review/items/${body.lease.item_id}/decisions`;
  const decided = await send('POST', path, { key, json: decision });
  expect(decided.body).toMatchObject({
    stage: 1,
    approval_id: null,
    golden: { fault: 'number_changed', expected_verdict: 'return', right_verdict: false },
  });
  const { html } = await page(`/posts/${seeded.body.id}`, reviewer);
  expect(html).toContain(vi.golden.title);
  expect(html).toContain(vi.goldenFaults.number_changed);
  const listed = await send('GET', '/v1/golden', { key: manager });
  expect(listed.body).toMatchObject({ items: [{ judged: 1, right_verdicts: 0 }] });
  const own = await send('GET', '/v1/golden/figures', { key });
  expect(own.body).toMatchObject({ items: [{ judged: 1, missed_faults: 1 }] });
  const retire = `/v1/golden/${seeded.body.id}/retire`;
  expect((await send('POST', retire, { key: manager })).status).toBe(204);
  expect(problemIn(await send('POST', retire, { key: manager })).status).toBe(404);
});

test('a third look by API and on its page', async () => {
  const reviewer = await actAs(ctx, 'third', ['reviewer']);
  const key = await keyFor(reviewer);
  expect((await send('GET', '/v1/third-looks/next', { key })).status).toBe(204);
  expect((await page('/third-look', reviewer)).html).toContain(vi.thirdLook.none);
  const { approval } = await readItem(ctx, answeredId);
  await ctx.db
    .insertInto('third_look')
    .values({ approval_id: approval?.id ?? '', chosen_at: new Date() })
    .execute();
  const next = await send<{ approval_id: string }>('GET', '/v1/third-looks/next', { key });
  expect(next.body).toMatchObject({ approval_id: approval?.id, waiting: 1 });
  const shown = await page('/third-look', reviewer);
  expect(shown.html).toContain(vi.thirdLook.waiting(1));
  expect(shown.html).toContain('name="label.0"');
  expect(shown.html).not.toContain('Đã đọc từng câu.');
  const { draft } = await readItem(ctx, answeredId);
  const path = `/third-look/${approval?.id}`;
  const form: Record<string, string> = {
    content_sha256: draft?.content_sha256 ?? '',
    verdict: 'disagree',
    reason: '',
  };
  for (const { ordinal } of draft?.sentences ?? []) form[`label.${ordinal}`] = 'unclear';
  const silent = await page(path, reviewer, form);
  expect(silent.status).toBe(400);
  expect(silent.html).toMatch(/value="disagree"[^>]*checked|checked[^>]*value="disagree"/);
  const done = await page(path, reviewer, { ...form, reason: 'Câu 1 thiếu nguồn.' });
  expect(done.location).toBe('/third-look?notice=given');
  expect((await page('/third-look?notice=given', reviewer)).html).toContain(vi.thirdLook.given);
  const { html } = await page(`/posts/${answeredId}`, drafter);
  expect(html).toContain('Câu 1 thiếu nguồn.');
  expect(html).toContain(vi.thirdLook.whatNow);
  const labels = (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' }));
  const json = { content_sha256: form['content_sha256'], verdict: 'agree', reason: 'Ổn.', labels };
  const late = await send('POST', `/v1/third-looks/${approval?.id}`, { key, json });
  expect(problemIn(late).status).toBe(409);
});
