import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '#audit/index.ts';
import {
  approveNames,
  listNames,
  loadNames,
  namesIn,
  proposeNames,
  withdrawNames,
} from '#names/index.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { ConflictError, ForbiddenError, ValidationErrors } from '#platform/errors.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

function group(key: string, ...texts: string[]) {
  const variants = texts.map((text) => ({ language: 'vi', text }));
  return { key, kind: 'place' as const, variants };
}

async function propose(...groups: ReturnType<typeof group>[]): Promise<string[]> {
  const results = await proposeNames(editor, { groups });
  return results.flatMap(({ versionId }) => versionId ?? []);
}

async function found(text: string): Promise<string[]> {
  return namesIn(await loadNames(ctx, [text]), text).map((mention) => mention.group.key);
}

async function auditOf(id: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('audit_event')
    .select('action')
    .where('entity_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.action);
}

describe('the road of a name', () => {
  test('it applies once approved by another person, until it is withdrawn', async () => {
    const [id = ''] = await propose(group('bien-a', 'Biển Giả Định', 'Imagined Sea', '假海'));
    expect(await found('o bien gia dinh')).toEqual([]);
    await approveNames(approver, { versionIds: [id] });
    for (const text of ['o bien gia dinh', 'ImaginedSea', '在假海', 'x, Biển Giả Định']) {
      expect(await found(text)).toEqual(['bien-a']);
    }
    await withdrawNames(approver, { versionIds: [id], reason: 'Không còn dùng.' });
    expect(await found('Biển Giả Định')).toEqual([]);
    expect(await auditOf(id)).toEqual(['names.proposed', 'names.approved', 'names.withdrawn']);
    const gone = withdrawNames(approver, { versionIds: [id], reason: 'again' });
    await expect(gone).rejects.toThrow(ConflictError);
  });

  test('a new version replaces the one in force, and a waiting proposal', async () => {
    const [first = ''] = await propose(group('dao-b', 'Đảo Giả Định', 'Imagined Island'));
    await approveNames(approver, { versionIds: [first] });
    const [second = ''] = await propose(group('dao-b', 'Đảo Giả Định', 'Imagined Isle'));
    const [third = ''] = await propose(group('dao-b', 'Đảo Giả Định', 'Isle Imagined'));
    expect(await auditOf(second)).toEqual(['names.proposed', 'names.withdrawn']);
    expect(await found('Imagined Island')).toEqual(['dao-b']);
    await approveNames(approver, { versionIds: [third] });
    expect(await found('Imagined Island')).toEqual([]);
    expect(await found('Isle Imagined')).toEqual(['dao-b']);
    expect(await auditOf(first)).toEqual(['names.proposed', 'names.approved', 'names.withdrawn']);
    const results = await proposeNames(editor, {
      groups: [group('dao-b', 'Đảo Giả Định', 'Isle Imagined')],
    });
    expect(results).toEqual([{ key: 'dao-b', change: 'unchanged', versionId: null }]);
  });

  test('a dry run says what would change and writes nothing', async () => {
    const groups = [group('dao-b', 'Đảo Giả Định', 'Dry Isle'), group('dao-c', 'Đảo C', 'Isle C')];
    expect(await proposeNames(editor, { groups, dryRun: true })).toEqual([
      { key: 'dao-b', change: 'new_version', versionId: null },
      { key: 'dao-c', change: 'created', versionId: null },
    ]);
    expect((await listNames(ctx, { state: 'proposed', limit: 10 })).items).toEqual([]);
  });

  test('a name belongs to one group; it moves when both are proposed', async () => {
    const ids = await propose(
      group('song-d', 'Sông D', 'River D', 'Dòng D'),
      group('song-e', 'Sông E', 'River E'),
    );
    const clash = proposeNames(editor, { groups: [group('song-f', 'Sông F', 'river-d')] });
    await expect(clash).rejects.toThrow(ValidationErrors);
    await expect(clash).rejects.toMatchObject({ errors: [{ field: 'song-f' }] });
    await approveNames(approver, { versionIds: ids });
    const moved = await propose(
      group('song-d', 'Sông D', 'River D'),
      group('song-e', 'Sông E', 'Dòng D'),
    );
    const half = approveNames(approver, { versionIds: moved.slice(1) });
    await expect(half).rejects.toThrow('“Dòng D” would be a name of song-d and song-e');
    expect(await found('Dòng D')).toEqual(['song-d']);
    await approveNames(approver, { versionIds: moved });
    expect(await found('Dòng D')).toEqual(['song-e']);
  });
});

describe('four eyes', () => {
  test('nobody approves what they proposed, whatever their roles', async () => {
    const both = await actAs(ctx, 'both', ['corpus_editor', 'corpus_approver', 'auditor']);
    const results = await proposeNames(both, { groups: [group('nui-g', 'Núi G', 'Mount G')] });
    const versionIds = results.flatMap(({ versionId }) => versionId ?? []);
    await expect(approveNames(both, { versionIds })).rejects.toThrow(ConflictError);
    await expect(approveNames(ctx, { versionIds })).rejects.toThrow(ForbiddenError);
    const [id = ''] = versionIds;
    const userId = both.actor.userId ?? '';
    const forced = ctx.db
      .updateTable('name_version')
      .set({ approved_by: userId, approved_at: new Date() })
      .where('id', '=', id)
      .execute();
    await expect(forced).rejects.toThrow('who proposed it cannot approve it');
    expect(await found('Núi G')).toEqual([]);
  });

  test.each([
    ['the names', `variants = '[]'`],
    ['the author', `created_by = approved_by`],
    ['the approver', `approved_by = null, approved_at = null`],
  ])('the database keeps %s of an approved version', async (_what, change) => {
    const [id = ''] = await propose(group(`ho-${change.length}`, `Hồ ${change}`, `Lake ${change}`));
    await approveNames(approver, { versionIds: [id] });
    const edit = sql`update name_version set ${sql.raw(change)} where id = ${id}`.execute(ctx.db);
    await expect(edit).rejects.toThrow('immutable');
    const gone = sql`delete from name_version where id = ${id}`.execute(ctx.db);
    await expect(gone).rejects.toThrow('immutable');
  });

  test('a version cannot be inserted in force, or brought back', async () => {
    const [id = ''] = await propose(group('ho-i', 'Hồ I', 'Lake I'));
    const copy = sql`insert into name_version
      select gen_random_uuid(), key || '2', 1, kind, variants, created_by, created_at,
        ${approver.actor.userId}::uuid, now(), null, null from name_version where id = ${id}`;
    await expect(copy.execute(ctx.db)).rejects.toThrow('names start as a proposal');
    await withdrawNames(approver, { versionIds: [id], reason: 'nhầm' });
    const back = sql`update name_version set withdrawn_by = null, withdrawn_at = null where id = ${id}`;
    await expect(back.execute(ctx.db)).rejects.toThrow('immutable');
  });

  test('one fault, and none of the list is approved', async () => {
    const [id = ''] = await propose(group('ho-k', 'Hồ K', 'Lake K'));
    const versionIds = [id, '00000000-0000-7000-8000-000000000000'];
    await expect(approveNames(approver, { versionIds })).rejects.toThrow(ConflictError);
    expect(await found('Hồ K')).toEqual([]);
    expect(await auditOf(id)).toEqual(['names.proposed']);
  });
});

test('pages of the list follow each other', async () => {
  const first = await listNames(ctx, { limit: 3 });
  const second = await listNames(ctx, { limit: 3, cursor: first.nextCursor });
  const ids = [...first.items, ...second.items].map((entry) => entry.versionId);
  expect(new Set(ids).size).toBe(6);
  expect(ids).toEqual(ids.toSorted().toReversed());
  const { items } = await listNames(ctx, { state: 'withdrawn', limit: 100 });
  expect(items.every((entry) => entry.withdrawnAt !== null)).toBe(true);
});

test('texts of nothing and of 5,000 words load names without a failure', async () => {
  for (const text of ['', '😀', 'Hồ Sông D '.repeat(1700)]) {
    expect((await found(text)).length).toBe(text.length > 10 ? 1700 : 0);
  }
});

test('the demonstration list is in force with two people behind it, and loading it twice changes nothing', async () => {
  await loadDemo(ctx);
  const text = 'South China Sea, Hoàng Sa và UN';
  expect(await found(text)).toEqual(['bien-dong', 'hoang-sa', 'lien-hop-quoc']);
  const { items } = await listNames(ctx, { state: 'approved', limit: 200 });
  await loadDemo(ctx);
  expect((await listNames(ctx, { state: 'approved', limit: 200 })).items).toEqual(items);
  expect((await verifyAudit(ctx)).ok).toBe(true);
});
