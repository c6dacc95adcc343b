import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { seededRandom } from '../bench/support/random.ts';
import { checkDecisions } from './review-load/check-decisions.ts';
import { type Measured, review } from './review-load/reviewer.ts';
import { startServers } from './review-load/servers.ts';
import { setTheStage } from './review-load/stage.ts';
import { createServerDatabase } from './server-database.ts';

const script = join(import.meta.dirname, '../scripts/postgres-up.sh');
const webPorts = [55_481, 55_482];
const killEveryMs = 5000;
/** Shares of the time after which PostgreSQL is stopped as if it had crashed. */
const restartsAt = [1 / 3, 2 / 3];

/**
 * Scripted reviewers work through the queue of one PostgreSQL server over HTTP, each leasing, reading for
 * a while and deciding. With --faults the web processes are killed every five seconds in turn and the
 * server is restarted twice. Then the database is held against what the clients were told.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '60' },
      reviewers: { type: 'string', default: '200' },
      'think-ms': { type: 'string', default: '4000' },
      faults: { type: 'boolean', default: false },
      port: { type: 'string', default: '55498' },
    },
  });
  const options = {
    seconds: Number(values.seconds),
    reviewers: Number(values.reviewers),
    thinkMs: Number(values['think-ms']),
    faults: values.faults,
  };
  const server: Server = (action) => runServer(action, values.port);
  const serverUrl = await server('start');
  try {
    await using database = await createServerDatabase(serverUrl);
    try {
      return await load(database.url, server, options);
    } finally {
      // Running again, so that the database can be dropped.
      await server('start');
    }
  } finally {
    await server('drop');
  }
}

/** Starts, crashes or removes the PostgreSQL server of this run; its address when started. */
type Server = (action: 'start' | 'stop' | 'drop') => Promise<string>;

interface LoadOptions {
  readonly seconds: number;
  readonly reviewers: number;
  readonly thinkMs: number;
  readonly faults: boolean;
}

async function load(
  databaseUrl: string,
  server: Server,
  { seconds, reviewers, thinkMs, faults }: LoadOptions,
): Promise<Record<string, unknown>> {
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '6' };
  // Twice what they could decide on if no request took any time.
  const items = Math.ceil((reviewers * seconds * 1000) / thinkMs);
  say(`${items} items and ${reviewers} reviewers …`);
  const keys = await setTheStage(env, { items, reviewers });
  const measured: Measured = {
    nextMs: [],
    decideMs: [],
    decisions: [],
    unexpected: new Map(),
    cutOff: 0,
    refused: 0,
    idle: 0,
  };
  const trouble = { kills: 0, restarts: 0 };
  {
    await using servers = await startServers(env, webPorts);
    say(`${servers.urls.length} web processes, ${seconds} s …`);
    const until = performance.now() + seconds * 1000;
    const random = seededRandom(reviewers);
    const loops = keys.map((key) =>
      review({
        key,
        urls: servers.urls,
        random,
        thinkMs: [thinkMs / 2, thinkMs * 1.5],
        until,
        measured,
      }),
    );
    const faultLoops = faults
      ? [killInTurn(servers, until, trouble), restartServer(server, seconds, until, trouble)]
      : [];
    await Promise.all([...loops, ...faultLoops]);
  }
  const found = await checkDecisions(env, measured.decisions);
  for (const line of found.list.slice(0, 50)) say(`✗ ${line}`);
  for (const [line, count] of measured.unexpected) say(`✗ ${count} × ${line}`);
  const { lost, decidedTwice, leasedByTwo, other, stored, approvals } = found;
  const acknowledged = measured.decisions.filter((one) => one.acknowledged).length;
  const unexpected = [...measured.unexpected.values()].reduce((sum, count) => sum + count, 0);
  const faultsFound = lost + decidedTwice + leasedByTwo + other + unexpected;
  return {
    decisions: stored,
    acknowledged,
    approvals,
    lost,
    decidedTwice,
    leasedByTwo,
    otherFaults: other,
    unexpected,
    p95Ms: quantile([...measured.nextMs, ...measured.decideMs], 0.95),
    nextMs: summary(measured.nextMs),
    decideMs: summary(measured.decideMs),
    refused: measured.refused,
    cutOff: measured.cutOff,
    idle: measured.idle,
    reviewers,
    seconds,
    thinkMs,
    items,
    ...trouble,
    ok: stored > 0 && faultsFound === 0,
  };
}

async function killInTurn(
  servers: { crash(index: number): Promise<void> },
  until: number,
  trouble: { kills: number },
): Promise<void> {
  for (let turn = 0; performance.now() + killEveryMs < until; turn += 1) {
    const startedAt = performance.now();
    await servers.crash(turn % webPorts.length);
    trouble.kills += 1;
    await sleep(Math.max(0, killEveryMs - (performance.now() - startedAt)));
  }
}

async function restartServer(
  server: Server,
  seconds: number,
  until: number,
  trouble: { restarts: number },
): Promise<void> {
  for (const share of restartsAt) {
    const at = until - seconds * 1000 * (1 - share);
    await sleep(Math.max(0, at - performance.now()));
    await server('stop');
    await server('start');
    trouble.restarts += 1;
  }
}

function summary(times: readonly number[]): Record<string, number> {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

async function runServer(action: Parameters<Server>[0], port: string): Promise<string> {
  const { stdout } = await promisify(execFile)(script, [action], {
    env: { ...process.env, PG_PORT: port, PG_STOP_MODE: 'immediate' },
  });
  return stdout.trim().replace(/^DATABASE_URL=/, '');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
