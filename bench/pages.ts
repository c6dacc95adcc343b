import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { parseConfig } from '#config/config.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { startServer as startHttp } from '#http/server.ts';
import { silentLog } from '#platform/log.ts';
import { createContext } from '../src/context.ts';
import { addressesOf } from './pages/addresses.ts';
import { firstViewBytes } from './pages/first-view.ts';
import { type Measured, measurePage } from './pages/measure-page.ts';
import { setTheStage } from './pages/stage.ts';
import { startServer } from './support/own-server.ts';

/**
 * Milliseconds from request to the last byte of each page, over HTTP on this machine, with many posts in
 * the database, on both engines; and the compressed bytes of its first view without fonts.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: 'string', default: '100000' },
      days: { type: 'string', default: '365' },
      rounds: { type: 'string', default: '60' },
      engine: { type: 'string' },
      'database-url': { type: 'string' },
    },
  });
  const amounts = { posts: Number(values.posts), days: Number(values.days) };
  const rounds = Number(values.rounds);
  const result: Record<string, unknown> = { ...amounts, rounds };
  for (const engine of ['pglite', 'postgres'] as const) {
    if (values.engine !== undefined && values.engine !== engine) continue;
    const given = values['database-url'] ?? null;
    await using own = engine === 'postgres' && given === null ? await startServer() : null;
    const url = engine === 'pglite' ? null : (given ?? own?.url ?? null);
    const pages = await measureAll(url, { ...amounts, rounds });
    for (const { name, p50, p95, firstViewKb } of pages) {
      process.stderr.write(`${engine} ${name}: ${p50} / ${p95} ms, ${firstViewKb} kB\n`);
    }
    result[engine] = pages;
    result[`${engine}Missed`] = pages.filter(({ kept }) => !kept).map(({ name }) => name);
  }
  return result;
}

async function measureAll(
  serverUrl: string | null,
  { posts, days, rounds }: { posts: number; days: number; rounds: number },
): Promise<Measured[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'doichung-bench-'));
  try {
    const config = parseConfig({ DATA_DIR: dataDir, GOLDEN_SHARE: '0', THIRD_LOOK_SHARE: '0' });
    await using database = await openTemporaryDatabase(serverUrl, silentLog);
    const embedder = createScriptedEmbedder();
    await using ctx = await createContext(config, {
      database,
      embedders: {
        configured: embedder,
        find: async () => embedder,
        [Symbol.asyncDispose]: async () => {},
      },
      log: silentLog,
    });
    const stage = await setTheStage(ctx, { posts, days });
    const http = { host: '127.0.0.1', port: 0 };
    await using server = await startHttp({ ...ctx, config: { ...config, http } });
    const measured: Measured[] = [];
    for (const address of addressesOf(stage)) {
      const page = await measurePage(server.url, address, { rounds, cookie: stage.cookieOf });
      const bytes = await firstViewBytes(server.url, address, stage.cookieOf);
      const firstViewKb = Math.round(bytes / 100) / 10;
      measured.push({
        ...page,
        firstViewKb,
        kept: page.p95 <= (page.goalMs ?? Infinity) && firstViewKb <= 100,
      });
    }
    return measured;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
