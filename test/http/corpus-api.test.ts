import { Document, Packer, Paragraph } from 'docx';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { importDocuments } from '#corpus/index.ts';
import { readItems } from '#corpus/import/read-items.ts';
import { issueKey } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { createApp } from '#http/app.ts';
import type { HttpEnv } from '#http/env.ts';
import { silentLog } from '#platform/log.ts';
import { importItem } from '../support/corpus.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, leaseMs, problemIn, sender } from './client.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const editorCtx = await actAs(ctx, 'editor', ['corpus_editor']);
const editor = (await issueKey(ctx, { userName: editorCtx.actor.name, label: 'test' })).key;
const approver = await keyOf(ctx, 'corpus_approver');
const both = await keyOf(ctx, 'corpus_editor', 'corpus_approver');
const reader = await keyOf(ctx, 'auditor');

interface Imported {
  readonly dry_run: boolean;
  readonly items: ReadonlyArray<{
    readonly key: string | null;
    readonly change: string | null;
    readonly version_id: string | null;
    readonly proposals: ReadonlyArray<{ readonly field: string; readonly value: string }>;
    readonly error: { readonly field: string; readonly code: string } | null;
  }>;
  readonly warnings: readonly string[];
}
interface Version {
  readonly revision: number;
  readonly document: { readonly id: string };
  readonly standing: { readonly state: string };
}

const path = (id: string, rest = ''): string => `/v1/corpus/versions/${id}${rest}`;
const text = (what: string): string => `Thư viện giả định nói về ${what}, một văn bản giả định.`;

async function draft(key: string, more: object = {}): Promise<string> {
  const items = [await importItem({ key, text: text(newId()), ...more })];
  const [result] = await importDocuments(editorCtx, { items });
  return result?.versionId as string;
}
const approve = (id: string, key = approver, revision = 1) =>
  send('POST', path(id, '/approve'), { key, json: { revision } });
const versionOf = async (id: string): Promise<Version> =>
  (await send<Version>('GET', path(id), { key: reader })).body;

