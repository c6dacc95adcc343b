import { type Kysely, sql } from 'kysely';
import { AppError, ConfigError, UnavailableError } from '#platform/errors.ts';

/** PostgreSQL's first with the collation `pg_c_utf8`, in which posts are searched alike on every server. */
const oldestServer = 17;
const refuseBelow = '0.8.0';
const warnBelow = '0.8.4';

/** Numeric comparison of dotted versions: negative, zero or positive. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * What to say of a pgvector version: throws when it cannot work, returns a warning when it should be
 * replaced, null when it is fine. Below 0.8.0 filtered searches come back short (no iterative scan);
 * 0.8.2 to 0.8.4 fixed an overflow in index builds and corrupted indexes.
 * @throws ConfigError
 */
export function judgePgvector(installed: string | null, available: string | null): string | null {
  const version = installed ?? available;
  if (version === null) {
    throw new ConfigError('the PostgreSQL server does not have the extension "vector"', {
      field: 'DATABASE_URL',
      remedy: `Install pgvector ${warnBelow} or newer on the server (package postgresql-NN-pgvector).`,
    });
  }
  if (compareVersions(version, refuseBelow) < 0) {
    throw new ConfigError(
      `pgvector ${version} is too old: ${refuseBelow} is the oldest that works`,
      {
        field: 'DATABASE_URL',
        remedy: `Install pgvector ${warnBelow} or newer and run: alter extension vector update`,
      },
    );
  }
  if (compareVersions(version, warnBelow) < 0) {
    return `pgvector ${version} has known index faults: install ${warnBelow} or newer and run: alter extension vector update`;
  }
  return null;
}

/** @param version As `server_version_num` has it, e.g. `180006`. @throws ConfigError for one that is too old. */
export function judgeServer(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldestServer) return;
  throw new ConfigError(
    `PostgreSQL ${major} is too old: ${oldestServer} is the oldest that works`,
    {
      field: 'DATABASE_URL',
      remedy: `Upgrade the server to PostgreSQL ${oldestServer} or newer, or leave DATABASE_URL out.`,
    },
  );
}

/** Checks the server before migrating. @throws ConfigError | UnavailableError */
export async function checkExtensions<T>(db: Kysely<T>): Promise<string | null> {
  try {
    const server = await sql<{ version: string }>`
      select current_setting('server_version_num') as version`.execute(db);
    judgeServer(Number(server.rows[0]?.version));
    const { rows } = await sql<{ installed: string | null; available: string | null }>`
      select installed_version as installed, default_version as available
      from pg_available_extensions where name = 'vector'`.execute(db);
    const warning = judgePgvector(rows[0]?.installed ?? null, rows[0]?.available ?? null);
    if ((rows[0]?.installed ?? null) === null) await createVector(db);
    return warning;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new UnavailableError(`the database does not answer: ${describe(error)}`, {
      field: 'DATABASE_URL',
      remedy:
        'Check that the server runs, that the address is right and that the role may connect.',
    });
  }
}

async function createVector<T>(db: Kysely<T>): Promise<void> {
  try {
    await sql`create extension if not exists vector`.execute(db);
  } catch (error) {
    throw new ConfigError(`the extension "vector" is not created: ${describe(error)}`, {
      field: 'DATABASE_URL',
      remedy: 'Run as a superuser in this database: create extension vector',
    });
  }
}

/** Connection errors of several addresses come as an AggregateError with an empty message. */
function describe(error: unknown): string {
  if (error instanceof AggregateError) {
    return error.errors.map((one) => (one as Error).message).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
