import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseArgs } from 'node:util';
import { readConfig } from '#config/env.ts';
import { receivePosts } from '#posts/index.ts';
import { type Context, createContext } from '../src/context.ts';
import { checkState } from './check-state.ts';
import { type Child, startChild } from './child.ts';
import { actingAs, importPlanned, makePlan, type Plan } from './plan.ts';
import { createServerDatabase } from './server-database.ts';
import { untilIdle } from './finish.ts';

const script = join(import.meta.dirname, '../scripts/postgres-up.sh');
const batches = 60;
const downMs = 8000;
const readyWithinMs = 60_000;

/**
 * On a PostgreSQL server of its own: the server is stopped as if it had crashed while jobs run, and
 * comes back; then the program is started without it. Counts what was lost and what was said meanwhile.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { port: { type: 'string', default: '55499' } } });
  const server = (action: 'start' | 'stop') => runServer(action, values.port);
  const serverUrl = await server('start');
  try {
    await using database = await createServerDatabase(serverUrl);
    try {
      return await measure(database.url, server);
    } finally {
      // Running again, so that the database can be dropped.
      await server('start');
    }
  } finally {
    await server('stop');
  }
}

type Server = (action: 'start' | 'stop') => Promise<string>;

async function measure(databaseUrl: string, server: Server): Promise<Record<string, unknown>> {
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', PORT: '0', HOST: '127.0.0.1' };
  const plan = await makePlan(1);
  await submit(env, plan);
  const during = await takeServerAway(env, server);
  const faults = await check(env, plan);
  await server('stop');
  const atStart = await startWithoutServer(env);
  for (const line of faults.list) process.stderr.write(`✗ ${line}\n`);
  const { lost, duplicated, other } = faults;
  const rightDuring = during.alive && during.whileAway === 503 && during.readyAgain;
  const rightAtStart = atStart.exitCode === 1 && atStart.message.includes('→');
  return {
    posts: batches * plan.postsPerBatch,
    ...during,
    lost,
    duplicated,
    otherFaults: other,
    atStart,
    ok: rightDuring && rightAtStart && lost + duplicated + other === 0,
  };
}

/** Posts that wait for their analysis: no job loop runs in this process. */
async function submit(env: Readonly<Record<string, string>>, plan: Plan): Promise<void> {
  await using ctx = await createContext(readConfig(env), { logToStderr: true });
  const triager = await actingAs(ctx, 'triager', 'triager');
  for (let number = 0; number < batches; number += 1) {
    await importPlanned(ctx, plan, number);
    const posts = await plan.posts(number);
    await receivePosts(triager, { posts, channel: 'api', idempotencyKey: plan.key(number) });
  }
}

async function takeServerAway(env: Readonly<Record<string, string>>, server: Server) {
  await using child = startChild('src/main.ts', [], env);
  if (!(await child.until((lines) => lines.some((line) => line.startsWith('API: ')))))
    throw new Error(child.complaints());
  const url = /http:\/\/[^/ ]+/.exec(child.lines.join('\n'))?.[0] ?? '';
  await sleep(500);
  await server('stop');
  await sleep(1000);
  const whileAway = await readiness(url).catch(() => 0);
  await sleep(downMs);
  const alive = child.isRunning();
  if (!alive) process.stderr.write(`✗ the program ended: ${child.complaints()}\n`);
  await server('start');
  const readyAgain = alive && (await untilReady(child, url));
  // The program itself does the jobs that were cut off; the check after it must find them done.
  if (readyAgain) {
    await using ctx = await createContext(readConfig(env), { logToStderr: true });
    await untilIdle(ctx);
  }
  await child.kill('SIGTERM');
  return { alive, whileAway, readyAgain };
}

async function readiness(url: string): Promise<number> {
  const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(10_000) });
  await response.body?.cancel();
  return response.status;
}

async function untilReady(child: Child, url: string): Promise<boolean> {
  const until = performance.now() + readyWithinMs;
  while (child.isRunning() && performance.now() < until) {
    if ((await readiness(url).catch(() => 0)) === 200) return true;
    await sleep(500);
  }
  return false;
}

async function check(env: Readonly<Record<string, string>>, plan: Plan) {
  await using ctx: Context = await createContext(readConfig(env), { logToStderr: true });
  return await checkState(
    ctx,
    plan,
    new Set(Array.from({ length: batches }, (_, number) => number)),
  );
}

async function startWithoutServer(env: Readonly<Record<string, string>>) {
  await using child = startChild('src/main.ts', [], env);
  const exitCode = await Promise.race([child.ended, sleep(60_000).then(() => null)]);
  return { exitCode, message: child.complaints().trim().slice(0, 300) };
}

async function runServer(action: 'start' | 'stop', port: string): Promise<string> {
  const { stdout } = await promisify(execFile)(script, [action], {
    env: { ...process.env, PG_PORT: port, PG_STOP_MODE: 'immediate' },
  });
  return stdout.trim().replace(/^DATABASE_URL=/, '');
}
