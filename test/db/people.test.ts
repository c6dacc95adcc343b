import { describe, expect, test } from 'vitest';
import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import {
  accountsOf,
  createFirstAdmin,
  createUser,
  disableUser,
  enableUser,
  issueKey,
  listUsers,
  mergeAccounts,
  readUser,
  setRoles,
} from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { leaseNext, listItems } from '#review/index.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { submitForReview } from '../support/approved.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();
const reason = 'Rời khỏi nhóm.';
const idOf = (acting: { actor: { userId: string | null } }): string => acting.actor.userId ?? '';

async function auditOf(id: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('audit_event')
    .select('action')
    .where('entity_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.action);
}

async function activeAdmins(): Promise<string[]> {
  const page = await listUsers(ctx, { limit: 200 });
  return page.items
    .filter((user) => user.roles.includes('admin') && user.disabledAt === null)
    .map((user) => user.name);
}

/** Exactly these admins are active: everybody else is disabled, past the verb that would refuse it. */
async function onlyAdmins(...names: string[]) {
  await withTransaction(ctx, async (ctx) => {
    const rows = await ctx.db
      .updateTable('app_user')
      .set({ disabled_at: ctx.clock() })
      .where('disabled_at', 'is', null)
      .returning('id')
      .execute();
    const entry = { action: 'user.disabled', entityType: 'app_user' };
    await appendAudit(
      ctx,
      rows.map(({ id }) => ({ ...entry, entityId: id })),
    );
  });
  const admins = [];
  for (const name of names) admins.push(await actAs(ctx, name, ['admin']));
  return admins;
}

describe('the last admin', () => {
  test('the first one is made only while there is none', async () => {
    await onlyAdmins();
    const create = (name: string) => createFirstAdmin(ctx, { name, email: `${name}@example.org` });
    const both = await Promise.allSettled([create('quan-tri-a'), create('quan-tri-b')]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'conflict',
    });
    expect(await activeAdmins()).toHaveLength(1);
  });

  test('cannot be disabled, lose the role or be merged away', async () => {
    const [only] = await onlyAdmins('cuoi-cung');
    const userId = idOf(only as typeof ctx);
    const other = idOf(await actAs(ctx, 'khac', ['auditor']));
    for (const attempt of [
      () => disableUser(ctx, { userId, reason }),
      () => setRoles(ctx, { userId, roles: ['auditor'] }),
      () => mergeAccounts(ctx, { from: userId, into: other, reason }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'conflict',
        message: 'this is the last active admin',
      });
    }
    expect(await activeAdmins()).toHaveLength(1);
    expect((await readUser(ctx, { id: userId })).person).toBe(userId);
  });

  test('two who disable each other at once leave one', async () => {
    for (let round = 0; round < (hasManyConnections ? 10 : 2); round += 1) {
      const [a, b] = (await onlyAdmins('trai', 'phai')) as [typeof ctx, typeof ctx];
      const ended = await Promise.allSettled([
        disableUser(a, { userId: idOf(b), reason }),
        round % 2 === 0
          ? disableUser(b, { userId: idOf(a), reason })
          : setRoles(b, { userId: idOf(a), roles: ['auditor'] }),
      ]);
      expect(ended.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await activeAdmins()).toHaveLength(1);
    }
  });
});

