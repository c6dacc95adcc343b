import { describe, expect, test } from 'vitest';
import { catalogues } from '#http/ui/locale.ts';
import { maxFileBytes, maxFileRows } from '#http/ui/pages/intake.tsx';
import { storeImport } from '#posts/index.ts';
import { createTestContext } from '../support/test-context.ts';
import { appWithPages, keyOf, sender } from './client.ts';

const ctx = await createTestContext();
const app = appWithPages(ctx);
const send = sender(app);
const key = await keyOf(ctx, 'triager');
const t = catalogues.vi;

const header = 'Nội dung;Người đăng;Đường dẫn;Thời gian';
const good = 'Thư viện giả định cho mượn ba cuốn sách, gọi 0912 345 678.';

async function post(path: string, fields: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await app.request(path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, Accept: 'text/html' },
    body,
  });
  return { status: answer.status, to: answer.headers.get('Location'), html: await answer.text() };
}

const read = (content: string | Uint8Array<ArrayBuffer>, name = 'bai.csv') =>
  post('/submit/file', { step: 'read', file: new File([content], name) });
const step = (name: string, content: string, more: Readonly<Record<string, string>> = {}) =>
  post('/submit/file', { step: name, name: 'bai.csv', content, map_text: '0', ...more });

/** Text as a page holds it. */
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** What the page shows, without the file that travels in it. */
const shown = (html: string) => html.replace(/<input type="hidden" name="content"[^>]*>/, '');

describe('reading a file', () => {
  test('proposes the columns, masks the preview and never shows who wrote', async () => {
    const { status, html } = await read(
      `${header}\n${good};Bạn Đọc Giả Định;https://facebook.com/ban.doc/posts/9?fbclid=x;22/11/2026 08:30\n`,
    );
    expect(status).toBe(200);
    const visible = shown(html);
    expect(visible).toContain(escaped(t.intake.firstRows));
    expect(visible).toContain(escaped(t.intake.neverRead));
    for (const trace of ['Bạn Đọc Giả Định', '0912', 'ban.doc', 'fbclid']) {
      expect(visible).not.toContain(trace);
    }
    expect(visible).not.toMatch(/<option value="1"/);
    expect(visible).toMatch(/<option value="2" selected[^>]*>Đường dẫn/);
  });

  test('text that looks like markup stays text, in cells, names of columns and of files', async () => {
    const name = '<script>alert(1)</script>';
    const { html } = await read(
      `"${name}",text\n"${name}","${name} một câu giả định"\n`,
      `${name}.csv`,
    );
    expect(html).not.toContain(name);
    expect(html).toContain(escaped(name));
  });

  test.each([
    ['an empty file', '', 'import:validation:file.empty', 400],
    ['a header alone', `${header}\n`, 'import:validation:file.header_only', 400],
    ['a spreadsheet', 'PK\u0003\u0004rest', 'import:validation:file.spreadsheet', 400],
    ['a broken quote', 'text\n"một\nhai', 'import:validation:file.quotes', 400],
    ['too many rows', `text\n${'a\n'.repeat(maxFileRows + 1)}`, 'too_large:file.rows', 413],
    ['too many bytes', `text\n${'a'.repeat(maxFileBytes)}`, 'too_large:file.size', 413],
  ] as const)('%s is refused with what to do', async (_what, content, problem, status) => {
    const answer = await read(content);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(escaped(t.problems[problem].message));
    expect(answer.html).toContain(escaped(t.problems[problem].remedy));
  });

  test('no file, or a body of 100 MB, is refused with what to do', async () => {
    const none = await post('/submit/file', { step: 'read' });
    expect(none.html).toContain(escaped(t.problems['import:validation:file.missing'].message));
    const answer = await app.request('/submit/file', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        Accept: 'text/html',
        'Content-Type': 'multipart/form-data; boundary=x',
        'Content-Length': '100000000',
      },
      body: 'x',
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain(escaped(t.problems['too_large:file.size'].remedy));
  });

  test('without a column for the text it asks for one', async () => {
    const { status, html } = await read('Lời,Ngày\nMột câu giả định.,22/11/2026\n');
    expect(status).toBe(200);
    expect(html).toContain(escaped(t.intake.noFirstRows));
  });
});

