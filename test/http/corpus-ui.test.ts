import { describe, expect, test } from 'vitest';
import { editDraftVersion, importDocuments, readVersion } from '#corpus/index.ts';
import { readItems } from '#corpus/import/read-items.ts';
import type { Role } from '#db/roles.ts';
import { createApp } from '#http/app.ts';
import { createUi } from '#http/ui/index.ts';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { newId } from '#platform/ids.ts';
import { silentLog } from '#platform/log.ts';
import { approveVersions } from '#standing/index.ts';
import { checkCorpus } from '#upkeep/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, importItem, invented } from '../support/corpus.ts';
import { drawPdf } from '../support/pdf-file.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
const [handbookId = ''] = await approveCorpus(ctx, [
  { ...invented, number: '01/ST-TVGĐ', issuer: 'Thư viện giả định', topics: ['thư viện'] },
]);
const app = createApp({
  version: '0.0.0-test',
  log: silentLog,
  openContext: async () => ({ ctx: { ...ctx, leaseMs: 60_000 }, close: async () => {} }),
  docsFiles: null,
  readItems,
  ui: createUi(),
});

interface Person {
  readonly acting: Context;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, form: Readonly<Record<string, string | File>>) => Promise<Answer>;
}
interface Answer {
  readonly status: number;
  readonly html: string;
  readonly location: string;
}

async function person(...roles: Role[]): Promise<Person> {
  const acting = await actAs(ctx, roles.join('-'), roles);
  const cookie = await sessionCookieOf(ctx, acting.actor);
  const headers = { Accept: 'text/html', Host: 'localhost', Cookie: cookie };
  const read = async (response: Response): Promise<Answer> => ({
    status: response.status,
    html: await response.text(),
    location: response.headers.get('Location') ?? '',
  });
  return {
    acting,
    get: async (path) => read(await app.request(path, { headers })),
    post: async (path, form) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(form)) body.set(name, value);
      const sent = { ...headers, Origin: 'http://localhost' };
      return read(await app.request(path, { method: 'POST', headers: sent, body }));
    },
  };
}

const editor = await person('corpus_editor');
const approver = await person('corpus_approver');
const auditor = await person('auditor');

async function draft(by: Context, more: Partial<Parameters<typeof importItem>[0]> = {}) {
  const key = `ban-${newId()}`;
  const text = `Điều 1. Bản nháp\n\nVăn bản giả định ${key}.`;
  const items = [await importItem({ key, text, ...more })];
  const [result] = await importDocuments(by, { items });
  return `/corpus/versions/${result?.versionId ?? ''}`;
}

const idIn = (path: string): string => path.split('/').at(-1) ?? '';
const revisionOf = async (path: string): Promise<string> =>
  String((await readVersion(ctx, idIn(path))).revision);

async function handbookDocument(): Promise<string> {
  return (await readVersion(ctx, handbookId)).document_id;
}

