import { describe, expect, test } from 'vitest';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { issueKey } from '#identity/index.ts';
import { readItem, submitDraft } from '#review/index.ts';
import { newId } from '#platform/ids.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender } from './client.ts';

interface Round {
  outcome: string | null;
  decisions: Array<{ verdict: string }> | null;
  comparison: { same_verdict: boolean; sentences: object[] } | null;
}

const ctx = await createTestContext();
const send = sender(appOver(ctx));
await approveCorpus(ctx, [invented]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const drafterKey = (await issueKey(drafter, { userName: drafter.actor.name, label: 'test' })).key;
const reason = 'Đã đọc từng câu.';

async function inDraft(): Promise<{ postId: string; hash: string }> {
  const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
  const { draft } = await readItem(drafter, postId);
  await decideResponse(drafter, { postId, decision: 'respond', reason });
  const claimId = draft?.claim_id ?? '';
  await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason });
  return { postId, hash: draft?.content_sha256 ?? '' };
}

async function inReview(): Promise<{ postId: string; hash: string }> {
  const { postId, hash } = await inDraft();
  await submitDraft(drafter, { postId, contentSha256: hash });
  return { postId, hash };
}

async function leased(key: string, postId: string) {
  await putFirst(ctx, postId);
  const answer = await send<{
    lease: { item_id: string; token: string; fence: number };
    post: { id: string; draft: { content_sha256: string; sentences: Array<{ ordinal: number }> } };
  }>('GET', '/v1/review/next', { key });
  const { lease, post } = answer.body;
  expect(post.id).toBe(postId);
  return {
    path: `/v1/review/items/${lease.item_id}/decisions`,
    itemId: lease.item_id,
    json: {
      lease_token: lease.token,
      fence: lease.fence,
      content_sha256: post.draft.content_sha256,
      verdict: 'approve',
      reason,
      labels: post.draft.sentences.map(({ ordinal }) => ({ ordinal, label: 'supported' })),
    },
  };
}

/** A post that two approved. */
async function approved(): Promise<{ postId: string; approvalId: string }> {
  const { postId } = await inReview();
  let approvalId = '';
  for (let number = 0; number < 2; number += 1) {
    const key = await keyOf(ctx, 'reviewer');
    const { path, json } = await leased(key, postId);
    const answer = await send<{ approval_id: string | null }>('POST', path, { key, json });
    expect(answer.status).toBe(201);
    approvalId = answer.body.approval_id ?? '';
  }
  return { postId, approvalId };
}

const refusals = (who?: Context) =>
  ctx.db
    .selectFrom('audit_event')
    .select(['entity_id', 'details'])
    .where('action', '=', 'review.refused')
    .$if(who !== undefined, (query) => query.where('actor_id', '=', who?.actor.userId ?? ''))
    .orderBy('seq')
    .execute();

describe('If-Match', () => {
  test('the ETag of a post is its draft’s, and another one refuses a decision with 412', async () => {
    const { postId, hash } = await inReview();
    const key = await keyOf(ctx, 'reviewer');
    const { headers } = await send('GET', `/v1/posts/${postId}`, { key });
    expect(headers.get('ETag')).toBe(`"${hash}"`);
    const { path, json } = await leased(key, postId);
    for (const value of [`"${'0'.repeat(64)}"`, `W/"${hash}"`, '"a", "b"']) {
      const refused = await send('POST', path, { key, json, headers: { 'If-Match': value } });
      expect(problemIn(refused)).toMatchObject({
        status: 412,
        type: '/problems/precondition_failed',
        field: 'If-Match',
      });
    }
    const malformed = await send('POST', path, { key, json, headers: { 'If-Match': hash } });
    expect(problemIn(malformed)).toMatchObject({ status: 400, field: 'If-Match' });
    // Nothing was changed by what was refused.
    const given = await send('POST', path, {
      key,
      json,
      headers: { 'If-Match': `"a", "${hash}"` },
    });
    expect(given.status).toBe(201);
    // The first decision shows neither in the tag nor in what others read.
    const other = await send<{ decisions: unknown }>('GET', `/v1/posts/${postId}`, {
      key: await keyOf(ctx, 'reviewer'),
    });
    expect(other.headers.get('ETag')).toBe(`"${hash}"`);
    expect(other.body.decisions).toBeNull();
  });

  test('a draft is submitted and edited only as it was read', async () => {
    const { postId, hash } = await inDraft();
    const stale = { 'If-Match': `"${'0'.repeat(64)}"` };
    const submit = (headers: Record<string, string>) =>
      send('POST', `/v1/posts/${postId}/draft/submit`, {
        key: drafterKey,
        json: { content_sha256: hash },
        headers,
      });
    expect(problemIn(await submit(stale)).status).toBe(412);
    const { draft } = await readItem(drafter, postId);
    const [headline, ...sentences] = (draft?.sentences ?? []).map(({ role, text, citations }) => ({
      role,
      text,
      citations: citations.map(({ passage_id, quote }) => ({ passage_id, quote })),
    }));
    const edited = await send('PUT', `/v1/posts/${postId}/draft`, {
      key: drafterKey,
      json: { headline, sentences, base_revision: 1 },
      headers: stale,
    });
    expect(problemIn(edited).status).toBe(412);
    expect((await readItem(drafter, postId)).draft?.revision).toBe(1);
    expect((await submit({ 'If-Match': '*' })).status).toBe(204);
  });
});

test('the rounds of a post show both reviews side by side, newest first', async () => {
  const { postId } = await approved();
  const { body } = await send<{ items: Round[] }>('GET', `/v1/posts/${postId}/reviews`, {
    key: drafterKey,
  });
  expect(body.items).toMatchObject([
    { outcome: 'APPROVED', decisions: [{ verdict: 'approve' }, { verdict: 'approve' }] },
  ]);
  expect(body.items[0]?.comparison?.same_verdict).toBe(true);
  const missing = await send('GET', `/v1/posts/${newId()}/reviews`, { key: drafterKey });
  expect(problemIn(missing).status).toBe(404);
});

describe('revocation', () => {
  test('one reviewer or admin takes an approval out of force; nobody else', async () => {
    const { postId, approvalId } = await approved();
    const path = `/v1/approvals/${approvalId}/revoke`;
    const refused = await send('POST', path, { key: drafterKey, json: { reason } });
    expect(problemIn(refused).status).toBe(403);
    expect((await refusals(drafter)).at(-1)).toMatchObject({
      entity_id: 'none',
      details: { reason: 'no_permission', credential: { kind: 'key' } },
    });
    const key = await keyOf(ctx, 'admin');
    expect((await send('POST', path, { key, json: { reason } })).status).toBe(204);
    expect(problemIn(await send('POST', path, { key, json: { reason } })).status).toBe(409);
    const post = await send<{ state: string }>('GET', `/v1/posts/${postId}`, { key });
    expect(post.body.state).toBe('RETURNED');
    expect(problemIn(await send('POST', path, { key, json: { reason: '' } })).status).toBe(400);
  });
});

test('who may not decide leaves a trace at the item they tried', async () => {
  const { postId } = await inReview();
  const { path, itemId, json } = await leased(await keyOf(ctx, 'reviewer'), postId);
  const admin = await actAs(ctx, 'admin', ['admin']);
  const { id, key } = await issueKey(admin, { userName: admin.actor.name, label: 'test' });
  expect(problemIn(await send('POST', path, { key, json })).status).toBe(403);
  expect(await refusals(admin)).toMatchObject([
    {
      entity_id: itemId,
      details: { reason: 'no_permission', credential: { kind: 'key', id } },
    },
  ]);
});
