import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'doichung-eval-drafting-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function citation(limits: object) {
  const file = join(dir, 'limits.json');
  await writeFile(file, JSON.stringify(limits));
  const args = ['--import', 'tsx', 'src/cli.ts', 'eval', 'citation', '--json', '--limits', file];
  const { stdout, stderr, code } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
  }).then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { measures: JSON.parse(stdout.trimEnd().split('\n').at(-1) || '{}'), stderr, code };
}

test('the last line is JSON, and the exit code is 0 as long as the limits are kept', async () => {
  const kept = await citation({ citation: { wrongBytes: { most: 0 }, drafts: { least: 100 } } });
  expect(kept).toMatchObject({ code: 0, measures: { ok: true, wrongBytes: 0 } });
  expect(kept.measures.byteEqual).toBe(kept.measures.citations);
}, 120_000);

test('past a limit the exit code is 1, and a limit that nothing measures is refused', async () => {
  const past = await citation({ citation: { citations: { most: 0 } } });
  expect(past).toMatchObject({ code: 1, measures: { ok: false } });
  const unknown = await citation({ citation: { speed: { most: 0 } } });
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain('nothing measures citation.speed');
}, 120_000);