describe('a quoted place', () => {
  const quote = 'tối đa 5 cuốn sách';

  test('is marked on the page of its version, across passages too, with validity above it', async () => {
    const { canonical_text: text, passages } = await readVersion(ctx, handbookId);
    const from = text.indexOf(quote);
    const path = `/corpus/versions/${handbookId}`;
    const { html } = await auditor.get(`${path}?from=${from}&to=${from + quote.length}`);
    expect(html).toContain(`<mark class="quote" id="quote">${quote}</mark>`);
    expect(html.match(/<mark/g)).toHaveLength(1);
    expect(html.indexOf('class="muted validity"')).toBeLessThan(html.indexOf('id="quote"'));
    expect(html).toContain(`${path}/original?from=${from}&amp;to=${from + quote.length}#quote`);
    const [one, two] = passages;
    const across = `from=${(one?.end_offset ?? 0) - 4}&to=${(two?.start_offset ?? 0) + 4}`;
    const both = await auditor.get(`${path}?${across}`);
    expect(both.html.match(/<mark class="quote"/g)).toHaveLength(2);
    expect(both.html.match(/id="quote"/g)).toHaveLength(1);
    const beyond = await auditor.get(`${path}?from=900000&to=900001`);
    expect(beyond.html).toContain(vi.version.noSuchQuote);
    const nonsense = await auditor.get(`${path}?from=9&to=3`);
    expect(nonsense.html).not.toContain(vi.version.quoted);
  });

  test('is found in the original file, whatever its line breaks', async () => {
    const words = 'Phòng đọc giả định mở cửa\r\ntừ 7 giờ.';
    const file = new File([`Điều 1. Giờ mở cửa\r\n\r\n${words}`], 'gio-mo-cua.txt');
    const { location } = await editor.post('/corpus/upload', { file });
    const path = location.split('?')[0] ?? '';
    const { canonical_text: text } = await readVersion(ctx, idIn(path));
    const from = text.indexOf('mở cửa\ntừ');
    const { html } = await auditor.get(`${path}/original?from=${from}&to=${from + 9}`);
    expect(html).toContain('<mark class="quote" id="quote">mở cửa\ntừ</mark>');
    expect(html).toContain(vi.original.file);
    expect((await auditor.get(`${path}/original`)).html).toContain(vi.original.noQuote);
    const none = await auditor.get(`/corpus/versions/${handbookId}/original?from=0&to=4`);
    expect(none.html).toContain(vi.original.noFile);
  });

  test('a long text is shown in parts, and an address names the part of its passage', async () => {
    const articles = Array.from(
      { length: 130 },
      (_, index) => `Điều ${index + 1}. Điều giả định\n\nThư viện giả định số ${index + 1} mở cửa.`,
    );
    const path = await draft(editor.acting, { text: articles.join('\n\n') });
    const { passages } = await readVersion(ctx, idIn(path));
    expect(passages.length).toBeGreaterThan(100);
    const first = await auditor.get(path);
    expect(first.html.match(/class="passage"/g)).toHaveLength(100);
    const last = passages.at(-1);
    const there = await auditor.get(`${path}?passage=${last?.id}`);
    expect(there.html).toContain(`id="p${last?.id}"`);
    expect(there.html.match(/class="passage"/g)).toHaveLength(passages.length - 100);
    const quoted = await auditor.get(`${path}?from=${last?.start_offset}&to=${last?.end_offset}`);
    expect(quoted.html).toContain('id="quote"');
  });
});