describe('roles', () => {
  test('an admin sets another’s, seen at once and in the trail', async () => {
    const admin = await actAs(ctx, 'admin', ['admin']);
    const userId = idOf(await actAs(ctx, 'nguoi', ['drafter']));
    await setRoles(admin, { userId, roles: ['reviewer', 'triager', 'reviewer'] });
    expect((await readUser(ctx, { id: userId })).roles).toEqual(['triager', 'reviewer']);
    expect(await auditOf(userId)).toEqual(['user.created', 'user.roles_set']);
  });

  test('nobody sets their own, and the attempt stays in the trail', async () => {
    const admin = await actAs(ctx, 'admin', ['admin']);
    await actAs(ctx, 'admin', ['admin']);
    const userId = idOf(admin);
    const attempt = setRoles(admin, { userId, roles: ['reviewer'] });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    expect((await readUser(ctx, { id: userId })).roles).toEqual(['admin']);
    expect(await auditOf(userId)).toEqual(['user.created', 'user.roles_refused']);
  });

  test('nobody sets those of another account of theirs', async () => {
    const admin = await actAs(ctx, 'admin', ['admin']);
    const second = await actAs(ctx, 'hai', ['auditor']);
    await mergeAccounts(ctx, { from: idOf(second), into: idOf(admin), reason });
    for (const attempt of [
      () => setRoles(admin, { userId: idOf(second), roles: ['reviewer'] }),
      () => enableUser(admin, { userId: idOf(second), reason }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('an admin has no part in content, by verb and by database', async () => {
    const roles = ['admin', 'drafter'] as const;
    const created = createUser(ctx, { name: newId(), roles });
    await expect(created).rejects.toMatchObject({ code: 'validation', field: 'roles' });
    await expect(created).rejects.toHaveProperty('remedy', expect.stringContaining('another'));
    const userId = idOf(await actAs(ctx, 'nguoi', ['drafter']));
    const set = setRoles(ctx, { userId, roles });
    await expect(set).rejects.toMatchObject({ code: 'validation', field: 'roles' });
    const forced = ctx.db
      .updateTable('app_user')
      .set({ roles: [...roles] })
      .where('id', '=', userId)
      .execute();
    await expect(forced).rejects.toThrow('four eyes: an admin has no part in content');
  });

  test.each([
    ['no role', { name: newId(), roles: [] }, 'roles'],
    ['no name', { name: '  ', roles: ['auditor'] }, 'name'],
    ['a name of two lines', { name: 'a\nb', roles: ['auditor'] }, 'name'],
    ['no address', { name: newId(), roles: ['auditor'], email: 'x' }, 'email'],
  ] as const)('a user with %s is refused', async (_case, input, field) => {
    await expect(createUser(ctx, input)).rejects.toMatchObject({ code: 'validation', field });
  });

  test('an address belongs to one account, whatever its capitals', async () => {
    const email = `${newId()}@example.org`;
    const { userId } = await createUser(ctx, { name: newId(), roles: ['auditor'], email });
    expect((await readUser(ctx, { id: userId })).email).toBe(email);
    const again = createUser(ctx, {
      name: newId(),
      roles: ['auditor'],
      email: email.toUpperCase(),
    });
    await expect(again).rejects.toMatchObject({ code: 'conflict', field: 'email' });
  });
});

describe('disabling', () => {
  test('ends keys, sessions and leases with it, each in the trail', async () => {
    await approveCorpus(ctx, [invented]);
    const postId = await analysedPost(ctx, contradictingClaim);
    await submitForReview(await actAs(ctx, 'du-thao', ['drafter']), postId);
    const reviewer = await actAs(ctx, 'nguoi-duyet', ['reviewer']);
    const userId = idOf(reviewer);
    const { id: keyId } = await issueKey(ctx, { userId, label: 'test' });
    const at = new Date();
    const session = { id: newId(), user_id: userId, token: newId(), expires_at: at };
    await ctx.db
      .insertInto('auth_session')
      .values({ ...session, created_at: at, updated_at: at })
      .execute();
    const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
    expect(lease?.postId).toBe(postId);
    await disableUser(ctx, { userId, reason });
    expect(await auditOf(userId)).toEqual(['user.created', 'user.disabled', 'sessions.ended']);
    expect(await auditOf(keyId)).toEqual(['key.issued', 'key.revoked']);
    expect(await auditOf(lease?.itemId ?? '')).toContain('review_item.released');
    const item = await ctx.db
      .selectFrom('review_item')
      .select(['leased_by', 'leased_until'])
      .where('id', '=', lease?.itemId ?? '')
      .executeTakeFirst();
    expect(item).toEqual({ leased_by: null, leased_until: null });
    expect((await listItems(ctx, { state: 'IN_REVIEW', limit: 5 })).items).toHaveLength(1);
    const again = disableUser(ctx, { userId, reason });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    await enableUser(ctx, { userId, reason });
    expect((await readUser(ctx, { id: userId })).disabledAt).toBeNull();
    expect(await auditOf(keyId)).toEqual(['key.issued', 'key.revoked']);
  });

  test('an account is never deleted, and there must be one', async () => {
    const userId = idOf(await actAs(ctx, 'nguoi', ['drafter']));
    const deleted = ctx.db.deleteFrom('app_user').where('id', '=', userId).execute();
    await expect(deleted).rejects.toThrow('immutable');
    const missing = disableUser(ctx, { userId: newId(), reason });
    await expect(missing).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('accounts of one person', () => {
  test('are merged for good: one is used, four eyes count one', async () => {
    const [a, b, c] = [
      await actAs(ctx, 'mot', ['drafter']),
      await actAs(ctx, 'hai', ['reviewer']),
      await actAs(ctx, 'ba', ['reviewer']),
    ].map(idOf) as [string, string, string];
    const { id: keyId } = await issueKey(ctx, { userId: a, label: 'test' });
    await mergeAccounts(ctx, { from: a, into: b, reason });
    expect(await auditOf(keyId)).toEqual(['key.issued', 'key.revoked']);
    const { userIds } = await mergeAccounts(ctx, { from: b, into: c, reason });
    expect(new Set(userIds)).toEqual(new Set([a, b, c]));
    for (const id of [a, b, c])
      expect(new Set(await accountsOf(ctx, id))).toEqual(new Set(userIds));
    for (const id of [a, b]) {
      expect((await readUser(ctx, { id })).disabledAt).not.toBeNull();
      await expect(enableUser(ctx, { userId: id, reason })).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    expect((await readUser(ctx, { id: c })).disabledAt).toBeNull();
    for (const [from, into] of [
      [a, b],
      [c, a],
    ] as const) {
      const again = mergeAccounts(ctx, { from, into, reason });
      await expect(again).rejects.toMatchObject({ code: 'conflict', field: 'into' });
    }
    const itself = mergeAccounts(ctx, { from: c, into: c, reason });
    await expect(itself).rejects.toMatchObject({ code: 'validation', field: 'into' });
  });

  test('are not parted by SQL either', async () => {
    const [a, b] = [
      idOf(await actAs(ctx, 'mot', ['drafter'])),
      idOf(await actAs(ctx, 'hai', ['reviewer'])),
    ];
    await mergeAccounts(ctx, { from: a, into: b, reason });
    const update = (change: object) =>
      ctx.db.updateTable('app_user').set(change).where('id', '=', a).execute();
    await expect(update({ person: a })).rejects.toThrow('found to be one person stay one');
    await expect(update({ disabled_at: null })).rejects.toThrow('one is used');
  });

  test('merged towards each other at once become one', async () => {
    const [a, b] = [
      idOf(await actAs(ctx, 'mot', ['drafter'])),
      idOf(await actAs(ctx, 'hai', ['reviewer'])),
    ];
    const both = await Promise.allSettled([
      mergeAccounts(ctx, { from: a, into: b, reason }),
      mergeAccounts(ctx, { from: b, into: a, reason }),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await accountsOf(ctx, a)).toSorted()).toEqual([a, b].toSorted());
  });
});
