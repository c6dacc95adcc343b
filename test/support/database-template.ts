import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type DatabaseHandle, embedded, openDatabase, startPGlite } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { startBoss } from '#jobs/index.ts';
import { silentLog } from '#platform/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a dump of a migrated embedded database, or null on PostgreSQL. */
    dumpPath: string | null;
    /** A server to make databases on from the template, or null on PGlite. */
    serverUrl: string | null;
  }
}

export const templateName = 'doichung_test_template';

/** Migrates once per run; each test file restores a copy. `DB=postgres` uses the server in DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return process.env['DB'] === 'postgres' ? onServer(project) : onPGlite(project);
}

async function onPGlite(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'doichung-test-'));
  const pglite = await startPGlite({});
  await using handle = await embedded(pglite);
  await prepare(handle);
  const dump = await pglite.dumpDataDir('none');
  const dumpPath = join(directory, 'template.tar');
  await writeFile(dumpPath, Buffer.from(await dump.arrayBuffer()));
  project.provide('dumpPath', dumpPath);
  project.provide('serverUrl', null);
  return () => rm(directory, { recursive: true, force: true });
}

async function onServer(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env['DATABASE_URL'];
  if (serverUrl === undefined) throw new Error('DB=postgres needs DATABASE_URL');
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${templateName} with (force)`);
  await admin.query(`create database ${templateName}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${templateName}`;
  const handle = await openDatabase(
    { kind: 'postgres', url: url.toString(), poolSize: 2 },
    silentLog,
  );
  await prepare(handle);
  await handle[Symbol.asyncDispose]();
  project.provide('dumpPath', null);
  project.provide('serverUrl', serverUrl);
  return async () => {};
}

async function prepare(handle: DatabaseHandle): Promise<void> {
  await migrate(handle.db);
  // Tests live on days of their own; `test/db/bypass.test.ts` sets the real limit.
  await handle.db.updateTable('clock_limit').set({ seconds: 1_000_000_000 }).execute();
  const boss = await startBoss(handle, silentLog);
  await boss[Symbol.asyncDispose]();
}
