import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkCorpusJob, importDocuments } from '#corpus/index.ts';
import { startWorkers } from '#jobs/index.ts';
import { newId } from '#platform/ids.ts';
import { verifyVersions, withdrawVersions } from '#standing/index.ts';
import { checkCorpus, corpusHealth, dismissFinding, listFindings } from '#upkeep/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, importItem } from '../support/corpus.ts';
import { appOver, keyOf, problemIn, sender } from '../http/client.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const opening =
  'Mỗi bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.';
const rules = [
  'Phòng đọc của bảo tàng giả định mở cửa từ thứ hai đến thứ bảy cho người có thẻ.',
  'Người đọc giữ yên lặng, không mang đồ ăn vào phòng và trả sách về đúng giá khi ra về.',
  'Ai làm hỏng sách thì báo cho thủ thư của bảo tàng giả định để ghi vào sổ theo dõi.',
].join(' ');
/** Enough for a second batch, and none like another. */
const fillers = Array.from(
  { length: 80 },
  (_, index) =>
    `Bản tin giả định số ${index} kể chuyện w${index}a w${index}b w${index}c w${index}d.`,
);
const documents = [
  { key: 'noi-quy', title: 'Thư viện giả định: mượn sách', text: opening, topics: ['thư viện'] },
  {
    key: 'hoi-dap',
    title: 'Hỏi đáp về mượn sách của thư viện giả định',
    text: `Ai cũng có thể hỏi thủ thư.\n\n${opening.replace('5 cuốn', '3 cuốn')}`,
    topics: ['thư viện', 'hỏi đáp'],
  },
  { key: 'phong-doc', title: 'Nội quy phòng đọc bảo tàng giả định', text: rules, citable: false },
  { key: 'so-tay', title: 'Sổ tay bảo tàng giả định', text: rules.replace('thứ bảy', 'thứ sáu') },
  { key: 'sap-het', text: 'Quy định giả định này sắp hết hiệu lực.', valid_to: '2026-12-22' },
];

const now = new Date('2026-11-22T05:00:00Z');
const started = await createTestContext();
const ctx: Context = { ...started, clock: () => now };
let editor: Context;
let approver: Context;
let versionOf: Map<string, string>;

beforeAll(async () => {
  const versionIds = await approveCorpus(ctx, [
    ...documents,
    ...fillers.map((text, index) => ({ key: `ban-tin-${index}`, text })),
  ]);
  versionOf = new Map(versionIds.map((id, index) => [documents[index]?.key ?? '', id]));
  editor = await actAs(ctx, 'editor', ['corpus_editor']);
  approver = await actAs(ctx, 'approver', ['corpus_approver']);
});

async function found(asOf?: string) {
  const { items } = await listFindings(ctx, { limit: 50, ...(asOf === undefined ? {} : { asOf }) });
  return items;
}

async function checkedCount(): Promise<number> {
  const rows = await ctx.db.selectFrom('passage_checked').select('passage_id').execute();
  return rows.length;
}

describe('the check', () => {
  test('goes on where it was stopped', async () => {
    const stop = new AbortController();
    let stores = 0;
    const stopped: Context = {
      ...ctx,
      // The time is asked for once at the start and once by each batch that is stored.
      clock: () => {
        stores += 1;
        if (stores === 2) stop.abort(new Error('stopped'));
        return now;
      },
    };
    await expect(checkCorpus(stopped, { signal: stop.signal })).rejects.toThrow('stopped');
    expect(await checkedCount()).toBe(64);
    const rest = await checkCorpus(ctx);
    expect(rest.passages).toBeGreaterThan(0);
    expect(await checkedCount()).toBe(64 + rest.passages);
  });

  test('finds each pair once, and nothing the second time', async () => {
    const findings = await found();
    expect(findings.map(({ kind, left, right }) => [kind, left.key, right.key]).toSorted()).toEqual(
      [
        ['contradiction', 'noi-quy', 'hoi-dap'],
        ['near_duplicate', 'phong-doc', 'so-tay'],
      ],
    );
    expect(await checkCorpus(ctx)).toEqual({ passages: 0, nearDuplicates: 0, contradictions: 0 });
    await ctx.db.deleteFrom('passage_checked').execute();
    const again = await checkCorpus(ctx);
    expect(again).toMatchObject({ nearDuplicates: 0, contradictions: 0 });
    expect(await found()).toEqual(findings);
  });

  test('says where two passages contradict one another', async () => {
    const [contradiction] = (await found()).filter(({ kind }) => kind === 'contradiction');
    expect(contradiction?.conflicts).toHaveLength(1);
    const [conflict] = contradiction?.conflicts ?? [];
    expect(conflict?.kind).toBe('number');
    for (const side of ['left', 'right'] as const) {
      const text = Array.from(contradiction?.[side].text ?? '');
      const { start = 0, end = 0, text: quoted } = conflict?.[side] ?? {};
      expect(text.slice(start, end).join('')).toBe(quoted);
    }
    expect(conflict?.left.text).toContain('5');
    expect(conflict?.right.text).toContain('3');
    expect(contradiction?.score).toBeGreaterThan(0.6);
  });

  test('two at once store nothing twice', async () => {
    await ctx.db.deleteFrom('passage_checked').execute();
    await Promise.all([checkCorpus(ctx), checkCorpus(ctx)]);
    expect(await found()).toHaveLength(2);
  });
});

