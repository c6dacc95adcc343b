import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fsx from 'fs-native-extensions';
import { ConflictError } from '#platform/errors.ts';

/** Held for as long as the process lives: the kernel drops it however the process ends. */
export interface DataDirectory extends AsyncDisposable {
  /** Where the database lies once it is complete. */
  readonly databaseDir: string;
  /** True when no complete database was there yet. */
  readonly isNew: boolean;
}

/**
 * Takes the directory for this process alone.
 * @throws ConflictError naming the process that holds it.
 */
export async function takeDataDirectory(dataDir: string): Promise<DataDirectory> {
  await mkdir(dataDir, { recursive: true });
  const lock = await open(join(dataDir, 'lock'), 'a+');
  if (!fsx.tryLock(lock.fd)) {
    await lock.close();
    throw new ConflictError(`the data directory ${dataDir} is held by ${await holder(dataDir)}`, {
      field: 'DATA_DIR',
      remedy:
        'Stop that process, set DATA_DIR to another directory, or set DATABASE_URL to a PostgreSQL server that many processes can share.',
    });
  }
  await writeFile(
    join(dataDir, 'holder.json'),
    JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }),
  );
  const databaseDir = join(dataDir, 'pglite');
  return {
    databaseDir,
    isNew: !existsSync(databaseDir),
    [Symbol.asyncDispose]: () => release(lock, dataDir),
  };
}

/** Builds in a directory beside the final one and renames it, so that a kill leaves no half database. */
export async function buildThenRename(
  directory: DataDirectory,
  build: (temporaryDir: string) => Promise<void>,
): Promise<void> {
  const temporaryDir = `${directory.databaseDir}.new`;
  await rm(temporaryDir, { recursive: true, force: true });
  await build(temporaryDir);
  await rename(temporaryDir, directory.databaseDir);
}

async function release(lock: FileHandle, dataDir: string): Promise<void> {
  await rm(join(dataDir, 'holder.json'), { force: true });
  fsx.unlock(lock.fd);
  await lock.close();
}

async function holder(dataDir: string): Promise<string> {
  try {
    const { pid, host, since } = JSON.parse(await readFile(join(dataDir, 'holder.json'), 'utf8'));
    return `process ${pid} on ${host} since ${since}`;
  } catch {
    return 'another process';
  }
}
