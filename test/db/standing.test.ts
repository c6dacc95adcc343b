import { expect, test } from 'vitest';
import { importDocuments } from '#corpus/index.ts';
import { newId } from '#platform/ids.ts';
import {
  approveVersions,
  discardDrafts,
  expireVersions,
  verifyVersions,
  withdrawVersions,
} from '#standing/index.ts';
import { importItem } from '../support/corpus.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

async function draft(key: string, more: object = {}): Promise<string> {
  const text = `Văn bản giả định ${newId()}.`;
  const items = [await importItem({ key, text, ...more })];
  const [result] = await importDocuments(editor, { items });
  return result?.versionId as string;
}

function read(id: string) {
  return ctx.db
    .selectFrom('document_version')
    .select(['status', 'superseded_by', 'superseded_on', 'withdrawn_on', 'ends_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

test('a version that begins later leaves the one before it in force until then', async () => {
  const first = await draft('lich', { valid_from: '2020-01-01' });
  await approveVersions(approver, { versionIds: [first] });
  const second = await draft('lich', { valid_from: '2090-01-01' });
  await approveVersions(approver, { versionIds: [second] });
  expect(await read(first)).toMatchObject({ superseded_by: second, ends_on: '2090-01-01' });
  expect(await read(second)).toMatchObject({ status: 'approved', ends_on: null });
});

test('an older draft is discarded by a newer approval and cannot be approved after it', async () => {
  const first = await draft('bo-di', { valid_from: '2020-01-01' });
  const second = await draft('bo-di', { valid_from: '2020-01-01' });
  await approveVersions(approver, { versionIds: [second] });
  expect(await read(first)).toMatchObject({ status: 'discarded' });
  await expect(approveVersions(approver, { versionIds: [first] })).rejects.toThrow(/discarded/);
});

test('two versions of one document are never in force on the same day, whoever writes them', async () => {
  const first = await draft('chong', { valid_from: '2020-01-01' });
  const second = await draft('chong', { valid_from: '2021-01-01' });
  await approveVersions(approver, { versionIds: [first] });
  await expect(
    ctx.db
      .updateTable('document_version')
      .set({ status: 'approved', approved_by: approver.actor.userId, approved_at: new Date() })
      .where('id', '=', second)
      .execute(),
  ).rejects.toThrow(/in force on the same day/);
});

test('a document takes the place of another by its key', async () => {
  const old = await draft('luat-cu', { valid_from: '2020-01-01' });
  await approveVersions(approver, { versionIds: [old] });
  const next = await draft('luat-moi', { valid_from: '2024-07-01', supersedes: ['luat-cu'] });
  await approveVersions(approver, { versionIds: [next] });
  expect(await read(old)).toMatchObject({ superseded_by: next, ends_on: '2024-07-01' });
});

test.each([
  ['itself', ['tu-minh'], /supersedes itself/],
  ['a document that is not there', ['khong-co'], /not in the corpus/],
])('superseding %s is refused and nothing is stored', async (_, supersedes, message) => {
  await expect(draft('tu-minh', { supersedes })).rejects.toThrow(message);
  expect(
    await ctx.db.selectFrom('document').select('id').where('key', '=', 'tu-minh').execute(),
  ).toEqual([]);
});

test('documents that would supersede one another are refused together', async () => {
  const items = await Promise.all([
    importItem({ key: 'vong-a', text: 'Văn bản giả định A.', supersedes: ['vong-b'] }),
    importItem({ key: 'vong-b', text: 'Văn bản giả định B.', supersedes: ['vong-a'] }),
  ]);
  const versionIds = (await importDocuments(editor, { items })).map((one) => one.versionId ?? '');
  await expect(approveVersions(approver, { versionIds })).rejects.toThrow(/in a circle/);
  for (const id of versionIds) expect(await read(id)).toMatchObject({ status: 'draft' });
});

test('the database refuses a circle of successors too', async () => {
  const [a, b] = [await draft('tron-a'), await draft('tron-b')];
  await approveVersions(approver, { versionIds: [a, b] });
  const point = (from: string, to: string) =>
    ctx.db
      .updateTable('document_version')
      .set({ superseded_by: to, superseded_on: '2030-01-01' })
      .where('id', '=', from)
      .execute();
  await point(a, b);
  await expect(point(b, a)).rejects.toThrow(/in a circle/);
});

test('an approval names the revision that was read', async () => {
  const id = await draft('sua-doi');
  const revisions = new Map([[id, 2]]);
  await expect(approveVersions(approver, { versionIds: [id], revisions })).rejects.toThrow(
    /has changed since you read it/,
  );
  await approveVersions(approver, { versionIds: [id], revisions: new Map([[id, 1]]) });
  expect(await read(id)).toMatchObject({ status: 'approved' });
});

test('a withdrawal needs a reason and a day the version was in force on, and is final', async () => {
  const id = await draft('rut', { valid_from: '2020-01-01', valid_to: '2080-01-01' });
  const withdraw = (reason: string, from?: string) =>
    withdrawVersions(approver, { versionIds: [id], reason, ...(from ? { from } : {}) });
  await expect(withdraw('Có lỗi.')).rejects.toThrow(/is draft/);
  await approveVersions(approver, { versionIds: [id] });
  await expect(withdraw('  ')).rejects.toThrow(/reason/);
  await expect(withdraw('Có lỗi.', '2019-12-31')).rejects.toThrow(/begins on 2020-01-01/);
  await withdraw('Cơ quan ban hành đã thu hồi.', '2024-05-01');
  expect(await read(id)).toMatchObject({ withdrawn_on: '2024-05-01', ends_on: '2024-05-01' });
  await expect(withdraw('Lần nữa.')).rejects.toThrow(/out of force/);
  await expect(
    ctx.db
      .updateTable('document_version')
      .set({ withdrawn_on: '2025-05-01' })
      .where('id', '=', id)
      .execute(),
  ).rejects.toThrow(/an end that was set/);
});

test('a draft is discarded with a reason; what was approved is not', async () => {
  const [thrown, kept] = [await draft('bo'), await draft('giu')];
  await approveVersions(approver, { versionIds: [kept] });
  const discard = (versionIds: string[]) => discardDrafts(editor, { versionIds, reason: 'Trùng.' });
  await expect(discard([thrown, kept])).rejects.toThrow(/not a draft/);
  expect(await read(thrown)).toMatchObject({ status: 'draft' });
  await discard([thrown]);
  expect(await read(thrown)).toMatchObject({ status: 'discarded' });
});

test('a version is verified until a day in the future', async () => {
  const id = await draft('kiem');
  await approveVersions(approver, { versionIds: [id] });
  const verify = (recheckBy: string | null) =>
    verifyVersions(editor, { versionIds: [id], recheckBy });
  await expect(verify('2020-01-01')).rejects.toThrow(/not in the future/);
  await verify('2090-01-01');
  const row = await ctx.db
    .selectFrom('document_version')
    .select('recheck_by')
    .where('id', '=', id)
    .executeTakeFirst();
  expect(row).toEqual({ recheck_by: '2090-01-01' });
});

test('what a version says of its document counts from its first day on', async () => {
  const key = 'ten-moi';
  const first = await draft(key, { title: 'Tên cũ', valid_from: '2020-01-01' });
  await approveVersions(approver, { versionIds: [first] });
  const second = await draft(key, { title: 'Tên sau', citable: false, valid_from: '2095-01-01' });
  await approveVersions(approver, { versionIds: [second] });
  const document = () =>
    ctx.db
      .selectFrom('document')
      .select(['title', 'citable'])
      .where('key', '=', key)
      .executeTakeFirst();
  expect(await document()).toEqual({ title: 'Tên cũ', citable: true });
  await expireVersions({ ...ctx, clock: () => new Date('2094-12-31T03:00:00Z') });
  expect(await document()).toEqual({ title: 'Tên cũ', citable: true });
  await expireVersions({ ...ctx, clock: () => new Date('2095-01-03T03:00:00Z') });
  expect(await document()).toEqual({ title: 'Tên sau', citable: false });
});
