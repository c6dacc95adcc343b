import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeError } from '#platform/errors.ts';
import { registerCorpus } from '../../src/cli/corpus.ts';
import { createUser } from '#identity/index.ts';
import type { Context } from '../../src/context.ts';
import { createTestContext } from '../support/test-context.ts';

const shared = await createTestContext();
// Every command opens the database for itself; here they share one, which saves seconds for each.
vi.mock('../../src/cli/session.ts', async (original) => ({
  ...(await original<object>()),
  openSession: (): Context => ({ ...shared, [Symbol.asyncDispose]: async () => {} }),
}));

let dir = '';

/** Invented texts of an invented library. */
const hours = 'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ các ngày trong tuần.';
const loans = 'Bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày.';
const page = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n${text}\n`;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'doichung-corpus-cli-'));
  await mkdir(join(dir, 'docs'));
  await writeFile(join(dir, 'docs/gio.md'), page('Giờ mở cửa', hours));
  await writeFile(join(dir, 'docs/muon.md'), page('Mượn sách', loans));
  await writeFile(join(dir, 'docs/hong.pdf'), '%PDF-1.7 hỏng');
  await createUser(shared, { name: 'lan', roles: ['corpus_editor'] });
  await createUser(shared, { name: 'minh', roles: ['corpus_approver'] });
  await createUser(shared, { name: 'hai', roles: ['corpus_editor', 'corpus_approver'] });
});
afterAll(() => rm(dir, { recursive: true }));

/** What a command prints, in this process. */
async function corpus(...args: string[]) {
  const output = { stdout: '', stderr: '' };
  const keep = (name: keyof typeof output) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      output[name] += String(text);
      return true;
    });
  const spies = [keep('stdout'), keep('stderr')];
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    const program = new Command().version('0').enablePositionalOptions();
    registerCorpus(program);
    await program.parseAsync(['corpus', ...args], { from: 'user' });
  } catch (error) {
    output.stderr += `✗ ${describeError(error)}\n`;
    process.exitCode = 1;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const code = process.exitCode;
  process.exitCode = before;
  return { ...output, code };
}
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
    out: { approved: 1, errors: [{ key: 'gio.md', version: 1, field: 'approver' }] },
  });
  const trial = await corpusJson('approve', '--as', 'minh', '--dry-run');
  expect(trial).toMatchObject({ code: 0, out: { approved: 1, errors: [], dry_run: true } });
  expect((await corpus('list', '--state', 'draft')).stdout).toContain('gio.md');
  expect((await corpus('approve', 'gio.md', '--as', 'minh')).stdout).toContain(
    '1 versions approved',
  );
  expect((await corpus('list', '--state', 'draft')).stdout).toBe('');
}, 60_000);

test('a new version is compared with the one before, and the original comes back', async () => {
  const text = page('Giờ mở cửa', hours.replace('17 giờ', '20 giờ'));
  await writeFile(join(dir, 'gio.md'), text);
  const imported = await corpusJson(
    ...['import', join(dir, 'gio.md'), '--as', 'lan', '--approve-as', 'minh'],
    ...['--valid-from', '2024-01-01'],
  );
  expect(imported).toMatchObject({ code: 0, out: { new_versions: 1, approved: 1, errors: 0 } });
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
}, 60_000);

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
}, 60_000);
