import { describe, expect, test } from 'vitest';
import { issueKey, readUser } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { leaseNext } from '#review/index.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender } from './client.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const admin = await keyOf(ctx, 'admin');
const reason = 'Rời khỏi nhóm.';

interface UserBody {
  readonly id: string;
  readonly email: string | null;
  readonly roles: readonly string[];
  readonly disabled_at: string | null;
  readonly merged_into: string | null;
}
interface IssuedBody {
  readonly id: string;
  readonly key: string;
}

async function created(...roles: string[]): Promise<UserBody> {
  const json = { name: `người ${newId()}`, roles };
  const { body, status } = await send<UserBody>('POST', '/v1/users', { key: admin, json });
  expect(status).toBe(201);
  return body;
}

describe('users', () => {
  test('are created, listed, given roles and disabled', async () => {
    const json = { name: 'Hà', email: 'Ha@Example.org', roles: ['drafter'] };
    const { body: user } = await send<UserBody>('POST', '/v1/users', { key: admin, json });
    expect(user).toMatchObject({ email: 'ha@example.org', disabled_at: null, merged_into: null });
    const put = await send('PUT', `/v1/users/${user.id}/roles`, {
      key: admin,
      json: { roles: ['reviewer'] },
    });
    expect(put.body).toMatchObject({ id: user.id, roles: ['reviewer'] });
    const list = await send<{ items: UserBody[] }>('GET', '/v1/users?limit=1', { key: admin });
    expect(list.body.items).toHaveLength(1);
    const path = `/v1/users/${user.id}/disable`;
    const off = await send<UserBody>('POST', path, { key: admin, json: { reason } });
    expect(off.body.disabled_at).not.toBeNull();
    expect((await send<UserBody>('GET', `/v1/users/${user.id}`, { key: admin })).body).toEqual(
      off.body,
    );
    const again = problemIn(await send('POST', path, { key: admin, json: { reason } }));
    expect(again).toMatchObject({ status: 409, field: 'id' });
  });

  test.each([
    ['an admin who drafts', { name: 'x1', roles: ['admin', 'drafter'] }, 400, 'roles'],
    ['no role', { name: 'x2', roles: [] }, 400, 'roles'],
    ['a role there is not', { name: 'x3', roles: ['owner'] }, 400, 'roles[0]'],
    ['no address', { name: 'x4', roles: ['auditor'], email: 'xyz' }, 400, 'email'],
    ['a password', { name: 'x5', roles: ['auditor'], password: 'x' }, 400, 'password'],
  ])('with %s are refused', async (_case, json, status, field) => {
    const problem = problemIn(await send('POST', '/v1/users', { key: admin, json }));
    expect(problem).toMatchObject({ status, field });
    expect(problem.remedy).toBeTruthy();
  });

  test('nobody gives themselves a role', async () => {
    const { actor } = await actAs(ctx, 'quan-tri', ['admin']);
    const { key } = await issueKey(ctx, { userName: actor.name, label: 'test' });
    const json = { roles: ['reviewer'] };
    const answer = await send('PUT', `/v1/users/${actor.userId}/roles`, { key, json });
    expect(problemIn(answer)).toMatchObject({ status: 403, type: '/problems/forbidden' });
    expect((await readUser(ctx, { id: actor.userId ?? '' })).roles).toEqual(['admin']);
  });

  test('who is not there is 404, and what is no reason 400', async () => {
    const missing = await send('GET', `/v1/users/${newId()}`, { key: admin });
    expect(problemIn(missing).status).toBe(404);
    const { id } = await created('auditor');
    const silent = await send('POST', `/v1/users/${id}/disable`, { key: admin, json: {} });
    expect(problemIn(silent)).toMatchObject({ status: 400, field: 'reason' });
    expect((await readUser(ctx, { id })).disabledAt).toBeNull();
  });
});