async function makeDocx(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const children = lines.map((line) => new Paragraph(line));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe('documents as JSON', () => {
  const rows = [
    { key: 'gio', title: 'Giờ mở cửa', text: text('giờ'), language: 'vi' },
    { key: 'sach', title: 'Sách', text: text('sách'), language: 'vi', topics: ['thư viện'] },
  ];

  test('are checked, stored once and told apart by row', async () => {
    const post = (documents: unknown[], dry_run = false) =>
      send<Imported>('POST', '/v1/corpus/documents', { key: editor, json: { documents, dry_run } });
    const dry = await post(rows, true);
    expect(dry.body.items.map((row) => [row.key, row.change, row.version_id])).toEqual([
      ['gio', 'created', null],
      ['sach', 'created', null],
    ]);
    const reversed = {
      ...{ key: 'nguoc', title: 'Ngược', text: text('ngày'), language: 'vi' },
      ...{ valid_from: '2026-02-01', valid_to: '2026-01-01' },
    };
    const lost = { ...reversed, key: 'lac', valid_to: null, supersedes: ['khong-co'] };
    const { status, body } = await post([reversed, ...rows, rows[0], lost]);
    expect(status).toBe(200);
    expect(body.items.map((row) => [row.change, row.error?.field ?? null])).toEqual([
      [null, 'valid_to'],
      ['created', null],
      ['created', null],
      [null, 'key'],
      [null, 'supersedes'],
    ]);
    const again = await post(rows);
    expect(again.body.items.map((row) => row.change)).toEqual(['unchanged', 'unchanged']);
  });

  test('one that supersedes another further down waits for it', async () => {
    const next = {
      key: 'moi',
      title: 'Mới',
      text: text('mới'),
      language: 'vi',
      supersedes: ['cu'],
    };
    const old = { key: 'cu', title: 'Cũ', text: text('cũ'), language: 'vi' };
    const bad = { ...old, key: 'hong', valid_from: '2026-01-01', valid_to: '2025-01-01' };
    const json = { documents: [next, bad, old] };
    const { body } = await send<Imported>('POST', '/v1/corpus/documents', { key: editor, json });
    expect(body.items.map((row) => row.change)).toEqual(['created', null, 'created']);
  });

  test.each([
    [
      '201 of them',
      Array.from({ length: 201 }, (_, at) => ({ ...rows[0], key: `k${at}` })),
      'documents',
    ],
    ['none', [], 'documents'],
    ['an unknown field', [{ ...rows[0], author: 'x' }], 'documents[0].author'],
    ['a kind that is none', [{ ...rows[0], kind: 'rumour' }], 'documents[0].kind'],
    ['a day that is none', [{ ...rows[0], valid_from: '2026-02-30' }], 'documents[0].valid_from'],
  ])('%s are refused by name, and nothing is stored', async (_what, documents, field) => {
    const json = { documents };
    const answer = await send('POST', '/v1/corpus/documents', { key: editor, json });
    expect(problemIn(answer)).toMatchObject({ status: 400, field });
  });
});

describe('a file', () => {
  const upload = (name: string, raw: Uint8Array<ArrayBuffer> | string, query = '', headers = {}) =>
    send<Imported>('POST', `/v1/corpus/files?file_name=${encodeURIComponent(name)}${query}`, {
      key: editor,
      raw,
      headers: { 'Content-Type': 'application/octet-stream', ...headers },
    });
  const lines = [
    'Số: 12/2024/QĐ-GĐ',
    'QUYẾT ĐỊNH',
    'Về giờ mở cửa của thư viện giả định',
    text('giờ mở cửa'),
  ];

  test('is read, proposed about and kept; a dry run stores nothing', async () => {
    const bytes = await makeDocx(lines);
    const dry = await upload('quyet-dinh.docx', bytes, '&dry_run=true');
    expect(dry.body).toMatchObject({
      dry_run: true,
      items: [{ change: 'created', version_id: null }],
    });
    const { body } = await upload('quyet-dinh.docx', bytes, '&topic=a&topic=b&citable=false');
    const [row] = body.items;
    expect(row).toMatchObject({ key: 'quyet-dinh.docx', change: 'created', error: null });
    expect(row?.proposals).toContainEqual(
      expect.objectContaining({ field: 'number', value: '12/2024/QĐ-GĐ' }),
    );
    const id = row?.version_id as string;
    expect(await versionOf(id)).toMatchObject({
      metadata: { number: null, topics: ['a', 'b'], citable: false },
      source: { name: 'quyet-dinh.docx', file: { byte_length: bytes.length } },
    });
    const source = await appOver(ctx).request(path(id, '/source'), {
      headers: { Authorization: `Bearer ${reader}` },
    });
    expect(new Uint8Array(await source.arrayBuffer())).toEqual(bytes);
    expect(source.headers.get('Content-Type')).toMatch(/wordprocessingml/);
    expect(source.headers.get('Content-Disposition')).toBe(
      "attachment; filename*=UTF-8''quyet-dinh.docx",
    );
    expect(source.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('gives its proposals when the editor says so', async () => {
    const bytes = await makeDocx([...lines, text('phụ lục')]);
    const { body } = await upload('nhan.docx', bytes, '&accept_proposals=true&issuer=Thư viện');
    expect(body.items[0]?.proposals).toEqual([]);
    expect(await versionOf(body.items[0]?.version_id as string)).toMatchObject({
      metadata: { number: '12/2024/QĐ-GĐ', issuer: 'Thư viện' },
      proposals: [],
    });
  });

  test('of many rows names the wrong ones', async () => {
    const csv = `key,title,text\nmot,Một,"${text('một')}"\nhai,Hai,\n`;
    const { body } = await upload('bang.csv', csv);
    expect(body.items).toMatchObject([
      { key: 'mot', change: 'created', error: null },
      { key: null, error: { code: 'validation' } },
    ]);
  });

  test.each([
    ['a damaged one', 'hong.pdf', '%PDF-1.7 hỏng', 400],
    ['an unknown format', 'bai.xyz', 'a', 400],
    ['nothing', 'rong.txt', '', 400],
    ['a form', 'bai.txt', 'a=1', 400],
    ['an archive named as text', 'gia.txt', 'PK\u0003\u0004aaaa', 400],
  ])('%s is refused', async (what, name, raw, status) => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const problem = problemIn(await upload(name, raw, '', what === 'a form' ? type : {}));
    expect(problem.status).toBe(status);
    expect(problem.remedy).toBeTruthy();
  });

  test('of 70 MB is refused before it is read, one of 3 MB is not', async () => {
    const big = await upload('to.txt', new Uint8Array(70_000_000));
    expect(problemIn(big)).toMatchObject({ status: 413, field: 'body' });
    const words = `${text('dài')}\n`.repeat(45_000);
    const { status, body } = await upload('dai.txt', words, '&language=vi&title=Dài&dry_run=true');
    expect([status, body.items[0]?.error]).toEqual([200, null]);
  });

  test('is refused with 503 where files cannot be read', async () => {
    const app = createApp({
      version: '0',
      log: silentLog,
      openContext: async () => ({ ctx: { leaseMs, ...ctx }, close: async () => {} }),
      docsFiles: null,
      ui: new Hono<HttpEnv>(),
    });
    const answer = await sender(app)('POST', '/v1/corpus/files?file_name=a.txt', {
      key: editor,
      raw: text('đâu đó'),
    });
    expect(problemIn(answer)).toMatchObject({ status: 503 });
    expect(
      (await readItems(new TextEncoder().encode(text('đâu')), { fileName: 'a.txt' })).errors,
    ).toEqual([]);
  });
});

describe('a version', () => {
  test('is edited with its revision, approved by another person, and compared', async () => {
    const first = await draft('doi', { valid_from: '2020-01-01', text: text('tám giờ') });
    const edit = (json: object, key = both) => send('PATCH', path(first), { key, json });
    const stale = problemIn(await edit({ revision: 2, changes: { number: '1' } }));
    expect(stale).toMatchObject({ status: 409, field: 'revision' });
    expect(problemIn(await edit({ revision: 1 }))).toMatchObject({ status: 400, field: 'changes' });
    const none = problemIn(await edit({ revision: 1, accept: ['number'] }));
    expect(none).toMatchObject({ status: 400, field: 'accept' });
    const unknown = problemIn(await edit({ revision: 1, changes: { text: 'x' } }));
    expect(unknown).toMatchObject({ status: 400, field: 'changes.text' });
    expect((await edit({ revision: 1, changes: { number: '7/2020' } })).body).toEqual({
      revision: 2,
    });
    // Read before somebody changed it.
    expect(problemIn(await approve(first))).toMatchObject({ status: 409, field: 'revision' });
    expect(problemIn(await approve(first, both, 2)).status).toBe(409);
    expect((await approve(first, approver, 2)).status).toBe(204);
    expect(problemIn(await approve(first, approver, 2)).status).toBe(409);
    expect(problemIn(await edit({ revision: 2, changes: { number: '8' } })).status).toBe(409);

    const second = await draft('doi', { valid_from: '2024-01-01', text: text('chín giờ') });
    const diff = await send('GET', path(second, '/diff'), { key: reader });
    expect(diff.body).toMatchObject({ before: first, after: second, counts: { reworded: 1 } });
    expect(JSON.stringify(diff.body)).toContain('{"kind":"removed","text":"tám"}');
    const lost = problemIn(await send('GET', path(first, '/diff'), { key: reader }));
    expect(lost).toMatchObject({ status: 404, field: 'against' });
    await approve(second);
    const { document } = await versionOf(first);
    const read = await send('GET', `/v1/corpus/documents/${document.id}`, { key: reader });
    expect(read.body).toMatchObject({
      key: 'doi',
      versions: [
        { number: 2, standing: { state: 'in_force' } },
        { number: 1, standing: { state: 'superseded' }, successor: { id: second, number: 2 } },
      ],
    });
    const passages = await send('GET', path(second, '/passages?limit=1'), { key: reader });
    expect(passages.body).toMatchObject({ items: [{ ordinal: 0, start: 0 }], next_from: null });
  });

  test('is verified, withdrawn with a reason, once, and not before it began', async () => {
    const id = await draft('rut', { valid_from: '2020-01-01' });
    const post = (what: string, json: object, key = approver) =>
      send('POST', path(id, what), { key, json });
    expect(problemIn(await post('/withdraw', { reason: 'Thử.' }))).toMatchObject({ status: 409 });
    await approve(id);
    const verify = (recheck_by: string | null) => post('/verify', { recheck_by }, editor);
    expect(problemIn(await verify('2020-01-01'))).toMatchObject({
      status: 400,
      field: 'recheck_by',
    });
    expect((await verify('2090-01-01')).status).toBe(204);
    const early = problemIn(await post('/withdraw', { reason: 'Thử.', from: '2019-12-31' }));
    expect(early).toMatchObject({ status: 400, field: 'from' });
    expect(problemIn(await post('/withdraw', { reason: ' ' })).field).toBe('reason');
    expect((await post('/withdraw', { reason: 'Cơ quan giả định thu hồi.' })).status).toBe(204);
    expect((await versionOf(id)).standing.state).toBe('withdrawn');
    expect(problemIn(await post('/withdraw', { reason: 'Lần nữa.' })).status).toBe(409);
    expect(problemIn(await post('/discard', { reason: 'Thử.' }, editor)).status).toBe(409);
  });

  test('that is a draft is discarded', async () => {
    const id = await draft('bo');
    const discard = () =>
      send('POST', path(id, '/discard'), { key: editor, json: { reason: 'Trùng.' } });
    expect((await discard()).status).toBe(204);
    expect(problemIn(await discard())).toMatchObject({ status: 409, field: 'version' });
    expect((await versionOf(id)).standing.state).toBe('discarded');
  });

  test.each([
    ['GET', '', undefined],
    ['GET', '/passages', undefined],
    ['GET', '/source', undefined],
    ['GET', `/diff?against=${newId()}`, undefined],
    ['PATCH', '', { revision: 1, changes: { number: '1' } }],
    ['POST', '/approve', { revision: 1 }],
    ['POST', '/withdraw', { reason: 'Thử.' }],
    ['POST', '/discard', { reason: 'Thử.' }],
    ['POST', '/verify', { recheck_by: null }],
  ])('%s %s of one that is not there is 404', async (method, rest, json) => {
    const call = { key: both, ...(json === undefined ? {} : { json }) };
    expect(problemIn(await send(method, path(newId(), rest), call)).status).toBe(404);
  });
});

describe('many versions', () => {
  const bulk = (versions: object[], dry_run = false) =>
    send<{ items: Array<{ id: string; approved: boolean; error: { field: string } | null }> }>(
      'POST',
      '/v1/corpus/approvals',
      { key: approver, json: { versions, dry_run } },
    );

  test('are approved where nothing stands against it, after a dry run that keeps nothing', async () => {
    const [good, stale, gone] = [await draft('nhieu-1'), await draft('nhieu-2'), newId()];
    const circle = [
      await importItem({ key: 'vong-1', text: text('một'), supersedes: ['vong-2'] }),
      await importItem({ key: 'vong-2', text: text('hai'), supersedes: ['vong-1'] }),
    ];
    const ids = (await importDocuments(editorCtx, { items: circle })).map((one) => one.versionId);
    const versions = [
      { id: good, revision: 1 },
      { id: stale, revision: 5 },
      { id: gone, revision: 1 },
      ...ids.map((id) => ({ id: id as string, revision: 1 })),
    ];
    const expected = [null, 'revision', 'version', 'supersedes', 'supersedes'];
    const dry = await bulk(versions, true);
    expect(dry.body.items.map(({ error }) => error?.field ?? null)).toEqual(expected);
    expect((await versionOf(good)).standing.state).toBe('draft');
    const { status, body } = await bulk(versions);
    expect(status).toBe(200);
    expect(body.items.map(({ id, approved }) => [id, approved])).toEqual(
      versions.map(({ id }) => [id, id === good]),
    );
    expect(body.items.map(({ error }) => error?.field ?? null)).toEqual(expected);
  });
});

describe('the list', () => {
  test.each([
    ['state=draft&text=LỌC', ['loc-nhap']],
    ['topic=lọc&state=in_force', ['loc-hieu-luc']],
    ['pillar=people&text=loc-', ['loc-nhap']],
    ['language=en&text=loc-', []],
  ])('is narrowed by %s', async (query, keys) => {
    if (
      (await send<{ items: object[] }>('GET', '/v1/corpus/documents?text=loc-', { key: reader }))
        .body.items.length === 0
    ) {
      await draft('loc-nhap', { title: 'Để lọc', pillar: 'people' });
      await approve(await draft('loc-hieu-luc', { topics: ['lọc'] }));
    }
    const found = await send<{ items: Array<{ key: string }> }>(
      'GET',
      `/v1/corpus/documents?${encodeURI(query)}`,
      { key: reader },
    );
    expect(found.body.items.map(({ key }) => key)).toEqual(keys);
  });

  test.each(['state=gone', 'pillar=x', 'topic=', 'text='])('refuses %s', async (query) => {
    const answer = await send('GET', `/v1/corpus/documents?${query}`, { key: reader });
    expect(problemIn(answer)).toMatchObject({ status: 400, field: query.split('=')[0] });
  });
});
