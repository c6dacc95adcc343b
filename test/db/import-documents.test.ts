import { expect, test } from 'vitest';
import { importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { importItem, invented } from '../support/corpus.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

async function counts(): Promise<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const table of [
    'document',
    'document_version',
    'passage',
    'lexical_posting',
    'audit_event',
  ] as const) {
    const row = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    result[table] = row.rows;
  }
  return result;
}

test('an import stores a draft whose passages are spans of the canonical text', async () => {
  const [result] = await importDocuments(editor, { items: [await importItem(invented)] });
  expect(result).toMatchObject({ change: 'created' });
  const version = await ctx.db
    .selectFrom('document_version')
    .selectAll()
    .where('id', '=', result?.versionId ?? '')
    .executeTakeFirstOrThrow();
  expect(version).toMatchObject({ status: 'draft', approved_by: null, version_number: 1 });
  const passages = await ctx.db
    .selectFrom('passage')
    .selectAll()
    .where('version_id', '=', version.id)
    .orderBy('ordinal')
    .execute();
  expect(passages.length).toBeGreaterThan(1);
  for (const passage of passages) {
    expect(sliceCodePoints(version.canonical_text, passage.start_offset, passage.end_offset)).toBe(
      passage.text,
    );
  }
});

test('the same bytes again change nothing', async () => {
  const item = await importItem({ ...invented, key: 'hai-lan' });
  await importDocuments(editor, { items: [item] });
  const before = await counts();
  const [result] = await importDocuments(editor, { items: [item] });
  expect(result).toMatchObject({ change: 'unchanged', versionId: null });
  expect(await counts()).toEqual(before);
});

test('a dry run tells what would change and writes nothing', async () => {
  const before = await counts();
  const [result] = await importDocuments(editor, {
    items: [await importItem({ ...invented, key: 'chay-thu' })],
    dryRun: true,
  });
  expect(result).toMatchObject({ change: 'created' });
  expect(result?.passages).toBeGreaterThan(1);
  expect(await counts()).toEqual(before);
});

test('two documents with one key are refused and none is stored', async () => {
  const before = await counts();
  const items = [
    await importItem({ ...invented, key: 'trung' }),
    await importItem({ key: 'trung', text: 'Khác.' }),
  ];
  await expect(importDocuments(editor, { items })).rejects.toMatchObject({
    code: 'validation',
    field: 'key',
  });
  expect(await counts()).toEqual(before);
});

test('document frequencies are those of the postings', async () => {
  const terms = await ctx.db
    .selectFrom('lexical_term as t')
    .innerJoin('lexical_posting as l', 'l.term_id', 't.id')
    .select((eb) => ['t.term', 't.document_frequency', eb.fn.countAll<number>().as('postings')])
    .groupBy(['t.id', 't.term', 't.document_frequency'])
    .execute();
  expect(terms.length).toBeGreaterThan(10);
  expect(terms.filter((term) => term.document_frequency !== term.postings)).toEqual([]);
});

test('nobody approves what they imported, in the verb and in the database', async () => {
  const both = await actAs(ctx, 'both', ['corpus_editor', 'corpus_approver']);
  const [result] = await importDocuments(both, {
    items: [await importItem({ ...invented, key: 'tu-duyet' })],
  });
  const versionId = result?.versionId ?? '';
  await expect(approveVersions(both, { versionIds: [versionId] })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(
    ctx.db
      .updateTable('document_version')
      .set({ status: 'approved', approved_by: both.actor.userId })
      .where('id', '=', versionId)
      .execute(),
  ).rejects.toThrow(/the approver wrote or changed/);
});

test('one version that cannot be approved keeps the others from it', async () => {
  const both = await actAs(ctx, 'both', ['corpus_editor', 'corpus_approver']);
  const [own] = await importDocuments(both, {
    items: [await importItem({ ...invented, key: 'cua-minh' })],
  });
  const [other] = await importDocuments(editor, {
    items: [await importItem({ ...invented, key: 'cua-nguoi' })],
  });
  const versionIds = [own?.versionId ?? '', other?.versionId ?? ''];
  await expect(approveVersions(both, { versionIds })).rejects.toMatchObject({ code: 'conflict' });
  const rows = await ctx.db
    .selectFrom('document_version')
    .select('status')
    .where('id', 'in', versionIds)
    .execute();
  expect(rows.map((row) => row.status)).toEqual(['draft', 'draft']);
});

test('an approved version ends the one before it and brings its own metadata', async () => {
  const key = 'thay-the';
  const [first] = await importDocuments(editor, {
    items: [await importItem({ ...invented, key, valid_from: '2020-01-01' })],
  });
  await approveVersions(approver, { versionIds: [first?.versionId ?? ''] });
  const [second] = await importDocuments(editor, {
    items: [
      await importItem({
        ...invented,
        key,
        title: 'Tên mới',
        valid_from: '2024-01-01',
        text: 'Nội dung mới hẳn.',
      }),
    ],
  });
  expect(second).toMatchObject({ change: 'new_version' });
  const title = () =>
    ctx.db.selectFrom('document').select('title').where('key', '=', key).executeTakeFirst();
  expect(await title()).toEqual({ title: invented.title });
  await approveVersions(approver, { versionIds: [second?.versionId ?? ''] });
  expect(await title()).toEqual({ title: 'Tên mới' });
  const old = await ctx.db
    .selectFrom('document_version')
    .select(['status', 'valid_to', 'ends_on', 'superseded_by'])
    .where('id', '=', first?.versionId ?? '')
    .executeTakeFirst();
  expect(old).toEqual({
    status: 'approved',
    valid_to: null,
    ends_on: '2024-01-01',
    superseded_by: second?.versionId,
  });
});

test('the text of a version cannot be changed', async () => {
  await expect(
    ctx.db.updateTable('document_version').set({ canonical_text: 'khác' }).execute(),
  ).rejects.toThrow(/immutable/);
  await expect(ctx.db.updateTable('passage').set({ text: 'khác' }).execute()).rejects.toThrow(
    /immutable/,
  );
});
