import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '#platform/log.ts';
import type { Database } from './schema/index.ts';

const OID_INT8 = 20;
const OID_DATE = 1082;

/** Both engines give the same JavaScript values: bigint as number, date as YYYY-MM-DD. */
export const typeParsers: Readonly<Record<number, (value: string) => unknown>> = {
  [OID_INT8]: Number,
  [OID_DATE]: (value) => value,
};

/**
 * Iterative scans keep filtered HNSW queries from coming back short (pgvector ≥ 0.8.0); in relaxed order
 * they also keep what a later round finds nearer. Recall of the ten nearest of 100,000 over 200 queries:
 * .965 with an `ef_search` of 200, .975 with 320, .988 with 400. The planner prices a vector search as if it were long:
 * compiling it would take longer than running it.
 */
export const sessionSettings = [
  'set jit = off',
  'set hnsw.iterative_scan = relaxed_order',
  'set hnsw.ef_search = 400',
];

export interface PoolOptions {
  readonly url: string;
  readonly size: number;
  /** False where no vector search runs: it saves three round trips per connection. */
  readonly vectorSearch: boolean;
}

/** A pool whose values and session settings agree with the embedded database. */
export function createPool(options: PoolOptions): pg.Pool {
  const config: pg.PoolConfig = {
    connectionString: options.url,
    max: options.size,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (
        oid: Parameters<typeof pg.types.getTypeParser>[0],
        format?: 'text' | 'binary',
      ) => typeParsers[oid] ?? pg.types.getTypeParser(oid, format),
    },
  };
  // The pool waits for it, though its type says void.
  const onConnect = prepareVectorSearch as (client: pg.ClientBase) => void;
  const pool = new pg.Pool(options.vectorSearch ? { ...config, onConnect } : config);
  // The pool listens only while a client is idle. A connection lost between two statements of a
  // transaction would otherwise end the process; the next statement fails and says why.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * A database for one request on Workers, where a connection cannot outlive the request that opened it;
 * Hyperdrive keeps the real ones. Opens nothing until asked.
 */
export function openForRequest(url: string, log: Log): Kysely<Database> {
  const pool = createPool({ url, size: 1, vectorSearch: false });
  pool.on('error', (error) => log.warn({ error: error.name }, 'a database connection was lost'));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

async function prepareVectorSearch(client: pg.ClientBase): Promise<void> {
  // `set` before the extension's library is loaded makes a placeholder, so load it first.
  await client.query("select '[1]'::vector").catch(() => undefined);
  for (const setting of sessionSettings) await client.query(setting).catch(() => undefined);
}
