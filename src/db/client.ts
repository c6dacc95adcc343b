import { PGlite, types } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import type { DatabaseConfig } from '#config/config.ts';
import { ConfigError, UnavailableError } from '#platform/errors.ts';
import type { Log } from '#platform/log.ts';
import { buildThenRename, takeDataDirectory } from './data-directory.ts';
import { checkExtensions } from './extensions.ts';
import { grantApplicationRole } from './grants.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { createPool, sessionSettings, typeParsers } from './pool.ts';
import type { Database } from './schema/index.ts';

/** An open, migrated database; pg-boss needs the connection beneath Kysely. */
export type DatabaseHandle = AsyncDisposable & {
  readonly db: Kysely<Database>;
} & (
    | { readonly kind: 'pglite'; readonly pglite: PGlite; readonly isNew: boolean }
    | { readonly kind: 'postgres'; readonly url: string; readonly isNew: boolean }
  );

/** The tables of the job queue, which its own room makes; grants are about them too. */
export interface JobTables {
  readonly schema: string;
  create(handle: DatabaseHandle): Promise<void>;
}

/** Opens and migrates. @throws ConflictError | ConfigError | UnavailableError with the remedy. */
export async function openDatabase(
  config: DatabaseConfig,
  log: Log,
  jobTables: JobTables | null = null,
): Promise<DatabaseHandle> {
  if (config.kind === 'pglite') return openEmbedded(config.dataDir);
  const { url, ownerUrl = null, poolSize } = config;
  if (ownerUrl === null || jobTables === null) return openServer({ url, poolSize }, log);
  const prepared = await prepareAsOwner({ ownerUrl, role: roleOf(url) }, log, jobTables);
  return { ...(await openServer({ url, poolSize }, log)), isNew: prepared.isNew };
}

/** Migrates as the owner of the tables and gives `role` what the application needs. @throws as `openDatabase` */
export async function prepareAsOwner(
  { ownerUrl, role }: { readonly ownerUrl: string; readonly role: string },
  log: Log,
  jobTables: JobTables,
): Promise<{ readonly isNew: boolean }> {
  await using owner = await openServer({ url: ownerUrl, poolSize: 2 }, log);
  await jobTables.create(owner);
  await grantApplicationRole(owner.db, { role, jobSchema: jobTables.schema });
  return { isNew: owner.isNew };
}

/** @throws ConfigError when the address names nobody. */
function roleOf(url: string): string {
  const role = decodeURIComponent(new URL(url).username);
  if (role !== '') return role;
  throw new ConfigError('DATABASE_URL names no role', {
    field: 'DATABASE_URL',
    remedy: 'Write it as postgres://ROLE:PASSWORD@HOST/DATABASE; see: doichung database grant',
  });
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

async function openServer(
  { url, poolSize }: { readonly url: string; readonly poolSize: number },
  log: Log,
): Promise<DatabaseHandle> {
  const pool = createPool({ url, size: poolSize, vectorSearch: true });
  // A lost idle connection is replaced on the next query; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection was lost'));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    const warning = await checkExtensions(db);
    if (warning !== null) log.warn({}, warning);
    const applied = await migrateIfPending(db);
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

/** A role of the application's own can run no migration, and needs none when all were run. */
async function migrateIfPending(db: Kysely<Database>): Promise<string[]> {
  try {
    return (await pendingMigrations(db)).length === 0 ? [] : await migrate(db);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    throw new ConfigError('the role in DATABASE_URL may not bring the database up to date', {
      field: 'DATABASE_OWNER_URL',
      remedy:
        'Set DATABASE_OWNER_URL to the owner of the tables, or run as the owner: doichung database grant --role ROLE',
      cause: error,
    });
  }
}

const insufficientPrivilege = '42501';
