import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutation, mutations } from './gate-mutation-list.ts';

const root = join(import.meta.dirname, '..');
const gate = 'src/drafting/gate';
const copied = ['src', 'migrations', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/** A busy machine may fail to start a worker. */
const attempts = 3;

/** What of the runner's JSON report is read. */
interface Report {
  readonly success: boolean;
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}

/** A copy of the sources in which one thing at a time is broken. */
interface Copy extends AsyncDisposable {
  readonly folder: string;
}

/**
 * Breaks each check of the gate in turn, in a copy of the sources, and runs the gate's own tests there: a
 * break they do not notice has survived. A replacement that no longer fits its file exactly once is an
 * error, and so is one that keeps the tests from starting.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { only: { type: 'string', default: '' } } });
  const chosen = mutations.filter(({ name }) => name.includes(values.only));
  const startedAt = performance.now();
  await using first = await copySources();
  await using second = await copySources();
  const tests = (await readdir(join(root, gate))).filter((name) => name.endsWith('.test.ts'));
  for (const mutation of chosen) await mutate(first, mutation);
  if ((await failedTests(first, tests)) > 0) {
    throw new Error('the tests of the gate fail before anything is broken');
  }
  const survived: string[] = [];
  const open = chosen.slice();
  const work = async (copy: Copy): Promise<void> => {
    for (let mutation = open.shift(); mutation !== undefined; mutation = open.shift()) {
      const file = join(copy.folder, gate, mutation.file);
      const original = await readFile(file, 'utf8');
      await writeFile(file, await mutate(copy, mutation));
      const failed = await failedTests(copy, tests);
      await writeFile(file, original);
      if (failed === 0) survived.push(mutation.name);
      process.stderr.write(`${failed === 0 ? 'SURVIVED' : 'killed  '} ${mutation.name}\n`);
    }
  };
  await Promise.all([work(first), work(second)]);
  return {
    ok: survived.length === 0,
    mutations: chosen.length,
    killed: chosen.length - survived.length,
    survived,
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

async function copySources(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'doichung-mutations-'));
  for (const name of copied) await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** The file with its mutation. @throws Error unless the text to replace is there exactly once. */
async function mutate(
  { folder }: Copy,
  { name, file, search, replace }: Mutation,
): Promise<string> {
  const text = await readFile(join(folder, gate, file), 'utf8');
  const found = text.split(search).length - 1;
  if (found !== 1) throw new Error(`${name}: its text is ${found} times in ${file}`);
  return text.replace(search, () => replace);
}

/** How many tests fail, up to the first; run again when one could not start. @throws Error then. */
async function failedTests(copy: Copy, tests: readonly string[]): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { success, numFailedTests, numPassedTests } = await runTests(copy, tests);
    if (numFailedTests > 0 || (success && numPassedTests > 0)) return numFailedTests;
  }
  throw new Error('tests of the gate could not be run');
}

async function runTests({ folder }: Copy, tests: readonly string[]): Promise<Report> {
  const report = join(folder, 'report.json');
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--bail', '1'];
  const reporting = ['--reporter', 'json', '--outputFile', report];
  const files = tests.map((name) => join(gate, name));
  const child = spawn(process.execPath, [...command, ...reporting, ...files], {
    cwd: folder,
    stdio: 'ignore',
  });
  await once(child, 'close');
  const result = JSON.parse(await readFile(report, 'utf8')) as Report;
  await rm(report);
  return result;
}