describe('health', () => {
  test('a version is stale from the day after its recheck_by', async () => {
    const id = versionOf.get('noi-quy') ?? '';
    await verifyVersions(approver, { versionIds: [id], recheckBy: '2026-12-01' });
    const on = async (asOf: string) => (await corpusHealth(ctx, { asOf })).stale;
    expect(await on('2026-12-01')).toEqual({ total: 0, items: [] });
    const stale = await on('2026-12-02');
    expect(stale.total).toBe(1);
    expect(stale.items[0]).toMatchObject({
      versionId: id,
      versionNumber: 1,
      key: 'noi-quy',
      recheckBy: '2026-12-01',
      verifiedAt: now,
    });
  });

  test('without a recheck_by a version is to be verified after 365 days', async () => {
    const on = async (asOf: string) => (await corpusHealth(ctx, { asOf, limit: 3 })).unverified;
    // Approved, and so verified, when it was really imported: at the clock of the test.
    expect((await on('2027-11-21')).total).toBe(0);
    const unverified = await on('2027-11-22');
    // All but the one with a recheck_by and the one that ended.
    expect(unverified.total).toBe(documents.length + fillers.length - 2);
    expect(unverified.items).toHaveLength(3);
  });

  test('tells what ends within 30 days', async () => {
    const on = async (asOf: string) =>
      (await corpusHealth(ctx, { asOf })).endingSoon.items.map(({ key, endsOn }) => [key, endsOn]);
    expect(await on('2026-11-21')).toEqual([]);
    expect(await on('2026-11-22')).toEqual([['sap-het', '2026-12-22']]);
    expect(await on('2026-12-21')).toEqual([['sap-het', '2026-12-22']]);
    expect(await on('2026-12-22')).toEqual([]);
  });

  test('counts what each topic and pillar has', async () => {
    const { topics, pillars } = await corpusHealth(ctx);
    expect(topics.map((row) => row.topic)).toEqual(['hỏi đáp', 'thư viện', null]);
    expect(topics[1]).toEqual({
      topic: 'thư viện',
      documents: 2,
      versionsInForce: 2,
      citable: 2,
      internal: 0,
      passages: 2,
      languages: ['vi'],
      lastVerifiedAt: now,
    });
    expect(topics[2]).toMatchObject({ documents: fillers.length + 3, internal: 1 });
    expect(pillars).toHaveLength(1);
    const later = await corpusHealth(ctx, { asOf: '2019-12-31' });
    expect(later.topics[1]).toMatchObject({
      documents: 2,
      versionsInForce: 0,
      passages: 0,
      languages: [],
      lastVerifiedAt: null,
    });
  });

  test('tells how many drafts wait and since when', async () => {
    expect((await corpusHealth(ctx)).drafts).toEqual({ count: 0, oldestAt: null });
    await importDocuments(editor, {
      items: [await importItem({ key: 'nhap', text: 'Bản nháp giả định.' })],
    });
    expect((await corpusHealth(ctx)).drafts).toEqual({ count: 1, oldestAt: now });
  });

  test.each(['2026-02-30', '22/11/2026', '', '0000-01-01', "' or 1=1"])(
    'refuses the day %j',
    async (asOf) => {
      for (const read of [corpusHealth(ctx, { asOf }), listFindings(ctx, { asOf, limit: 1 })]) {
        await expect(read).rejects.toMatchObject({ code: 'validation', field: 'as_of' });
      }
    },
  );
});

