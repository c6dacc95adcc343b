import { join } from 'node:path';
import type { Config, DatabaseConfig } from '#config/config.ts';

/**
 * Where checkpoints of the trail are kept outside its database, so that restoring an older one is noticed.
 * Each database has its own file: another one in the same data directory is another trail.
 */
export function checkpointFileOf({
  dataDir,
  database,
}: Pick<Config, 'dataDir' | 'database'>): string {
  return join(dataDir, 'checkpoints', `${placeOf(database)}.ndjson`);
}

function placeOf(database: DatabaseConfig): string {
  if (database.kind === 'pglite') return 'embedded';
  const { hostname, port, pathname } = new URL(database.url);
  return [hostname, port === '' ? '5432' : port, pathname.slice(1)]
    .map((part) => part.replaceAll(/[^a-zA-Z0-9._-]/g, '_'))
    .join('-');
}
