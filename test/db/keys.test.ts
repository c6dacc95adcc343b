import { describe, expect, test } from 'vitest';
import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import type { Context } from '../../src/context.ts';
import {
  authenticate,
  disableUser,
  issueKey,
  listKeys,
  type NewKey,
  revokeKey,
  rotateKey,
} from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const hourMs = 3_600_000;
const label = 'nhập bài';

/** The context as many hours later. */
function after(hours: number, of: Context = ctx): Context {
  const at = new Date(ctx.clock().getTime() + hours * hourMs);
  return { ...of, clock: () => at };
}

async function person(...roles: Parameters<typeof actAs>[2][number][]) {
  const acting = await actAs(ctx, 'nguoi', roles);
  return { acting, userId: acting.actor.userId ?? '' };
}

describe('a key', () => {
  test('opens for 90 days unless told, as itself', async () => {
    const { acting, userId } = await person('drafter');
    const issued = await issueKey(acting, { userId, label });
    const days = ((issued.expiresAt?.getTime() ?? 0) - ctx.clock().getTime()) / (24 * hourMs);
    expect(days).toBeCloseTo(90, 2);
    const actor = await authenticate(ctx, issued.key);
    expect(actor).toEqual({
      userId,
      name: acting.actor.name,
      roles: ['drafter'],
      credential: { kind: 'key', id: issued.id, scopes: null, confirmedAt: null },
    });
    expect(await authenticate(after(24 * 90 - 1), issued.key)).not.toBeNull();
    expect(await authenticate(after(24 * 90 + 1), issued.key)).toBeNull();
  });

  test('is not stored, and its use is written once a day', async () => {
    const { acting, userId } = await person('auditor');
    const { id, key } = await issueKey(acting, { userId, label });
    const use = async () =>
      ctx.db
        .selectFrom('api_key')
        .select(['last_used_on', 'key_sha256'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    expect((await use()).last_used_on).toBeNull();
    expect(JSON.stringify(await use())).not.toContain(key);
    let writes = 0;
    const counted = {
      ...ctx,
      db: new Proxy(ctx.db, {
        get(target, property) {
          if (property === 'updateTable') writes += 1;
          const value = Reflect.get(target, property) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
    };
    for (let request = 0; request < 5; request += 1) await authenticate(counted, key);
    expect(writes).toBe(1);
    await authenticate(after(24, counted), key);
    expect(writes).toBe(2);
    expect((await use()).last_used_on).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test.each([
    ['for ever', { days: null }, 'days'],
    ['no day', { days: 0 }, 'days'],
    ['more than 366 days', { days: 367 }, 'days'],
    ['half a day', { days: 0.5 }, 'days'],
    ['no label', { label: ' ' }, 'label'],
    ['a scope of another role', { scopes: ['draft.write'] }, 'scopes'],
    ['no scope', { scopes: [] }, 'scopes'],
  ])('for %s is refused', async (_case, given, field) => {
    const { acting, userId } = await person('reviewer');
    const input = { userId, label, ...given } as NewKey;
    await expect(issueKey(acting, input)).rejects.toMatchObject({ code: 'validation', field });
    expect((await listKeys(acting, { userId, limit: 5 })).items).toEqual([]);
  });

  test('for ever is the demonstration’s alone', async () => {
    const { userId } = await person('reviewer');
    const { key } = await issueKey(ctx, { userId, label, days: null });
    expect(await authenticate(after(24 * 4000), key)).not.toBeNull();
  });

  test('is issued for another only by who manages users, and never for deciding', async () => {
    const [{ acting: drafter }, { acting: admin }] = [
      await person('drafter'),
      await person('admin'),
    ];
    const { userId } = await person('reviewer');
    const others = issueKey(drafter, { userId, label });
    await expect(others).rejects.toMatchObject({ code: 'forbidden' });
    const deciding = issueKey(admin, { userId, label, scopes: ['review.decide'] });
    await expect(deciding).rejects.toMatchObject({ code: 'forbidden', field: 'scopes' });
    const { scopes } = await issueKey(admin, { userId, label });
    expect(scopes).toContain('posts.read');
    expect(scopes).not.toContain('review.decide');
  });

  test('passes on no more than it has', async () => {
    const { acting, userId } = await person('reviewer');
    const wide = await issueKey(acting, { userId, label });
    const narrow = await issueKey(acting, { userId, label, scopes: ['keys.own', 'posts.read'] });
    const byKey = { ...acting, actor: (await authenticate(ctx, narrow.key)) ?? acting.actor };
    for (const attempt of [
      () => issueKey(byKey, { userId, label }),
      () => issueKey(byKey, { userId, label, scopes: ['review.decide'] }),
      () => rotateKey(byKey, { id: wide.id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden', field: 'scopes' });
    }
    const { scopes } = await issueKey(byKey, { userId, label, scopes: ['posts.read'] });
    expect(scopes).toEqual(['posts.read']);
  });
});

describe('rotating', () => {
  test('lets the old key work until the overlap ends', async () => {
    const { acting, userId } = await person('reviewer');
    const old = await issueKey(acting, { userId, label, scopes: ['posts.read'] });
    const next = await rotateKey(acting, { id: old.id });
    expect(next).toMatchObject({ scopes: ['posts.read'] });
    expect(next.key).not.toBe(old.key);
    for (const { key } of [old, next]) expect(await authenticate(after(23), key)).not.toBeNull();
    expect(await authenticate(after(25), old.key)).toBeNull();
    expect(await authenticate(after(25), next.key)).not.toBeNull();
    const { items } = await listKeys(acting, { userId, limit: 5 });
    expect(items.map(({ id, rotatedTo }) => ({ id, rotatedTo }))).toEqual([
      { id: next.id, rotatedTo: null },
      { id: old.id, rotatedTo: next.id },
    ]);
    const again = rotateKey(acting, { id: old.id });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    expect((await listKeys(acting, { userId, limit: 5 })).items).toHaveLength(2);
  });

  test('ends the old key at once without overlap, and never makes it last longer', async () => {
    const { acting, userId } = await person('reviewer');
    const first = await issueKey(acting, { userId, label });
    await rotateKey(acting, { id: first.id, overlapHours: 0 });
    expect(await authenticate(after(0.01), first.key)).toBeNull();
    const short = await issueKey(acting, { userId, label, days: 1 });
    await rotateKey(acting, { id: short.id, overlapHours: 100 });
    expect(await authenticate(after(25), short.key)).toBeNull();
    const long = rotateKey(acting, { id: short.id, overlapHours: 169 });
    await expect(long).rejects.toMatchObject({ code: 'validation', field: 'overlap_hours' });
  });

  test('is for its owner: an admin does not come by another’s key', async () => {
    const { acting, userId } = await person('reviewer');
    const { id } = await issueKey(acting, { userId, label });
    const { acting: admin } = await person('admin');
    await expect(rotateKey(admin, { id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('twice at once gives one new key', async () => {
    const { acting, userId } = await person('reviewer');
    const { id } = await issueKey(acting, { userId, label });
    const both = await Promise.allSettled([rotateKey(acting, { id }), rotateKey(acting, { id })]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await listKeys(acting, { userId, limit: 5 })).items).toHaveLength(2);
  });
});

describe('ending', () => {
  test('a revoked key, and one of a disabled user, open nothing', async () => {
    const { acting, userId } = await person('reviewer');
    const [a, b] = [
      await issueKey(acting, { userId, label }),
      await issueKey(acting, { userId, label }),
    ];
    await revokeKey(acting, { id: a.id });
    expect(await authenticate(ctx, a.key)).toBeNull();
    expect(await authenticate(ctx, b.key)).not.toBeNull();
    await disableUser(ctx, { userId, reason: 'Rời khỏi nhóm.' });
    expect(await authenticate(ctx, b.key)).toBeNull();
    const revived = issueKey(ctx, { userId, label });
    await expect(revived).rejects.toMatchObject({ code: 'conflict', field: 'user_id' });
  });

  test('a disabled account is enough, whatever became of its keys', async () => {
    const { acting, userId } = await person('reviewer');
    const { key } = await issueKey(acting, { userId, label });
    await withTransaction(ctx, async (ctx) => {
      const at = ctx.clock();
      await ctx.db
        .updateTable('app_user')
        .set({ disabled_at: at })
        .where('id', '=', userId)
        .execute();
      const entry = { action: 'user.disabled', entityType: 'app_user', entityId: userId };
      await appendAudit(ctx, [entry]);
    });
    expect(await authenticate(ctx, key)).toBeNull();
  });

  test('others’ keys are not told from none, but who manages users ends them', async () => {
    const { acting, userId } = await person('reviewer');
    const { id } = await issueKey(acting, { userId, label });
    const { acting: other } = await person('drafter');
    for (const unknown of [id, newId()]) {
      const attempt = revokeKey(other, { id: unknown });
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    }
    const listed = listKeys(other, { userId, limit: 5 });
    await expect(listed).rejects.toMatchObject({ code: 'forbidden' });
    const { acting: admin } = await person('admin');
    expect((await listKeys(admin, { userId, limit: 5 })).items).toHaveLength(1);
    await revokeKey(admin, { id });
    const again = revokeKey(admin, { id });
    await expect(again).rejects.toMatchObject({ code: 'not_found' });
  });

  test.each([
    ['given to another person', async () => ({ user_id: (await person('drafter')).userId })],
    ['widened', async () => ({ scopes: null })],
    ['made to last', async () => ({ expires_at: new Date('2100-01-01') })],
    ['given another secret', async () => ({ key_sha256: 'x' })],
  ])('a key is not %s by SQL', async (_case, change) => {
    const { acting, userId } = await person('reviewer');
    const { id } = await issueKey(acting, { userId, label, scopes: ['posts.read'] });
    const forced = ctx.db
      .updateTable('api_key')
      .set(await change())
      .where('id', '=', id)
      .execute();
    await expect(forced).rejects.toThrow('four eyes: a key is narrowed or ended');
  });
});
