import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The tests may be using the usual one. */
const ownPort = 55_434;

/** A PostgreSQL server of the benchmark's own, dropped when disposed. */
export async function startServer(): Promise<AsyncDisposable & { readonly url: string }> {
  const script = fileURLToPath(new URL('../../scripts/postgres-up.sh', import.meta.url));
  const execute = (...action: string[]): Promise<{ stdout: string }> =>
    promisify(execFile)('env', [`PG_PORT=${ownPort}`, script, ...action]);
  const { stdout } = await execute();
  return {
    url: stdout.trim().replace(/^DATABASE_URL=/, ''),
    [Symbol.asyncDispose]: async () => {
      await execute('drop');
    },
  };
}