describe('findings', () => {
  test('come in pages and by kind', async () => {
    const first = await listFindings(ctx, { limit: 1 });
    const second = await listFindings(ctx, { limit: 1, cursor: first.nextCursor });
    expect(second.nextCursor).toBeNull();
    expect([...first.items, ...second.items]).toEqual(await found());
    const { items } = await listFindings(ctx, { kind: 'near_duplicate', limit: 50 });
    expect(items.map(({ kind }) => kind)).toEqual(['near_duplicate']);
  });

  test('one that is dismissed stays dismissed', async () => {
    const { items } = await listFindings(ctx, { kind: 'near_duplicate', limit: 1 });
    const findingId = items[0]?.id ?? '';
    for (const reason of ['', '  ', 'a\0b', 'a'.repeat(2001)]) {
      await expect(dismissFinding(editor, { findingId, reason })).rejects.toMatchObject({
        code: 'validation',
        field: 'reason',
      });
    }
    await dismissFinding(editor, { findingId, reason: 'Hai nơi cùng giữ một nội quy.' });
    await expect(dismissFinding(editor, { findingId, reason: 'Lần nữa.' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await ctx.db.deleteFrom('passage_checked').execute();
    await checkCorpus(ctx);
    expect((await found()).map(({ kind }) => kind)).toEqual(['contradiction']);
    expect((await corpusHealth(ctx)).findings).toEqual({ nearDuplicates: 0, contradictions: 1 });
    const audit = await ctx.db
      .selectFrom('audit_event')
      .select(['actor_id', 'entity_id'])
      .where('action', '=', 'finding.dismissed')
      .execute();
    expect(audit).toEqual([{ actor_id: editor.actor.userId, entity_id: findingId }]);
  });

  test('one that is not there, or nobody to dismiss it, is refused', async () => {
    const input = { findingId: newId(), reason: 'Không có.' };
    await expect(dismissFinding(editor, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(dismissFinding(ctx, input)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('one of a version that has ended is shown for the days before', async () => {
    await withdrawVersions(approver, {
      versionIds: [versionOf.get('hoi-dap') ?? ''],
      reason: 'Thay bằng bản khác.',
    });
    expect(await found()).toEqual([]);
    expect((await corpusHealth(ctx)).findings.contradictions).toBe(0);
    expect((await found('2026-11-21')).map(({ kind }) => kind)).toEqual(['contradiction']);
  });
});

test('the job checks what was approved once its vectors are there', async () => {
  await approveCorpus(ctx, [
    { key: 'lich-moi', title: 'Lịch của bảo tàng giả định', text: `Lịch mới.\n\n${rules}` },
  ]);
  await startWorkers(ctx, ctx.boss);
  await ctx.jobs.enqueue(ctx.db, checkCorpusJob, [{}]);
  const until = Date.now() + 15_000;
  while (Date.now() < until && (await found()).length === 0) await sleep(50);
  const keys = (await found()).map(({ left, right }) => [left.key, right.key]);
  expect(keys).toContainEqual(['phong-doc', 'lich-moi']);
});

describe('the API', () => {
  const send = sender(appOver(ctx));

  test('shows health, pages findings and dismisses one', async () => {
    const key = await keyOf(ctx, 'corpus_editor');
    const health = await send<{ findings: object; topics: object[] }>('GET', '/v1/corpus/health', {
      key,
    });
    expect(health.status).toBe(200);
    expect(health.body).toMatchObject({
      as_of: '2026-11-22',
      drafts: { count: 1, oldest_at: now.toISOString() },
      findings: { contradictions: 0 },
    });
    const query = 'kind=near_duplicate&limit=1&as_of=2026-11-22';
    const page = await send<{ items: Array<{ id: string; left: object }> }>(
      'GET',
      `/v1/corpus/findings?${query}`,
      { key },
    );
    expect(page.status).toBe(200);
    const [finding] = page.body.items;
    expect(finding).toMatchObject({ kind: 'near_duplicate', conflicts: [] });
    expect(Object.keys(finding?.left ?? {})).toContain('passage_id');
    const path = `/v1/corpus/findings/${finding?.id}/dismiss`;
    const json = { reason: 'Cùng một nội quy.' };
    expect((await send('POST', path, { key, json })).status).toBe(204);
    expect(problemIn(await send('POST', path, { key, json })).status).toBe(409);
    const unknown = `/v1/corpus/findings/${newId()}/dismiss`;
    expect(problemIn(await send('POST', unknown, { key, json })).status).toBe(404);
  });

  test.each(['as_of=2026-02-30', 'kind=other', 'cursor=x', 'author=1'])(
    'refuses %s',
    async (query) => {
      const key = await keyOf(ctx, 'corpus_editor');
      const problem = problemIn(await send('GET', `/v1/corpus/findings?${query}`, { key }));
      expect(problem).toMatchObject({ status: 400, field: query.split('=')[0] });
    },
  );
});
