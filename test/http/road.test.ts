import { describe, expect, test } from 'vitest';
import { submitPost } from '../support/posts.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { createTestContext } from '../support/test-context.ts';
import { appOver, type Answer, keyOf, problemIn, sender } from './client.ts';

interface Item {
  id: string;
  state: string;
  claims: Array<{ id: string; outcome: string; matches: Array<{ text: string }> }>;
  draft: Draft | null;
  decisions: Array<{ stage: number; verdict: string }> | null;
  contributed: boolean;
}
interface Draft {
  claim_id: string;
  revision: number;
  content_sha256: string;
  blocked: boolean;
  findings: Array<{ code: string; start: number | null; end: number | null }>;
  sentences: Array<{
    ordinal: number;
    role: string;
    text: string;
    citations: Array<{ passage_id: number; quote: string }>;
  }>;
}
interface Leased {
  lease: { item_id: string; token: string; fence: number };
  post: Item;
}

const ctx = await createTestContext({ workers: true });
const send = sender(appOver(ctx));
await approveCorpus(ctx, [invented]);
const triager = await keyOf(ctx, 'triager');
const drafter = await keyOf(ctx, 'drafter', 'reviewer');
const first = await keyOf(ctx, 'reviewer');
const second = await keyOf(ctx, 'reviewer');
const reason = 'Nhiều người hỏi về điều này.';

async function read(postId: string, key = drafter): Promise<Item> {
  return (await send<Item>('GET', `/v1/posts/${postId}`, { key })).body;
}

async function analysed(postId: string): Promise<Item> {
  await expect
    .poll(async () => (await read(postId)).state, { timeout: 15_000 })
    .not.toBe('RECEIVED');
  return read(postId);
}

/** A post with a draft, in the state the machine leaves it in. */
async function drafted(text: string): Promise<Item & { draft: Draft }> {
  const item = await analysed(await submitPost(ctx, text));
  if (item.draft === null) throw new Error('there is no draft');
  return { ...item, draft: item.draft };
}

/** A post in review, its road walked by triager and drafter. */
async function inReview(text: string): Promise<Item & { draft: Draft }> {
  const item = await drafted(text);
  await send('PUT', `/v1/posts/${item.id}/response`, {
    key: triager,
    json: { decision: 'respond', reason },
  });
  await contradict(item);
  const submitted = await submit(item);
  expect(submitted.status).toBe(204);
  return item;
}

function contradict(item: { draft: Draft }): Promise<Answer<unknown>> {
  return send('PUT', `/v1/claims/${item.draft.claim_id}/outcome`, {
    key: drafter,
    json: { outcome: 'CONTRADICTED', reason },
  });
}

function submit(item: Item & { draft: Draft }): Promise<Answer<unknown>> {
  return send('POST', `/v1/posts/${item.id}/draft/submit`, {
    key: drafter,
    json: { content_sha256: item.draft.content_sha256 },
  });
}

async function lease(key: string): Promise<Leased> {
  const answer = await send<Leased>('GET', '/v1/review/next', { key });
  expect(answer.status).toBe(200);
  return answer.body;
}

