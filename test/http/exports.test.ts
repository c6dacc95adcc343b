import { beforeAll, expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { issueKey } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { revokeApproval, verifyBundle } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, appWithPages, keyOf, problemIn, sender } from './client.ts';

const ctx = await createTestContext();
const app = appOver(ctx);
const send = sender(app);
let reviewer: Context;
let drafterKey: string;
let postId: string;
let approvalId: string;
beforeAll(async () => {
  await approveCorpus(ctx, [invented]);
  const drafter = await actAs(ctx, 'drafter', ['drafter']);
  reviewer = await actAs(ctx, 'first', ['reviewer']);
  drafterKey = (await issueKey(ctx, { userName: drafter.actor.name, label: 'test' })).key;
  postId = await analysedPost(ctx, contradictingClaim);
  await submitForReview(drafter, postId);
  approvalId = await approveInReview([reviewer, await actAs(ctx, 'second', ['reviewer'])], postId);
});

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test.each([
  ['', {}, /^application\/json/, 'json'],
  ['?format=markdown', {}, /^text\/markdown; charset=utf-8$/, 'md'],
  ['?format=docx', {}, /wordprocessingml/, 'docx'],
  ['?format=claimreview', {}, /^application\/ld\+json/, 'claimreview.json'],
  ['', { Accept: word }, /wordprocessingml/, 'docx'],
  ['', { Accept: 'text/markdown, */*;q=0.1' }, /^text\/markdown/, 'md'],
  ['', { Accept: 'text/html' }, /^application\/json/, 'json'],
  ['?format=json', { Accept: word }, /^application\/json/, 'json'],
])('export%s %j', async (query, headers, type, ending) => {
  const path = `/v1/approvals/${approvalId}/export${query}`;
  const answer = await send('GET', path, { key: drafterKey, headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toMatch(type);
  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="doichung-${approvalId}.${ending}"`,
  );
});

test('JSON tells labels, anchors and the claim', async () => {
  const path = `/v1/approvals/${approvalId}/export`;
  const { body } = await send<Record<string, unknown>>('GET', path, { key: drafterKey });
  expect(body).toMatchObject({
    claim: { text: contradictingClaim, language: 'vi' },
    headline: { citations: [{ nature: 'fact', reanchored_at: null }] },
    published: [],
  });
});

test('a server without room for Word says so, and records nothing', async () => {
  const poor = sender(appWithPages(ctx));
  const path = `/v1/approvals/${approvalId}/export?format=docx`;
  const before = await exported();
  const problem = problemIn(await poor('GET', path, { key: drafterKey }));
  expect(problem).toMatchObject({ status: 503, field: 'format' });
  expect(await exported()).toBe(before);
});

async function exported(): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('audit_event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('action', '=', 'approval.exported')
    .executeTakeFirstOrThrow();
  return Number.parseInt(`${count}`, 10);
}

test('a bundle verifies as it came', async () => {
  const path = `/v1/approvals/${approvalId}/bundle`;
  const response = await app.request(path, { headers: { Authorization: `Bearer ${drafterKey}` } });
  expect(response.headers.get('Content-Disposition')).toContain(`${approvalId}.bundle.json`);
  const verdict = await verifyBundle(await response.text(), { key: ctx.installationKey.id });
  expect(verdict).toMatchObject({ ok: true, keyKnown: true });
  const triager = await keyOf(ctx, 'triager');
  expect((await send('GET', path, { key: triager })).status).toBe(403);
  const none = await send('GET', `/v1/approvals/${newId()}/bundle`, { key: drafterKey });
  expect(problemIn(none)).toMatchObject({ status: 404, field: 'approval' });
});

test('the team says where it published, and reads it again', async () => {
  const path = `/v1/approvals/${approvalId}/published`;
  const url = 'https://bao.example/tra-loi';
  const added = await send('POST', path, { key: drafterKey, json: { url } });
  expect(added).toMatchObject({ status: 201, body: { url, added: true } });
  expect((await send('POST', path, { key: drafterKey, json: { url } })).body).toMatchObject({
    added: false,
  });
  const list = await send<{ items: unknown[] }>('GET', path, { key: drafterKey });
  expect(list.body.items).toMatchObject([{ url }]);
  for (const bad of ['javascript:alert(1)', 'x', `https://a.example/${'x'.repeat(2000)}`]) {
    const problem = problemIn(await send('POST', path, { key: drafterKey, json: { url: bad } }));
    expect(problem).toMatchObject({ status: 400, field: 'url' });
  }
  const unknown = `/v1/approvals/${newId()}/published`;
  expect((await send('POST', unknown, { key: drafterKey, json: { url } })).status).toBe(404);
  const auditor = await keyOf(ctx, 'auditor');
  expect((await send('POST', path, { key: auditor, json: { url } })).status).toBe(403);
});

test('decisions come as a file', async () => {
  const path = '/v1/decisions/export?from=2001-01-01';
  const answer = await send<string>('GET', path, { key: drafterKey });
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(answer.body).toContain(approvalId);
  const problem = problemIn(
    await send('GET', '/v1/decisions/export?from=2001-02-30', { key: drafterKey }),
  );
  expect(problem).toMatchObject({ status: 400, field: 'from' });
});

test.each([
  ['atom', 'application/atom+xml; charset=utf-8'],
  ['json', 'application/feed+json; charset=utf-8'],
])(
  'the %s feed is the same until something changes, and then at once another',
  async (form, type) => {
    const path = `/feeds/approvals.${form}`;
    const first = await send('GET', path, { key: drafterKey });
    expect(first.headers.get('Content-Type')).toBe(type);
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(JSON.stringify(first.body)).toContain(approvalId);
    expect(JSON.stringify(first.body)).not.toContain(postId);
    const tag = first.headers.get('ETag') ?? '';
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await send('GET', path, {
        key: drafterKey,
        headers: { 'If-None-Match': known },
      });
      expect(again).toMatchObject({ status: 304, body: '' });
    }
    const english = await send('GET', `${path}?lang=en`, { key: drafterKey });
    expect(JSON.stringify(english.body)).not.toContain(approvalId);
    expect(problemIn(await send('GET', `${path}?lang=xx`, { key: drafterKey })).field).toBe('lang');
    expect((await send('GET', path, { key: await keyOf(ctx, 'triager') })).status).toBe(403);
  },
);

