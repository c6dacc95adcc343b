import { expect, test } from 'vitest';
import {
  checkImport,
  listImports,
  prepareRows,
  proposeMapping,
  readFileText,
  readImport,
  readTable,
  startImport,
  storeImport,
} from '#posts/index.ts';
import type { Context } from '../../src/context.ts';
import { actAs, createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();
const triager = await actAs(ctx, 'triager', ['triager']);
let made = 0;

/** A table of invented posts; two rows are the same text and two are refused. */
function tableOf(rows: number): string {
  made += 1;
  const lines = Array.from({ length: rows }, (_, index) => {
    const number = index === rows - 1 ? 0 : index;
    const day = index === 1 ? '31/02/2026' : '22/11/2026 08:30';
    const words = index === 2 ? '' : `Tệp ${made}, bài giả định số ${number}, gọi 0912 345 678.`;
    return `"${words}",Bạn Đọc Giả Định,${day}`;
  });
  return ['Nội dung,Người đăng,Thời gian', ...lines].join('\n');
}

async function read(raw: string) {
  const text = readFileText(new TextEncoder().encode(raw));
  const file = readTable(text, 10_000);
  const proposed = proposeMapping(file.columns);
  const settings = { mapping: { ...proposed, text: proposed.text ?? 0 }, platform: 'forum' };
  return { fileName: 'bai-dang.csv', text, settings, prepared: await prepareRows(file, settings) };
}

async function countSubmissions(importId: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom('submission')
    .select('id')
    .where('import_id', '=', importId)
    .execute();
  return rows.length;
}

test('a dry run tells what the import then does, and stores nothing', async () => {
  const input = await read(tableOf(250));
  const count = async () =>
    Promise.all(
      (['post', 'submission', 'post_import', 'audit_event'] as const).map(async (table) => {
        const { rows } = await ctx.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('rows'))
          .executeTakeFirstOrThrow();
        return rows;
      }),
    );
  const before = await count();
  const forecast = await checkImport(triager, input);
  expect(await count()).toEqual(before);
  expect(forecast).toEqual({ rows: 250, fresh: 247, duplicates: 1, repeated: 0, refused: 2 });
  const { importId } = await startImport(triager, input);
  await storeImport(ctx, importId);
  expect(await readImport(triager, importId)).toMatchObject({
    state: 'STORED',
    rows: 250,
    stored: 247,
    duplicates: 1,
    repeated: 0,
    refused: 2,
    posts: 247,
    analysed: 0,
    refusals: [
      { row: 3, code: 'posted_at' },
      { row: 4, code: 'text_missing' },
    ],
  });
  expect(await countSubmissions(importId)).toBe(248);
});

test('what is stored, even on its way, says nothing of who wrote it', async () => {
  const raw = tableOf(30).replaceAll('Tệp', 'Viết cho @nguoi_ban_gia nhé');
  const input = { ...(await read(raw)), fileName: 'C:\\tai\\bai của 0912 345 678.csv' };
  const { importId } = await startImport(triager, input);
  const everything = async () =>
    JSON.stringify([
      await ctx.db.selectFrom('post_import').selectAll().where('id', '=', importId).execute(),
      await ctx.db
        .selectFrom('post_import_batch')
        .selectAll()
        .where('import_id', '=', importId)
        .execute(),
      await ctx.db
        .selectFrom('audit_event')
        .selectAll()
        .where('entity_id', '=', importId)
        .execute(),
    ]);
  const waiting = await everything();
  expect(waiting).toContain('bài giả định số');
  for (const trace of ['0912', 'nguoi_ban_gia', 'Bạn Đọc Giả Định']) {
    expect(waiting).not.toContain(trace);
  }
  await storeImport(ctx, importId);
  expect(await everything()).not.toContain('bài giả định số');
});