describe('the list', () => {
  test('shows where each document stands, and what is past its recheck', async () => {
    const [staleId = ''] = await approveCorpus(ctx, [
      { key: 'qua-han', text: 'Văn bản giả định quá hạn.', recheck_by: '2021-05-06' },
    ]);
    const { html } = await auditor.get('/corpus?text=qua-han');
    expect(html).toContain(vi.standingChips.in_force());
    expect(html).toContain(vi.corpus.staleSince('06/05/2021'));
    const items = [await importItem({ key: 'qua-han', text: 'Văn bản giả định bản sau.' })];
    await importDocuments(editor.acting, { items });
    const later = await auditor.get('/corpus?text=qua-han');
    expect(later.html).toContain(vi.standingChips.in_force());
    expect(later.html).toContain(vi.browse.draftWaits(2));
    expect(later.html).toContain(vi.corpus.staleSince('06/05/2021'));
    const version = await auditor.get(`/corpus/versions/${staleId}`);
    expect(version.html).toContain(vi.corpus.staleSince('06/05/2021'));
  });

  test.each([
    ['text=01%2FST', true],
    ['topic=th%C6%B0+vi%E1%BB%87n', true],
    ['topic=th%C6%B0', false],
    ['language=en', false],
    ['state=draft&text=so-tay', false],
    ['state=kh%C3%B4ng-c%C3%B3&text=so-tay', true],
  ])('filtered by %s', async (query, isThere) => {
    const { html, status } = await auditor.get(`/corpus?${query}`);
    expect(status).toBe(200);
    expect(html.includes(invented.title)).toBe(isThere);
  });

  test.each([
    ['text=SO%20TAY%20TRINH%20DIEN', true],
    ['state=in_force&text=so-tay-trinh-dien', true],
    ['state=in_force&on=2019-12-31&text=so-tay-trinh-dien', false],
    ['state=not_yet&on=2019-12-31&text=so-tay-trinh-dien', true],
    ['state=withdrawn&text=so-tay-trinh-dien', false],
    ['state=superseded&text=so-tay-trinh-dien', false],
    ['state=expired&text=so-tay-trinh-dien', false],
    ['use=internal&text=so-tay-trinh-dien', false],
  ])('by day, use and words without marks: %s', async (query, isThere) => {
    const { html } = await auditor.get(`/corpus?${query}`);
    expect(html.includes(`href="/corpus/${await handbookDocument()}"`)).toBe(isThere);
  });

  test('a day that is none is said, and what ended is found by how it ended', async () => {
    expect((await auditor.get('/corpus?on=2026-02-30')).html).toContain(vi.browse.notADay);
    const ended = { key: 'da-het-han', text: 'Văn bản giả định có hạn.', valid_to: '2021-01-01' };
    await approveCorpus(ctx, [ended]);
    const find = async (state: string, on: string) =>
      (await auditor.get(`/corpus?state=${state}&on=${on}&text=da-het-han`)).html;
    expect(await find('expired', '2021-01-01')).toContain('da-het-han</a>');
    expect(await find('expired', '2020-12-31')).not.toContain('da-het-han</a>');
    expect(await find('in_force', '2020-12-31')).toContain('da-het-han</a>');
  });

  test('counts lead to the lists they count', async () => {
    const { html } = await auditor.get('/corpus?text=so-tay-trinh-dien');
    const label = vi.browse.narrow('thư viện', '1');
    const address = `/corpus?text=so-tay-trinh-dien&amp;topic=th%C6%B0+vi%E1%BB%87n`;
    expect(html).toContain(`<a href="${address}" aria-label="${label}">`);
  });

  test('goes on to a next page that keeps the filter', async () => {
    const keys = Array.from({ length: 26 }, (_, index) => `trang-${index}`);
    const items = keys.map((key) => importItem({ key, text: `Văn bản ${key}.`, topics: ['dài'] }));
    await importDocuments(editor.acting, { items: await Promise.all(items) });
    const first = await auditor.get('/corpus?topic=d%C3%A0i');
    const next = /href="(\/corpus\?topic=[^"]+cursor=[^"]+)"/.exec(first.html)?.[1] ?? '';
    const second = await auditor.get(next.replaceAll('&amp;', '&'));
    expect(second.html.match(/<th scope="row">/g)).toHaveLength(1);
    expect(second.html).toContain(vi.corpus.first);
  });

  test('has no form for those who only read', async () => {
    for (const path of ['/corpus', `/corpus/versions/${handbookId}`, '/corpus/health']) {
      expect((await auditor.get(path)).html).not.toMatch(/<form method="post" action="\/corpus/);
    }
  });
});

describe('a file', () => {
  const file = (name: string, text: string): File => new File([text], name);

  test('becomes a draft with its original and where its passages stand there', async () => {
    const head = '---\nkey: gio-mo-cua\ntitle: Giờ mở cửa\n---\n';
    const text = `${head}# Thư viện giả định\n\n## Giờ mở cửa\n\nThư viện giả định mở từ 8 giờ.\n`;
    const sent = await editor.post('/corpus/upload', { file: file('gio-mo-cua.md', text) });
    expect(sent.status).toBe(303);
    const { html } = await editor.get(sent.location);
    expect(html).toContain(vi.corpusNotices.imported);
    expect(html).toContain('gio-mo-cua.md');
    const version = await readVersion(ctx, idIn(sent.location.split('?')[0] ?? ''));
    expect(html).toContain(`id="p${version.passages[0]?.id}"`);
    expect(html).toContain(vi.version.line(5));
    const source = await editor.get(`/v1/corpus/versions/${version.id}/source`);
    expect(source.html).toBe(text);
  });

  test('of pages tells the pages of each passage', async () => {
    const filler = 'Thư viện giả định có nhiều phòng đọc và nhiều sách cho người lớn. '.repeat(14);
    const bytes = await drawPdf((page) => {
      page.text('Điều 1. Giờ mở cửa').text('Thư viện giả định mở cửa từ 8 giờ.');
      page.addPage().text('Điều 2. Phòng đọc').text(filler);
    });
    const pdf = new File([new Uint8Array(bytes)], 'hai-trang.pdf');
    const sent = await editor.post('/corpus/upload', { file: pdf });
    expect(sent.status).toBe(303);
    const { html } = await editor.get(`${sent.location}&lang=en`);
    expect(html).toContain(en.version.inOriginal(en.version.page(1)));
    expect(html).toContain(en.version.inOriginal(en.version.page(2)));
  });

  test('the same again is said to be unchanged', async () => {
    const again = file('hai-lan.txt', 'Văn bản giả định gửi hai lần.');
    expect((await editor.post('/corpus/upload', { file: again })).status).toBe(303);
    const second = await editor.post('/corpus/upload', { file: again });
    expect(second.status).toBe(200);
    expect(second.html).toContain(vi.upload.nothingStored);
    expect(second.html).toContain(vi.upload.changes.unchanged);
  });

  test('on a document is its next version', async () => {
    const { document_id: documentId } = await readVersion(ctx, handbookId);
    const page = await editor.get(`/corpus/${documentId}`);
    const key = /name="key" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const sent = await editor.post('/corpus/upload', {
      key,
      file: file(
        'ten-khac.txt',
        `${invented.text}\n\nĐiều 3. Phòng đọc\n\nPhòng đọc giả định có 40 chỗ.`,
      ),
    });
    expect(sent.status).toBe(303);
    const version = await readVersion(ctx, idIn(sent.location.split('?')[0] ?? ''));
    expect(version).toMatchObject({ document_id: documentId, version_number: 2 });
    const diff = await auditor.get(`/corpus/versions/${version.id}/diff`);
    expect(diff.html).toContain(vi.versionDiff.title(1, 2));
    expect(diff.html).toMatch(/<ins><span class="spoken"[^>]*>\[thêm: <\/span>Điều 3\. Phòng đọc/);
    expect(diff.html).toContain(vi.versionDiff.unchangedCount(2));
  });

  test.each([
    ['nothing', new File([], ''), 'upload:validation:missing', 400],
    ['a damaged PDF', file('hong.pdf', '%PDF-1.7 hỏng'), 'upload:validation', 400],
    ['an unknown format', file('anh.png', 'PNG'), 'upload:validation', 400],
  ] as const)('that is %s is refused in words', async (_, sent, problem, status) => {
    const answer = await editor.post('/corpus/upload', { file: sent });
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(vi.problems[problem].message);
    if (sent.name !== '') expect(answer.html).toContain(`lang="en">${sent.name}`);
  });

  test('is refused from who may not edit', async () => {
    const answer = await approver.post('/corpus/upload', { file: file('a.md', 'Văn bản.') });
    expect(answer.status).toBe(403);
    expect(answer.html).toContain(vi.errors.rolesThatMay(vi.roles.corpus_editor));
  });
});

describe('a draft', () => {
  test('is edited field by field; proposals for other fields stay', async () => {
    const text = [
      'THƯ VIỆN GIẢ ĐỊNH',
      'Số: 34/2026/QĐ-TVGĐ',
      'Nơi giả định, ngày 02 tháng 3 năm 2026',
      'QUYẾT ĐỊNH',
      'Điều 1. Phòng đọc giả định mở cửa từ 7 giờ.',
    ].join('\n\n');
    const sent = await editor.post('/corpus/upload', { file: new File([text], 'quyet-dinh.txt') });
    const path = sent.location.split('?')[0] ?? '';
    const before = await readVersion(ctx, idIn(path));
    const fields = before.proposals.map(({ field }) => field);
    expect(fields).toContain('number');
    const at = String(fields.indexOf('number'));
    const accepted = await editor.post(`${path}/accept`, { revision: '1', proposal: at });
    expect(accepted.location).toBe(`${path}?notice=accepted`);
    const edited = await editor.post(`${path}/edit`, { revision: '2', topics: 'một\n\n hai ' });
    expect(edited.location).toBe(`${path}?notice=versionEdited`);
    const after = await readVersion(ctx, idIn(path));
    expect(after.metadata).toMatchObject({ number: '34/2026/QĐ-TVGĐ', topics: ['một', 'hai'] });
    expect(after.proposals.map(({ field }) => field)).toEqual(
      fields.filter((field) => field !== 'number'),
    );
  });

  test('that changed meanwhile is not overwritten, and what was typed stays', async () => {
    const path = await draft(editor.acting);
    const other = await actAs(ctx, 'khac', ['corpus_editor']);
    const changes = { issuer: 'Cơ quan giả định' };
    await editDraftVersion(other, { versionId: idIn(path), revision: 1, changes });
    const answer = await editor.post(`${path}/edit`, { revision: '1', title: 'Tên tôi gõ' });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain(vi.problems['version-edit:conflict:revision'].remedy);
    expect(answer.html).toContain('Tên tôi gõ');
    expect(answer.html).toContain('name="revision" value="1"');
    const stale = await approver.post(`${path}/approve`, { revision: '1' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain(vi.problems['version-approve:conflict:revision'].message);
  });

  test.each([
    ['title', '', 'version-edit:validation:title'],
    ['valid_to', '2019-01-01', 'version-edit:validation:valid_to'],
    ['source_url', 'javascript:alert(1)', 'version-edit:validation:source_url'],
    ['language', 'tiếng Việt', 'version-edit:validation:language'],
    ['valid_from', '', 'version-edit:validation:valid_from'],
  ] as const)('with a wrong %s is refused in words', async (field, value, problem) => {
    const path = await draft(editor.acting);
    const form = { revision: '1', issuer: 'Cơ quan giả định khác', [field]: value };
    const answer = await editor.post(`${path}/edit?lang=en`, form);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain(en.problems[problem].message);
    expect(answer.html).toContain('Cơ quan giả định khác');
    expect(await revisionOf(path)).toBe('1');
  });

  test('saved without a change makes nobody its author', async () => {
    const path = await draft(editor.acting);
    const other = await person('corpus_editor');
    const { version_number: _, ...version } = await readVersion(ctx, idIn(path));
    const form = { revision: '1', title: version.metadata.title, valid_from: version.valid_from };
    expect((await other.post(`${path}/edit`, form)).status).toBe(400);
    expect((await readVersion(ctx, idIn(path))).contributors).toHaveLength(1);
  });

  test('is not approved by who wrote or changed it, whatever the browser sends', async () => {
    const both = await person('corpus_editor', 'corpus_approver');
    const path = await draft(both.acting);
    const { html } = await both.get(path);
    expect(html).toContain(vi.versionDecide.contributor);
    expect(html).not.toContain(`action="${path}/approve"`);
    const answer = await both.post(`${path}/approve`, { revision: '1' });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain(vi.problems['version-approve:conflict:approver'].message);
  });

  test('is discarded with a reason and can then only be read', async () => {
    const path = await draft(editor.acting);
    const without = await editor.post(`${path}/discard`, { reason: ' ' });
    expect(without.html).toContain(vi.problems['validation:reason'].message);
    expect((await editor.post(`${path}/discard`, { reason: 'Nhầm.' })).status).toBe(303);
    const { html } = await editor.get(path);
    expect(html).toContain(vi.standingChips.discarded());
    expect(html).not.toContain('<form method="post" action="/corpus');
    const late = await approver.post(`${path}/approve`, { revision: '1' });
    expect(late.html).toContain(vi.problems['version-approve:conflict:version'].message);
  });
});

describe('an approved version', () => {
  test('is verified by an editor and withdrawn by an approver, each in their own form', async () => {
    const path = await draft(editor.acting);
    await approver.post(`${path}/approve`, { revision: '1' });
    expect((await approver.get(`${path}?notice=approved`)).html).toContain(
      vi.corpusNotices.approved,
    );
    const past = await editor.post(`${path}/verify`, { recheck_by: '2020-01-01' });
    expect(past.html).toContain(vi.problems['version-verify:validation:recheck_by'].message);
    expect(past.html).toContain('value="2020-01-01"');
    expect((await editor.post(`${path}/verify`, { recheck_by: '2090-01-01' })).status).toBe(303);
    expect((await editor.post(`${path}/withdraw`, { reason: 'Sai.' })).status).toBe(403);
    const early = { reason: 'In nhầm số.', from: '2001-01-01' };
    const refused = await approver.post(`${path}/withdraw`, early);
    expect(refused.html).toContain(vi.problems['version-withdraw:validation:from'].message);
    expect(refused.html).toContain('In nhầm số.');
    const done = await approver.post(`${path}/withdraw`, { reason: 'In nhầm số.', from: '' });
    expect(done.location).toBe(`${path}?notice=withdrawn`);
    const again = await approver.post(`${path}/withdraw`, { reason: 'Lần nữa.', from: '' });
    expect(again.html).toContain(vi.problems['version-withdraw:conflict:version'].message);
    const { html } = await auditor.get(path);
    expect(html).toContain('In nhầm số.');
    expect(html).toMatch(/class="chip standing-withdrawn"/);
  });

  test('says what took its place, and the document shows today first', async () => {
    const key = `thay-${newId()}`;
    const [oldId = ''] = await approveCorpus(ctx, [{ key, text: 'Văn bản giả định cũ.' }]);
    const items = [
      await importItem({ key, text: 'Văn bản giả định mới.', valid_from: '2024-02-01' }),
    ];
    const [result] = await importDocuments(editor.acting, { items });
    const newPath = `/corpus/versions/${result?.versionId}`;
    await approveVersions(approver.acting, { versionIds: [idIn(newPath)] });
    const old = await auditor.get(`/corpus/versions/${oldId}`);
    expect(old.html).toContain(vi.standingChips.superseded('01/02/2024'));
    expect(old.html).toContain(`href="${newPath}"`);
    const { document_id: documentId } = await readVersion(ctx, oldId);
    const { html } = await auditor.get(`/corpus/${documentId}`);
    expect(html.indexOf(vi.document.read(2))).toBeGreaterThan(0);
    expect(html.indexOf(vi.document.read(2))).toBeLessThan(html.indexOf(vi.document.versions));
  });

  test('shows text as text', async () => {
    const [id = ''] = await approveCorpus(ctx, [
      {
        key: 'danh-dau',
        title: 'A <b>đậm</b>',
        text: '<script>alert(1)</script> văn bản giả định',
      },
    ]);
    const { html } = await auditor.get(`/corpus/versions/${id}`);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toMatch(/<script>|<b>/);
  });
});

test('no page of the corpus has script or style of its own', async () => {
  const version = `/corpus/versions/${handbookId}`;
  const paths = ['/corpus', version, `${version}/diff`, '/corpus/gaps', '/corpus/health'];
  for (const path of [...paths, '/corpus/upload']) {
    const { html, status } = await editor.get(path);
    expect(status).toBe(200);
    expect(html).not.toMatch(
      /<script(?! type="module" src="\/assets\/)|\sstyle=|<style|\son[a-z]+=/i,
    );
  }
});

test('what is not there gets a page', async () => {
  const none = '01a20274-946c-7d06-ac30-8ec429c0589b';
  for (const path of [
    '/corpus/khong-co',
    `/corpus/${none}`,
    `/corpus/versions/${none}`,
    `/corpus/versions/1/diff`,
    `/corpus/versions/${handbookId}/diff?against=${none}`,
  ]) {
    const answer = await auditor.get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.html).toContain(vi.errors.notFoundTitle);
  }
  const back = await auditor.get(`/corpus/versions/${handbookId}/approve`);
  expect(back.location).toBe(`/corpus/versions/${handbookId}`);
});

test('a gap is shown with its posts and its table to take along', async () => {
  const claim = 'Cây cầu gỗ giả định ở làng trên dài đúng bốn mươi mét và rộng ba mét.';
  const postId = await analysedPost(ctx, claim);
  const { html } = await auditor.get('/corpus/gaps?since=2020-01-01');
  expect(html).toContain(claim);
  expect(html).toContain(`href="/posts/${postId}"`);
  expect(html).toContain('href="/v1/corpus/gaps.csv?since=2020-01-01"');
  const csv = await auditor.get('/v1/corpus/gaps.csv?since=2020-01-01');
  expect(csv.html).toContain(claim);
  const none = await auditor.get('/corpus/gaps?since=2090-01-01');
  expect(none.html).toContain(vi.gaps.empty);
  const refused = await auditor.get('/corpus/gaps?since=2026-02-31');
  expect(refused.status).toBe(400);
  expect(refused.html).toContain(vi.problems['validation:since'].message);
});

test('findings stand side by side with what differs marked; one is dismissed once', async () => {
  const rules =
    'Phòng đọc của bảo tàng giả định mở cửa từ thứ hai đến thứ bảy cho người có thẻ. Người đọc giữ yên lặng, không mang đồ ăn vào phòng và trả sách về đúng giá khi ra về.';
  await approveCorpus(ctx, [
    { key: 'phong-doc', text: rules },
    { key: 'phong-doc-chep', text: rules.replace('thứ bảy', 'thứ sáu') },
  ]);
  await checkCorpus(ctx);
  const { html } = await editor.get('/corpus/health');
  expect(html).toContain('<mark class="conflict">bảy</mark>');
  expect(html).toContain('<mark class="conflict">sáu</mark>');
  const finding = /name="finding" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const blank = await editor.post('/corpus/health/dismiss', { finding, reason: '' });
  expect(blank.status).toBe(400);
  expect(blank.html).toContain(vi.problems['validation:reason'].message);
  const form = { finding, reason: 'Hai phòng khác nhau.' };
  expect((await auditor.post('/corpus/health/dismiss', form)).status).toBe(403);
  expect((await editor.post('/corpus/health/dismiss', form)).status).toBe(303);
  expect((await editor.get('/corpus/health')).html).not.toContain(finding);
  const again = await editor.post('/corpus/health/dismiss', form);
  expect(again.html).toContain(vi.problems['dismiss:conflict:id'].message);
});

test('an answer that lost its source says so on the item and in the queue', async () => {
  const postId = await analysedPost(ctx, contradictingClaim);
  const { acting: drafter } = await person('drafter');
  await submitForReview(drafter, postId);
  const reviewers = [(await person('reviewer')).acting, (await person('reviewer')).acting];
  await approveInReview(reviewers, postId);
  const before = await auditor.get(`/posts/${postId}`);
  expect(before.html).not.toContain(vi.recheck.title);
  const text = invented.text.replace('tối đa 5 cuốn', 'tối đa 7 cuốn');
  const items = [await importItem({ ...invented, text, number: '01/ST-TVGĐ' })];
  const [result] = await importDocuments(editor.acting, { items });
  await approveVersions(approver.acting, { versionIds: [result?.versionId ?? ''] });
  const { html } = await auditor.get(`/posts/${postId}`);
  expect(html).toContain(vi.recheck.title);
  expect(html).toContain(vi.recheck.approvalLost);
  expect(html).toMatch(/<del>.{0,80}5<span class="spoken">\]<\/span><\/del><ins>.{0,80}7</s);
  expect(html).toContain(`/corpus/versions/${result?.versionId}?passage=`);
  const queue = await auditor.get('/?recheck=true&lang=en');
  expect(queue.html).toContain(en.recheck.chip);
  expect(queue.html.match(/<th scope="row">/g)).toHaveLength(1);
});
