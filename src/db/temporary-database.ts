import { newId } from '#platform/ids.ts';
import type { Log } from '#platform/log.ts';
import { type DatabaseHandle, embedded, openDatabase, startPGlite } from './client.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';

/**
 * A migrated database that is gone when disposed: in memory, or, given the URL of a PostgreSQL server,
 * one of its own there (its user must be allowed to create databases).
 */
export async function openTemporaryDatabase(
  serverUrl: string | null,
  log: Log,
): Promise<DatabaseHandle> {
  if (serverUrl === null) {
    const handle = await embedded(await startPGlite({}));
    await migrate(handle.db);
    return { ...handle, isNew: true };
  }
  const name = `doichung_temporary_${newId().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = (): Promise<void> => onServer(serverUrl, `drop database ${name} with (force)`);
  try {
    const handle = await openDatabase({ kind: 'postgres', url: url.toString(), poolSize: 4 }, log);
    return {
      ...handle,
      [Symbol.asyncDispose]: async () => {
        await handle[Symbol.asyncDispose]();
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const pool = createPool({ url, size: 1, vectorSearch: false });
  try {
    await pool.query(statement);
  } finally {
    await pool.end();
  }
}
