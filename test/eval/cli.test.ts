import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evalRun, foundQuery } from '../support/eval-run.ts';

const root = join(import.meta.dirname, '../..');
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'doichung-eval-cli-'));
  const ids = ['1', '2', '3', '4'];
  const write = (name: string, run: object): Promise<void> =>
    writeFile(join(dir, name), JSON.stringify(run));
  await write('good.json', evalRun(ids.map((id) => foundQuery(id, 1))));
  await write('bad.json', evalRun(ids.map((id) => foundQuery(id, id === '3' ? 5 : 1))));
  await write('old.json', { ...evalRun([]), format: 'doichung-eval-run/0' });
});
afterAll(() => rm(dir, { recursive: true }));

async function cli(...args: string[]) {
  const { stdout, stderr, code } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'src/cli.ts', 'eval', ...args],
    { cwd: root },
  ).then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { stdout, stderr, code };
}

test('compare exits with 1 and says so in one line when the second run is worse', async () => {
  const [good, bad] = [join(dir, 'good.json'), join(dir, 'bad.json')];
  const worse = await cli('compare', good, bad, '--metric', 'mrr');
  expect(worse.code).toBe(1);
  expect(worse.stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^✗ worse by more than 0.01 mrr: .*fused −0.2000/u,
  );
  expect(worse.stdout).toContain('question 3');
  const better = await cli('compare', bad, good, '--metric', 'mrr', '--json');
  expect(better.code).toBe(0);
  expect(JSON.parse(better.stdout)).toMatchObject({ ok: true, metric: 'mrr', queries: 4 });
}, 120_000);

test('a run of another version, an unknown metric and a wrong margin are refused by name', async () => {
  const good = join(dir, 'good.json');
  const old = await cli('compare', good, join(dir, 'old.json'));
  expect(old).toMatchObject({ code: 1, stdout: '' });
  expect(old.stderr).toContain('old.json is a run of another version (doichung-eval-run/0)');
  const metric = await cli('compare', good, good, '--metric', 'accuracy');
  expect(metric.stderr).toContain('there is no metric "accuracy"');
  const margin = await cli('compare', good, good, '--margin', '-1');
  expect(margin).toMatchObject({ code: 1 });
  expect(margin.stderr).toContain('[margin]');
}, 120_000);

test('report writes a page about every run', async () => {
  const out = join(dir, 'report.html');
  const { code, stdout } = await cli(
    'report',
    join(dir, 'good.json'),
    join(dir, 'bad.json'),
    '--out',
    out,
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: `2 runs in ${out}\n` });
  expect(await readFile(out, 'utf8')).toContain('question 3');
}, 120_000);
