import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { countSyllables, importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import { countsFromRows } from '#language/syllable-counts.ts';
import { restoreQuery } from '#retrieval/restore-query.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, importItem } from '../support/corpus.ts';
import { actAs, createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();
/** No general counts, so that only the corpus can know. */
const corpusOnly: Context = { ...ctx, syllables: async () => null };
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

const sentence = 'Thư viện giả định có một quả địa cầu bằng gỗ mít rất lớn.';

async function countsOf(key: string) {
  return ctx.db
    .selectFrom('syllable_count')
    .select(['first', 'second', 'count'])
    .where('key', '=', key)
    .orderBy('first')
    .orderBy('second')
    .execute();
}

async function waiting(): Promise<number> {
  const { rows } = await sql<{ jobs: number }>`
    select count(*)::int as jobs from pgboss.job
    where name = 'count-syllables' and state < 'completed'`.execute(ctx.db);
  return rows[0]?.jobs ?? 0;
}

test('before anything is counted a query comes back as it was', async () => {
  const text = 'qua dia cau bang go mit';
  expect(await restoreQuery(corpusOnly, text)).toEqual({ text, restored: 0 });
});

test('general counts alone restore ordinary words', async () => {
  expect(await restoreQuery(ctx, 'nguoi dan Viet Nam')).toEqual({
    text: 'người dân Việt Nam',
    restored: 3,
  });
});

test('an approval enqueues one job; a draft is not counted', async () => {
  const results = await importDocuments(editor, {
    items: [await importItem({ key: 'dia-cau', text: sentence })],
  });
  const versionIds = results.flatMap((result) => result.versionId ?? []);
  expect(await waiting()).toBe(0);
  expect(await countSyllables(ctx)).toBe(0);
  await approveVersions(approver, { versionIds });
  expect(await waiting()).toBe(1);
});

test('an approved version is counted once, alone and in pairs', async () => {
  expect(await countSyllables(ctx)).toBe(1);
  const once = await countsOf('dia cau');
  expect(once).toEqual([{ first: 'địa', second: 'cầu', count: 1 }]);
  expect(await countsOf('mit')).toEqual([{ first: 'mít', second: '', count: 1 }]);
  expect(await countSyllables(ctx)).toBe(0);
  expect(await countsOf('dia cau')).toEqual(once);
});

test('a query is restored by the words of the corpus', async () => {
  const restored = await restoreQuery(corpusOnly, 'Qua dia cau BANG GO mit');
  expect(restored).toEqual({ text: 'Quả địa cầu BẰNG GỖ mít', restored: 6 });
});

test.each([
  ['', 'empty'],
  ['mit', 'one syllable'],
  ['Quả địa cầu bằng gỗ mít rất lớn', 'with diacritics'],
  ['The globe can be seen in the library', 'English'],
  ['https://example.com/dia-cau', 'an address'],
  ['😀😀 123', 'no words'],
])('%j (%s) comes back as it was', async (text) => {
  expect(await restoreQuery(ctx, text)).toEqual({ text, restored: 0 });
});

test('passages in other languages and without diacritics are not counted', async () => {
  await approveCorpus(ctx, [
    { key: 'globe', language: 'en', text: 'The big globe can be seen by the men in the library.' },
    { key: 'khong-dau', text: 'Thu vien gia dinh co mot chiec bong den lon o trong phong doc.' },
  ]);
  await countSyllables(ctx);
  expect(await countsOf('men')).toEqual([]);
  expect(await countsOf('bong den')).toEqual([]);
});

test('a batch that was rolled back is counted by the next run', async () => {
  await approveCorpus(ctx, [{ key: 'den', text: 'Phòng đọc giả định có sáu ngọn đèn dầu cũ.' }]);
  const aborted = AbortSignal.abort(new Error('stopped'));
  await expect(countSyllables(ctx, { signal: aborted })).rejects.toThrow('stopped');
  await ctx.db.schema.alterTable('syllable_count').renameTo('syllable_count_away').execute();
  await expect(countSyllables(ctx)).rejects.toThrow();
  await ctx.db.schema.alterTable('syllable_count_away').renameTo('syllable_count').execute();
  expect(await countSyllables(ctx)).toBe(1);
  expect(await countsOf('den dau')).toEqual([{ first: 'đèn', second: 'dầu', count: 1 }]);
});

test('a replaced version that was withdrawn is taken out again', async () => {
  const importAndApprove = async (text: string) => {
    const results = await importDocuments(editor, {
      items: [await importItem({ key: 'thay-the', text, valid_from: '2021-05-05' })],
    });
    const versionIds = results.flatMap((result) => result.versionId ?? []);
    await approveVersions(approver, { versionIds });
    await countSyllables(ctx);
  };
  await importAndApprove('Kho giả định giữ ba chiếc ghế mây.');
  expect(await countsOf('ghe may')).toEqual([{ first: 'ghế', second: 'mây', count: 1 }]);
  await importAndApprove('Kho giả định giữ ba chiếc ghế tre.');
  expect(await countsOf('ghe may')).toEqual([]);
  expect(await countsOf('ghe tre')).toEqual([{ first: 'ghế', second: 'tre', count: 1 }]);
  // "giữ" stands in both; only one of them is in force.
  expect(await countsOf('giu ba')).toEqual([{ first: 'giữ', second: 'ba', count: 1 }]);
});

test.skipIf(!hasManyConnections)('two runs at once count nothing twice', async () => {
  await approveCorpus(ctx, [{ key: 'hai', text: 'Hành lang giả định treo bảy bức tranh lụa.' }]);
  await Promise.all([countSyllables(ctx), countSyllables(ctx)]);
  expect(await countsOf('tranh lua')).toEqual([{ first: 'tranh', second: 'lụa', count: 1 }]);
});

test('a query of 5,000 words is answered', async () => {
  const { restored } = await restoreQuery(ctx, 'qua dia cau '.repeat(1700));
  expect(restored).toBe(5100);
});

test('rows of one key are read as forms and followers', () => {
  const counts = countsFromRows([
    { key: 'mit', first: 'mít', second: '', count: 3 },
    { key: 'go mit', first: 'gỗ', second: 'mít', count: 2 },
  ]);
  expect([...counts.forms('mit')]).toEqual([['mít', 3]]);
  expect([...counts.followers('gỗ')]).toEqual([['mít', 2]]);
  expect(counts.followed('mít')).toBe(3);
  expect(counts.followed('gỗ')).toBe(0);
});
