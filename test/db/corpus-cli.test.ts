import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let dir = '';

/** Invented texts of an invented library. */
const hours = 'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ các ngày trong tuần.';
const loans = 'Bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày.';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'doichung-corpus-cli-'));
  await mkdir(join(dir, 'docs'));
  await writeFile(join(dir, 'docs/gio.md'), `# Giờ mở cửa\n\n${hours}\n`);
  await writeFile(join(dir, 'docs/muon.md'), `# Mượn sách\n\n${loans}\n`);
  await writeFile(join(dir, 'docs/hong.pdf'), '%PDF-1.7 hỏng');
  for (const [name, roles] of [
    ['lan', 'corpus_editor'],
    ['minh', 'corpus_approver'],
    ['hai', 'corpus_editor,corpus_approver'],
  ] as const) {
    expect((await run('users', 'create', name, '--roles', roles)).code).toBe(0);
  }
}, 120_000);
afterAll(() => rm(dir, { recursive: true }));

async function run(...args: string[]) {
  const { stdout, stderr, code } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'src/cli.ts', ...args],
    { cwd: root, env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(dir, 'data') } },
  ).then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { stdout, stderr, code };
}
const corpus = (...args: string[]) => run('corpus', ...args);
async function corpusJson(...args: string[]) {
  const { stdout, code } = await corpus(...args, '--json');
  return { code, out: JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as unknown };
}

test('a corpus is imported, changed, approved, replaced, withdrawn and read by commands', async () => {
  const docs = join(dir, 'docs');
  const dry = await corpusJson('import', docs, '--as', 'lan', '--dry-run');
  expect(dry).toMatchObject({ code: 1, out: { created: 2, errors: 1, dry_run: true } });
  const given = ['--topic', 'thư viện', '--valid-from', '2020-01-01'];
  const imported = await corpus('import', docs, '--as', 'lan', ...given);
  expect(imported.code).toBe(1);
  expect(imported.stdout).toContain('2 created, 0 new versions, 0 unchanged');
  expect(imported.stderr).toMatch(/✗ .*hong\.pdf: /);
  const again = await corpusJson('import', docs, '--as', 'lan', ...given);
  expect(again.out).toMatchObject({ created: 0, unchanged: 2, errors: 1 });

  const edited = await corpusJson(
    'edit',
    'gio.md',
    '--as',
    'hai',
    '--set',
    'kind=other',
    'number=1/2020/GĐ',
  );
  expect(edited).toMatchObject({ code: 0, out: { key: 'gio.md', version: 1, revision: 2 } });
  const author = await corpus('edit', 'gio.md', '--as', 'hai', '--set', 'author=x');
  expect(author).toMatchObject({ code: 1 });
  expect(author.stderr).toContain('there is no field author [author]');

  // Whoever changed one of them approves the other all the same, and is told.
  const own = await corpusJson('approve', '--as', 'hai');
  expect(own).toMatchObject({
    code: 1,
    out: { approved: 1, errors: [{ key: 'gio.md', version: 1, field: 'version' }] },
  });
  const trial = await corpusJson('approve', '--as', 'minh', '--dry-run');
  expect(trial).toMatchObject({ code: 0, out: { approved: 1, errors: [], dry_run: true } });
  expect((await corpus('list', '--state', 'draft')).stdout).toContain('gio.md');
  expect((await corpus('approve', 'gio.md', '--as', 'minh')).stdout).toContain(
    '1 versions approved',
  );
  expect((await corpus('list', '--state', 'draft')).stdout).toBe('');
}, 240_000);

test('a new version is compared with the one before, and the original comes back', async () => {
  const text = `# Giờ mở cửa\n\n${hours.replace('17 giờ', '20 giờ')}\n`;
  await writeFile(join(dir, 'gio.md'), text);
  const imported = await corpusJson(
    ...['import', join(dir, 'gio.md'), '--as', 'lan', '--approve-as', 'minh'],
    ...['--valid-from', '2024-01-01'],
  );
  expect(imported).toMatchObject({ code: 0, out: { new_versions: 1, errors: 0 } });
  const diff = await corpus('diff', 'gio.md');
  expect(diff.stdout).toMatch(/reworded[^]*\[-17-\]\{\+20\+\} giờ/);
  expect(diff.stderr).toContain('1 reworded');
  const shown = await corpus('show', 'gio.md');
  expect(shown.stdout).toMatch(/v2\tin force from 2024-01-01\t.*approved by minh/);
  expect(shown.stdout).toMatch(/v1\tsuperseded from 2024-01-01/);
  const first = await corpus('show', 'gio.md', '--version', '1');
  expect(first.stdout).toContain(hours);
  const out = join(dir, 'ban-goc.md');
  expect((await corpus('source', 'gio.md', '--out', out)).code).toBe(0);
  expect(await readFile(out, 'utf8')).toBe(text);
  const twice = await corpus('source', 'gio.md', '--version', '1', '--out', out);
  expect(twice).toMatchObject({ code: 1 });
  expect(twice.stderr).toContain('is there already [out]');
}, 240_000);

test('a version is verified, withdrawn once and settled; what is wrong is said by name', async () => {
  const verified = await corpusJson(
    'verify',
    'muon.md',
    '--as',
    'lan',
    '--recheck-by',
    '2090-01-01',
  );
  expect(verified.out).toEqual({ verified: 1, errors: [], dry_run: false });
  const reason = ['--reason', 'Chỉ để thử.', '--as', 'minh'];
  const early = await corpusJson('withdraw', 'muon.md', ...reason, '--from', '2019-01-01');
  expect(early).toMatchObject({ code: 1, out: { withdrawn: 0, errors: [{ field: 'from' }] } });
  const noDay = await corpus('withdraw', 'muon.md', ...reason, '--from', '2019-02-30');
  expect(noDay.stderr).toContain('2019-02-30 is not a day [from]');
  const both = await corpusJson('withdraw', 'muon.md', 'gio.md', ...reason);
  expect(both).toMatchObject({ code: 0, out: { withdrawn: 2, errors: [] } });
  const none = await corpus('withdraw', 'muon.md', ...reason);
  expect(none.stderr).toContain('muon.md has no version in force or to come [keys]');
  const unknown = await corpus('approve', 'khong-co', '--as', 'minh');
  expect(unknown.stderr).toContain('no document has the key khong-co [keys]');
  expect((await corpusJson('settle')).out).toEqual({ settled: 0 });
  expect((await corpus('list', '--state', 'ended')).stdout).toMatch(/withdrawn from .*muon\.md/);
}, 240_000);