test('killed between two batches, it goes on where it was and counts nothing twice', async () => {
  const input = await read(tableOf(350));
  const { importId } = await startImport(triager, input);
  const killed = new AbortController();
  const stopped = storeImport(ctx, importId, {
    signal: killed.signal,
    onBatch: () => killed.abort(),
  });
  await expect(stopped).rejects.toThrow();
  const half = await readImport(triager, importId);
  expect(half).toMatchObject({ state: 'STORING', finishedAt: null });
  expect(half.stored + half.duplicates).toBe(await countSubmissions(importId));
  expect(half.stored).toBeGreaterThan(0);
  expect(half.stored).toBeLessThan(347);
  // Whoever sends the file again meets the same import.
  expect(await startImport(triager, input)).toEqual({ importId, resumed: true });
  await storeImport(ctx, importId);
  await storeImport(ctx, importId);
  expect(await readImport(triager, importId)).toMatchObject({
    state: 'STORED',
    stored: 347,
    duplicates: 1,
  });
  expect(await countSubmissions(importId)).toBe(348);
  const trail = await ctx.db
    .selectFrom('audit_event')
    .select(['action', 'actor_name'])
    .where('entity_id', '=', importId)
    .orderBy('seq')
    .execute();
  expect(trail).toEqual([
    { action: 'import.started', actor_name: triager.actor.name },
    { action: 'import.finished', actor_name: triager.actor.name },
  ]);
});

test('the same file again, saved otherwise and mapped better, counts only the rows that were refused', async () => {
  const raw = tableOf(40);
  const first = await startImport(triager, await read(raw));
  await storeImport(ctx, first.importId);
  const again = await read(`\uFEFF${raw.replaceAll('\n', '\r\n')}`);
  const mapping = { ...again.settings.mapping, posted_at: null };
  const settings = { ...again.settings, mapping };
  const file = readTable(again.text, 10_000);
  const better = { ...again, settings, prepared: await prepareRows(file, settings) };
  expect(await checkImport(triager, better)).toEqual({
    rows: 40,
    fresh: 1,
    duplicates: 0,
    repeated: 38,
    refused: 1,
  });
  const second = await startImport(triager, better);
  expect(second.importId).not.toBe(first.importId);
  await storeImport(ctx, second.importId);
  expect(await readImport(triager, second.importId)).toMatchObject({
    stored: 1,
    duplicates: 0,
    repeated: 38,
    refused: 1,
  });
});

test('two workers at one import share it and count each row once', async () => {
  const { importId } = await startImport(triager, await read(tableOf(450)));
  const both = Array.from({ length: hasManyConnections ? 3 : 2 }, () => storeImport(ctx, importId));
  await Promise.all(both);
  expect(await countSubmissions(importId)).toBe(448);
  expect(await readImport(triager, importId)).toMatchObject({ stored: 447, duplicates: 1 });
});

test('a file of which nothing can be imported ends at once', async () => {
  const { importId } = await startImport(triager, await read('text\n"\u200b"\n" \u200b"'));
  await storeImport(ctx, importId);
  expect(await readImport(triager, importId)).toMatchObject({
    state: 'STORED',
    refused: 2,
    posts: 0,
  });
});

test('an import is seen by whoever made it, by triagers and by admins', async () => {
  const drafter = await actAs(ctx, 'drafter', ['drafter']);
  const other = await actAs(ctx, 'drafter', ['drafter']);
  const admin = await actAs(ctx, 'admin', ['admin']);
  const { importId } = await startImport(drafter, await read(tableOf(5)));
  const sees = async (who: Context) => {
    const { items } = await listImports(who, { limit: 100 });
    const listed = items.some(({ id }) => id === importId);
    const opened = await readImport(who, importId).then(
      () => true,
      () => false,
    );
    return [listed, opened];
  };
  expect(await sees(drafter)).toEqual([true, true]);
  expect(await sees(triager)).toEqual([true, true]);
  expect(await sees(admin)).toEqual([true, true]);
  expect(await sees(other)).toEqual([false, false]);
});

test('the list is read page by page', async () => {
  const first = await listImports(triager, { limit: 2 });
  const second = await listImports(triager, { limit: 2, cursor: first.nextCursor });
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect(new Set(ids).size).toBe(4);
});