test('the item page offers it all, and takes where it was published', async () => {
  const pages = appWithPages(ctx);
  const headers = { Authorization: `Bearer ${drafterKey}`, 'Accept-Language': 'en' };
  const read = async () => (await pages.request(`/posts/${postId}`, { headers })).text();
  const html = await read();
  expect(html).toContain(`/v1/approvals/${approvalId}/bundle`);
  expect(html).toContain('format=docx');
  const send = (url: string) =>
    pages.request(`/posts/${postId}/published`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ approval: approvalId, url }),
    });
  const wrong = await send('nowhere');
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain(en.problems['published:validation:url'].message);
  const right = await send('https://bao.example/2');
  expect(right.status).toBe(303);
  expect(right.headers.get('Location')).toBe(`/posts/${postId}#published`);
  expect(await read()).toContain('href="https://bao.example/2"');
});

test('what is revoked is gone from the feed, whatever the reader knows', async () => {
  const path = '/feeds/approvals.atom';
  const before = await send('GET', path, { key: drafterKey });
  await revokeApproval(reviewer, { approvalId, reason: 'Nguồn bị nghi ngờ.' });
  const headers = { 'If-None-Match': before.headers.get('ETag') ?? '' };
  const after = await send<string>('GET', path, { key: drafterKey, headers });
  expect(after.status).toBe(200);
  expect(after.body).not.toContain(approvalId);
});