describe('mapping', () => {
  const content = `${header}\n${good};Ai Đó;;22/11/2026\n`;
  test.each([
    ['none for the text', { map_text: '' }, 'import:validation:mapping.text'],
    ['one taken twice', { map_url: '0' }, 'import:validation:mapping.twice'],
    ['one that names the author', { map_text: '1' }, 'import:validation:mapping.author'],
  ] as const)('%s is refused and the choice is kept', async (_what, more, problem) => {
    const { status, html } = await step('check', content, { map_posted_at: '3', ...more });
    expect(status).toBe(400);
    expect(html).toContain(escaped(t.problems[problem].message));
    expect(html).toMatch(/<option value="3" selected[^>]*>Thời gian/);
    expect(html).toContain('name="content"');
  });
});

test('check, import, progress and the list of errors', async () => {
  const content = [
    header,
    `${good};A;https://example.org/1;22/11/2026 08:30`,
    ';A;;',
    '"=HYPERLINK(""http://x"")";A;javascript:alert(1);',
    'Một câu giả định khác.;A;;31/02/2026',
  ].join('\r\n');
  const fields = { map_url: '2', map_posted_at: '3', platform: 'forum' };
  const checked = await step('check', content, fields);
  expect(checked.status).toBe(200);
  expect(checked.html).toContain(escaped(t.intake.checkedNothingStored));
  expect(checked.html).toContain(escaped(t.intake.store('1')));
  expect(await ctx.db.selectFrom('post').select('id').execute()).toEqual([]);

  const started = await step('import', content, fields);
  expect(started.status).toBe(303);
  const path = started.to?.replace(/\?.*/, '') ?? '';
  const importId = path.replace('/imports/', '');
  const page = await send<string>('GET', started.to ?? '', { key });
  expect(page.body).toContain(escaped(t.importPage.started));
  expect(page.body).toContain('data-live="imports"');
  await storeImport(ctx, importId);

  const csv = await send<string>('GET', `${path}/errors.csv?lang=vi`, { key });
  expect(csv.headers.get('Content-Disposition')).toContain('attachment');
  const lines = csv.body.replace('\uFEFF', '').trim().split('\r\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual([t.intake.row, '3', '4', '5']);
  expect(csv.body).toContain(t.importRefusals.posted_at.message);
  for (const word of ['HYPERLINK', 'javascript', 'giả định khác']) {
    expect(csv.body).not.toContain(word);
  }
  const english = await send<string>('GET', `${path}/errors.csv?lang=en`, { key });
  expect(english.body).toContain(catalogues.en.importRefusals.url.message);

  const api = await send('GET', `/v1/imports/${importId}`, { key });
  expect(api.body).toMatchObject({
    state: 'STORED',
    stored: 1,
    refused: 3,
    errors: [{ row: 3, field: 'text', code: 'text_missing' }, { row: 4 }, { row: 5 }],
  });
  const { body } = await send<{ items: object[] }>('GET', '/v1/imports', { key });
  expect(body.items).toMatchObject([{ id: importId, file_name: 'bai.csv' }]);

  const stranger = await keyOf(ctx, 'drafter');
  for (const address of [path, `${path}/errors.csv`, `/v1/imports/${importId}`]) {
    expect((await send('GET', address, { key: stranger })).status).toBe(404);
  }
});

describe('pasting', () => {
  test('a preview shows what would be stored, and stores nothing', async () => {
    const { html } = await post('/submit/preview', {
      text: 'Viết cho ai.do@example.org về thư viện giả định.',
      url: 'https://facebook.com/ai.do',
    });
    const preview = html.slice(html.indexOf('id="submit-preview"'));
    expect(preview).not.toContain('ai.do');
    expect(preview).toContain(escaped(t.intake.previewNoAddress));
    expect(html).toContain('ai.do@example.org');
    const found = await ctx.db.selectFrom('post').select('text').execute();
    expect(found.some(({ text }) => text.includes('Viết cho'))).toBe(false);
  });

  test('a text that was sent before is known', async () => {
    await post('/submit', { text: 'Một câu giả định được gửi hai lần.' });
    const { html } = await post('/submit/preview', { text: 'Một câu giả định được gửi hai lần.' });
    expect(html).toContain(escaped(t.intake.known));
  });
});
