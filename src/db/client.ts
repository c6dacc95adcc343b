import { PGlite, types } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import type { DatabaseConfig } from '#config/config.ts';
import { UnavailableError } from '#platform/errors.ts';
import type { Log } from '#platform/log.ts';
import { buildThenRename, takeDataDirectory } from './data-directory.ts';
import { checkExtensions } from './extensions.ts';
import { migrate } from './migrate.ts';
import { createPool, sessionSettings, typeParsers } from './pool.ts';
import type { Database } from './schema/index.ts';

/** An open, migrated database; pg-boss needs the connection beneath Kysely. */
export type DatabaseHandle = AsyncDisposable & {
  readonly db: Kysely<Database>;
} & (
    | { readonly kind: 'pglite'; readonly pglite: PGlite; readonly isNew: boolean }
    | { readonly kind: 'postgres'; readonly url: string; readonly isNew: boolean }
  );

/** Opens and migrates. @throws ConflictError | ConfigError | UnavailableError with the remedy. */
export async function openDatabase(config: DatabaseConfig, log: Log): Promise<DatabaseHandle> {
  return config.kind === 'pglite'
    ? openEmbedded(config.dataDir)
    : openServer(config.url, config.poolSize, log);
}

async function openEmbedded(dataDir: string): Promise<DatabaseHandle> {
  const directory = await takeDataDirectory(dataDir);
  try {
    const isNew = directory.isNew;
    if (isNew) {
      await buildThenRename(directory, async (temporaryDir) => {
        await using handle = await embedded(await startPGlite({ dataDir: temporaryDir }));
        await migrate(handle.db);
      });
    }
    const handle = await embedded(await startPGlite({ dataDir: directory.databaseDir }));
    if (!isNew) await migrate(handle.db);
    return {
      ...handle,
      isNew,
      [Symbol.asyncDispose]: async () => {
        await handle[Symbol.asyncDispose]();
        await directory[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await directory[Symbol.asyncDispose]();
    throw error;
  }
}

/** @throws UnavailableError in a sentence: PGlite's own errors carry pages of minified source. */
export async function startPGlite(options: {
  dataDir?: string;
  loadDataDir?: Blob;
}): Promise<PGlite> {
  try {
    return await PGlite.create({
      ...options,
      extensions: { vector },
      parsers: { ...typeParsers, [types.INT8]: Number },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown reason';
    throw new UnavailableError(`the embedded database did not open: ${reason}`, {
      field: 'DATA_DIR',
      remedy: 'Check that the directory is writable and complete, or restore it from a backup.',
    });
  }
}

/** Wraps a running PGlite; disposing closes it. */
export async function embedded(pglite: PGlite): Promise<DatabaseHandle> {
  await pglite.query('create extension if not exists vector');
  for (const setting of sessionSettings) await pglite.query(setting);
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
  return {
    kind: 'pglite',
    pglite,
    db,
    isNew: false,
    [Symbol.asyncDispose]: async () => {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
    },
  };
}

async function openServer(url: string, poolSize: number, log: Log): Promise<DatabaseHandle> {
  const pool = createPool({ url, size: poolSize, vectorSearch: true });
  // A lost idle connection is replaced on the next query; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection was lost'));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    const warning = await checkExtensions(db);
    if (warning !== null) log.warn({}, warning);
    const applied = await migrate(db);
    return {
      kind: 'postgres',
      url,
      db,
      isNew: applied.length > 0,
      [Symbol.asyncDispose]: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