function decide(
  key: string,
  { lease, post }: Leased,
  change: object = {},
): Promise<Answer<{ post_state: string; approval_id: string | null }>> {
  return send('POST', `/v1/review/items/${lease.item_id}/decisions`, {
    key,
    json: {
      lease_token: lease.token,
      fence: lease.fence,
      content_sha256: post.draft?.content_sha256,
      verdict: 'approve',
      reason,
      labels: (post.draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
      ...change,
    },
  });
}

describe('from post to export', () => {
  let approvalId = '';
  let postId = '';

  test('a post comes in, is matched and drafted', async () => {
    const json = { text: contradictingClaim, platform: 'forum', posted_at: '2026-11-01T08:00:00Z' };
    const sent = await send<{ posts: Array<{ post_id: string }> }>('POST', '/v1/posts', {
      key: triager,
      json,
    });
    expect(sent.status).toBe(201);
    postId = sent.body.posts[0]?.post_id ?? '';
    const item = await analysed(postId);
    expect(item.state).toBe('IN_DRAFT');
    expect(item.claims[0]?.outcome).toBe('RELATED');
    expect(item.claims[0]?.matches[0]?.text).toContain('tối đa 5 cuốn sách');
    const cited = item.draft?.sentences.filter((one) => one.citations.length > 0) ?? [];
    expect(cited.length).toBeGreaterThan(0);
    const list = await send<{ items: object[] }>('GET', '/v1/posts?state=IN_DRAFT', {
      key: triager,
    });
    expect(list.body.items).toMatchObject([{ id: postId, platform: 'forum' }]);
  });

  test('it is not submitted without a response and without CONTRADICTED', async () => {
    const item = await drafted(contradictingClaim);
    expect(problemIn(await submit(item))).toMatchObject({ status: 409, field: 'response' });
    await send('PUT', `/v1/posts/${postId}/response`, {
      key: triager,
      json: { decision: 'respond', reason },
    });
    expect(problemIn(await submit(item))).toMatchObject({ status: 409, field: 'outcome' });
    expect((await contradict(item)).status).toBe(204);
  });

  test('a new wording is stored with what is wrong with it, and blocked until it is right', async () => {
    const item = await drafted(contradictingClaim);
    const [headline, ...sentences] = item.draft.sentences.map(({ role, text, citations }) => ({
      role,
      text,
      citations: citations.map(({ passage_id, quote }) => ({ passage_id, quote })),
    }));
    const edit = (json: object) => send('PUT', `/v1/posts/${postId}/draft`, { key: drafter, json });
    const base = { base_revision: item.draft.revision, headline, sentences };
    const invented = { ...headline, text: `😀 ${headline?.text} Năm 2031 sẽ có 77 cuốn.` };
    const wrong = { ...base, headline: invented };
    const { base_revision: _, ...wording } = wrong;
    const checked = await send<{ blocked: boolean; sentences: Array<{ failures: string[] }> }>(
      'POST',
      `/v1/posts/${postId}/draft/check`,
      { key: drafter, json: wording },
    );
    expect(checked.body).toMatchObject({ blocked: true });
    expect(checked.body.sentences[0]?.failures).toContain('number_mismatch');
    expect((await read(postId)).draft?.revision).toBe(item.draft.revision);
    expect((await edit(wrong)).body).toMatchObject({ blocked: true });
    const blocked = await drafted(contradictingClaim);
    const number = blocked.draft.findings.find(({ code }) => code === 'number_mismatch');
    expect(number).toMatchObject({ rule: 'R8', severity: 'H', sentence: 0, values: ['77'] });
    const characters = Array.from(blocked.draft.sentences[0]?.text ?? '');
    expect(characters.slice(number?.start ?? 0, number?.end ?? 0).join('')).toBe('77');
    expect(problemIn(await submit(blocked))).toMatchObject({ status: 409, field: 'headline' });
    base.base_revision = blocked.draft.revision;
    const lost = { ...headline, citations: [{ ...headline?.citations[0], quote: 'Không hề có.' }] };
    expect(problemIn(await edit({ ...base, headline: lost }))).toMatchObject({
      status: 400,
      field: 'headline.citations[0].quote',
    });
    expect(problemIn(await edit({ ...base, base_revision: 99 }))).toMatchObject({
      status: 409,
      field: 'base_revision',
    });
    for (const text of ['a\0b', '\ud800', ' ']) {
      const problem = problemIn(await edit({ ...base, headline: { ...headline, text } }));
      expect(problem).toMatchObject({ status: 400, field: 'headline.text' });
    }
    const stored = await edit(base);
    expect(stored.body).toMatchObject({ revision: item.draft.revision + 2, blocked: false });
  });

  test('a changed hash is not submitted; the right one is', async () => {
    const item = (await read(postId)) as Item & { draft: Draft };
    const other = { ...item, draft: { ...item.draft, content_sha256: 'f'.repeat(64) } };
    expect(problemIn(await submit(other))).toMatchObject({ status: 409, field: 'content_sha256' });
    expect((await submit(item)).status).toBe(204);
  });

  test('whoever contributed is not given it and cannot decide on it', async () => {
    expect((await send('GET', '/v1/review/next', { key: drafter })).status).toBe(204);
    const held = await lease(first);
    expect(problemIn(await decide(drafter, held)).status).toBe(409);
    expect((await read(postId, drafter)).contributed).toBe(true);
  });

  test('a stale lease, an old fence and a changed hash decide nothing', async () => {
    const old = await lease(first);
    const held = await lease(first);
    expect(held.lease.fence).toBe(old.lease.fence + 1);
    expect(problemIn(await decide(first, old))).toMatchObject({
      status: 409,
      field: 'lease_token',
    });
    expect(problemIn(await decide(first, held, { fence: old.lease.fence })).status).toBe(409);
    expect(problemIn(await decide(first, held, { content_sha256: '0'.repeat(64) }))).toMatchObject({
      status: 409,
      field: 'content_sha256',
    });
    const release = (fence: number) =>
      send('POST', `/v1/review/items/${held.lease.item_id}/release`, {
        key: first,
        json: { lease_token: held.lease.token, fence },
      });
    expect(problemIn(await release(old.lease.fence))).toMatchObject({
      status: 409,
      field: 'lease_token',
    });
    const released = await release(held.lease.fence);
    expect(released.status).toBe(204);
    expect(problemIn(await decide(first, held)).status).toBe(409);
  });

  test('the first decision is hidden from the second reader', async () => {
    const decided = await decide(first, await lease(first));
    expect(decided).toMatchObject({ status: 201, body: { stage: 1, post_state: 'IN_REVIEW' } });
    expect((await read(postId, first)).decisions).toHaveLength(1);
    const held = await lease(second);
    expect(held.post.decisions).toBeNull();
    expect((await read(postId, second)).decisions).toBeNull();
    expect(JSON.stringify(held.post)).not.toContain('"verdict"');
  });

  test('the same person does not approve twice', async () => {
    expect((await send('GET', '/v1/review/next', { key: first })).status).toBe(204);
    const held = await lease(second);
    expect(problemIn(await decide(first, held)).status).toBe(409);
  });

  test('the second approval lets it out', async () => {
    const decided = await decide(second, await lease(second));
    expect(decided).toMatchObject({ status: 201, body: { stage: 2, post_state: 'APPROVED' } });
    approvalId = decided.body.approval_id ?? '';
    expect((await read(postId)).state).toBe('APPROVED');
  });

  test('it is listed and exported in both forms', async () => {
    const list = await send<{ items: object[] }>('GET', '/v1/approvals', { key: drafter });
    expect(list.body.items).toMatchObject([
      { id: approvalId, post_id: postId, status: 'in_force' },
    ]);
    const path = `/v1/approvals/${approvalId}/export`;
    const asJson = await send('GET', path, { key: drafter });
    expect(asJson.body).toMatchObject({ approval_id: approvalId, headline: { role: 'FACT' } });
    const asText = await send<string>('GET', `${path}?format=markdown`, { key: drafter });
    expect(asText.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(asText.body).toContain('thư viện giả định');
    expect((await send('GET', path, { key: triager })).status).toBe(403);
  });
});

test('two reviewers who disagree return the post', async () => {
  const item = await inReview(`${contradictingClaim} Xin mọi người xem lại.`);
  await decide(first, await lease(first));
  const decided = await decide(second, await lease(second), { verdict: 'decline' });
  expect(decided.body.post_state).toBe('RETURNED');
  expect((await read(item.id, first)).decisions).toHaveLength(2);
});

test('an outcome is not taken back between the reviews, not even in the database', async () => {
  const item = await inReview(`${contradictingClaim} Mọi người cùng đọc kỹ.`);
  await decide(first, await lease(first));
  const taken = await send('PUT', `/v1/claims/${item.draft.claim_id}/outcome`, {
    key: drafter,
    json: { outcome: 'RELATED', reason },
  });
  expect(problemIn(taken)).toMatchObject({ status: 409, field: 'claim' });
  await expect(
    ctx.db
      .updateTable('assessment')
      .set({ outcome: 'RELATED' })
      .where('claim_id', '=', item.draft.claim_id)
      .execute(),
  ).rejects.toThrow('what reviewers judge does not change');
  expect((await read(item.id)).state).toBe('IN_REVIEW');
});

test('an opinion is never contradicted', async () => {
  const item = await analysed(await submitPost(ctx, 'Tôi thấy thư viện này phục vụ quá tệ!'));
  expect(item.claims[0]?.outcome).toBe('NOT_CHECKABLE');
  const path = `/v1/claims/${item.claims[0]?.id}`;
  const json = { outcome: 'CONTRADICTED', reason };
  expect(problemIn(await send('PUT', `${path}/outcome`, { key: drafter, json })).status).toBe(409);
  expect(problemIn(await send('POST', `${path}/drafts`, { key: drafter, json: {} })).status).toBe(
    409,
  );
});

test('the corpus is listed with its newest version', async () => {
  const { body } = await send<{ items: object[] }>('GET', '/v1/corpus/documents', { key: triager });
  expect(body.items).toMatchObject([
    { key: invented.key, newest_version: { number: 1, status: 'approved', ends_on: null } },
  ]);
});