describe('keys', () => {
  test('are issued, listed, rotated and revoked by their owner; the secret is shown once', async () => {
    const key = await keyOf(ctx, 'drafter');
    const json = { label: 'nhập bài', scopes: ['posts.read', 'keys.own'], days: 30 };
    const { body: first } = await send<IssuedBody>('POST', '/v1/keys', { key, json });
    const rotated = await send<IssuedBody>('POST', `/v1/keys/${first.id}/rotate`, {
      key,
      json: {},
    });
    expect(rotated.status).toBe(201);
    for (const { key } of [first, rotated.body]) {
      expect((await send('GET', '/v1/me', { key })).status).toBe(200);
    }
    const list = await send('GET', '/v1/keys', { key });
    expect(list.body).toMatchObject({
      items: [
        { id: rotated.body.id, label: 'nhập bài', scopes: json.scopes, rotated_to: null },
        { id: first.id, rotated_to: rotated.body.id },
        { label: 'test', scopes: null },
      ],
    });
    for (const { key } of [first, rotated.body])
      expect(JSON.stringify(list.body)).not.toContain(key);
    expect((await send('DELETE', `/v1/keys/${rotated.body.id}`, { key })).status).toBe(204);
    const after = await send('GET', '/v1/me', { key: rotated.body.key });
    expect(problemIn(after)).toMatchObject({ status: 401, type: '/problems/unauthenticated' });
    const again = await send('DELETE', `/v1/keys/${rotated.body.id}`, { key });
    expect(problemIn(again).status).toBe(404);
  });

  test('of others are the admin’s to list, issue and revoke, and nobody else’s', async () => {
    const { id } = await created('reviewer');
    const json = { user_id: id, label: 'máy quét' };
    const { body } = await send<IssuedBody & { scopes: string[] }>('POST', '/v1/keys', {
      key: admin,
      json,
    });
    expect(body.scopes).not.toContain('review.decide');
    const other = await keyOf(ctx, 'reviewer');
    const path = `/v1/keys?user_id=${id}`;
    expect((await send('GET', path, { key: admin })).body).toMatchObject({
      items: [{ id: body.id }],
    });
    expect(problemIn(await send('GET', path, { key: other })).status).toBe(403);
    expect(problemIn(await send('POST', '/v1/keys', { key: other, json })).status).toBe(403);
    expect(problemIn(await send('DELETE', `/v1/keys/${body.id}`, { key: other })).status).toBe(404);
    expect((await send('DELETE', `/v1/keys/${body.id}`, { key: admin })).status).toBe(204);
  });

  test('of a disabled user open nothing', async () => {
    const { actor } = await actAs(ctx, 'nguoi', ['reviewer']);
    const { key } = await issueKey(ctx, { userName: actor.name, label: 'test' });
    expect((await send('GET', '/v1/me', { key })).status).toBe(200);
    await send('POST', `/v1/users/${actor.userId}/disable`, { key: admin, json: { reason } });
    const problem = problemIn(await send('GET', '/v1/me', { key }));
    expect(problem).toMatchObject({ status: 401, type: '/problems/unauthenticated' });
  });

  test.each([
    ['for ever', { label: 'x', days: null }, 'days'],
    ['for 367 days', { label: 'x', days: 367 }, 'days'],
    ['for what there is not', { label: 'x', scopes: ['posts.delete'] }, 'scopes[0]'],
    ['for what one may not do', { label: 'x', scopes: ['draft.write'] }, 'scopes'],
    ['for nothing', { label: 'x', scopes: [] }, 'scopes'],
  ])('%s are refused', async (_case, json, field) => {
    const key = await keyOf(ctx, 'auditor');
    const problem = problemIn(await send('POST', '/v1/keys', { key, json }));
    expect(problem).toMatchObject({ status: 400, field });
  });
});

describe('accounts of one person', () => {
  test('the second account of who wrote an answer cannot lease or judge it', async () => {
    await approveCorpus(ctx, [invented]);
    const postId = await analysedPost(ctx, contradictingClaim);
    const drafter = await actAs(ctx, 'du-thao', ['drafter']);
    const contentSha256 = await submitForReview(drafter, postId);
    const second = await actAs(ctx, 'duyet', ['reviewer']);
    const json = { into: second.actor.userId, reason: 'Một người, hai tài khoản.' };
    const answer = await send('POST', `/v1/users/${drafter.actor.userId}/merge`, {
      key: admin,
      json,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { revoked_approval_ids: [], decided_alone: { versions: [] } },
    });
    expect((answer.body as { user_ids: string[] }).user_ids).toHaveLength(2);
    expect(await leaseNext(second, { leaseMs: 60_000 })).toBeNull();
    const item = await ctx.db
      .selectFrom('review_item')
      .select('id')
      .where('post_id', '=', postId)
      .executeTakeFirstOrThrow();
    const draft = await ctx.db
      .selectFrom('draft')
      .select('id')
      .where('content_sha256', '=', contentSha256)
      .executeTakeFirstOrThrow();
    const forced = ctx.db
      .insertInto('review_decision')
      .values({
        id: newId(),
        review_item_id: item.id,
        draft_id: draft.id,
        content_sha256: contentSha256,
        reviewer: second.actor.userId ?? '',
        stage: 1,
        verdict: 'return',
        reason: 'x',
        labels: JSON.stringify([]),
        decided_at: new Date(),
        fence: 1,
        round: 1,
      })
      .execute();
    await expect(forced).rejects.toThrow('four eyes: the reviewer contributed to this draft');
    const again = await send('POST', `/v1/users/${drafter.actor.userId}/merge`, {
      key: admin,
      json,
    });
    expect(problemIn(again)).toMatchObject({ status: 409, field: 'into' });
  });
});
