import { sql } from 'kysely';
import type { DbContext } from './context.ts';

export interface DatabaseFacts {
  /** Of the server, e.g. 18.1. */
  readonly version: string;
  readonly bytes: number;
  /** Newest migration that ran. */
  readonly migration: string;
}

export async function describeDatabase(ctx: Pick<DbContext, 'db'>): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version,
      pg_database_size(current_database())::float8 as bytes,
      (select max(name) from kysely_migration) as migration`.execute(ctx.db);
  return rows[0] as DatabaseFacts;
}
