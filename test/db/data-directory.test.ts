import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { takeDataDirectory } from '#db/data-directory.ts';
import { silentLog } from '#platform/log.ts';

const root = await mkdtemp(join(tmpdir(), 'doichung-data-'));
afterAll(() => rm(root, { recursive: true, force: true }));

test('a directory is held by one process, which the refusal names', async () => {
  const dataDir = join(root, 'held');
  const held = await takeDataDirectory(dataDir);
  await expect(takeDataDirectory(dataDir)).rejects.toMatchObject({
    code: 'conflict',
    field: 'DATA_DIR',
    message: expect.stringContaining(`process ${process.pid}`),
    remedy: expect.stringContaining('DATABASE_URL'),
  });
  await held[Symbol.asyncDispose]();
  const again = await takeDataDirectory(dataDir);
  await again[Symbol.asyncDispose]();
});

test('a killed process leaves no lock behind', async () => {
  const dataDir = join(root, 'killed');
  const script = `import('${import.meta.dirname}/../../src/db/data-directory.ts').then(async (m) => {
    globalThis.held = await m.takeDataDirectory(${JSON.stringify(dataDir)});
    console.log('held'); setInterval(() => {}, 1000);
  })`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: 'pipe' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await expect(takeDataDirectory(dataDir)).rejects.toThrow(`process ${child.pid}`);
  child.kill('SIGKILL');
  await ended;
  const taken = await takeDataDirectory(dataDir);
  expect(taken.isNew).toBe(true);
  await taken[Symbol.asyncDispose]();
});

test('a first boot that was cut short starts over', async () => {
  const dataDir = join(root, 'half');
  await mkdir(join(dataDir, 'pglite.new'), { recursive: true });
  await writeFile(join(dataDir, 'pglite.new', 'PG_VERSION'), 'half a database');
  {
    await using database = await openDatabase({ kind: 'pglite', dataDir }, silentLog);
    expect(database.isNew).toBe(true);
    const head = await database.db.selectFrom('audit_head').select('seq').executeTakeFirst();
    expect(head).toEqual({ seq: 0 });
  }
  expect(await readdir(dataDir)).not.toContain('pglite.new');
  await using again = await openDatabase({ kind: 'pglite', dataDir }, silentLog);
  expect(again.isNew).toBe(false);
});

test('a damaged database is reported in a sentence', async () => {
  const dataDir = join(root, 'damaged');
  await mkdir(join(dataDir, 'pglite'), { recursive: true });
  await writeFile(join(dataDir, 'pglite', 'PG_VERSION'), 'nonsense');
  const error = await openDatabase({ kind: 'pglite', dataDir }, silentLog).catch((e: unknown) => e);
  expect(error).toMatchObject({ field: 'DATA_DIR' });
  expect((error as Error).message.length).toBeLessThan(400);
});

test('a server that is away is reported with the remedy', async () => {
  await expect(
    openDatabase(
      { kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none', poolSize: 2 },
      silentLog,
    ),
  ).rejects.toMatchObject({
    code: 'unavailable',
    field: 'DATABASE_URL',
    remedy: expect.stringContaining('server runs'),
  });
});
