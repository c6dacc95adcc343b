import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '../bench/support/random.ts';
import { checkState, type Faults, noFaults } from './check-state.ts';
import { startChild } from './child.ts';
import { finishAndOpen } from './finish.ts';
import { makePlan, type Plan } from './plan.ts';
import { createServerDatabase } from './server-database.ts';

/** Runs on one database before it is finished and checked, and another begins with a first boot. */
const runsPerDatabase = 10;
/** The share of them, the first ones, that may be killed before they have opened. */
const bootShare = 0.3;
const bootMs = 4000;
/** The others are killed after some of this many batches, and a moment later. */
const batchesPerRun = 12;
const momentMs = 300;

/** What outlives the processes: a data directory or a database on a server. */
interface Place extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Kills the program at random moments of first boot, import, intake and analysis, starts it again on
 * the same data, and counts what was acknowledged and is missing or there twice afterwards.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      'database-url': { type: 'string' },
    },
  });
  const runs = Number(values.runs);
  const seed = Number(values.seed);
  const startedAt = performance.now();
  const random = seededRandom(seed);
  const plan = await makePlan(seed);
  const totals = { acknowledged: 0, openedRuns: 0, failedOpens: 0, faults: noFaults() };
  for (let done = 0; done < runs; done += runsPerDatabase) {
    await using place = await makePlace(values['database-url'] ?? null);
    const count = Math.min(runsPerDatabase, runs - done);
    const acknowledged = await killRuns({ place, plan, seed, random, totals, count });
    try {
      await using ctx = await finishAndOpen(place.env, plan, acknowledged.size);
      totals.faults = add(totals.faults, await checkState(ctx, plan, acknowledged));
    } catch (error) {
      totals.failedOpens += 1;
      say(`✗ finishing: ${error instanceof Error ? error.message : String(error)}`);
    }
    totals.acknowledged += acknowledged.size * plan.postsPerBatch;
    say(`${done + count} of ${runs} runs, ${totals.acknowledged} posts acknowledged`);
  }
  const { acknowledged, openedRuns, failedOpens, faults } = totals;
  for (const line of faults.list) say(`✗ ${line}`);
  return {
    runs,
    acknowledged,
    lost: faults.lost,
    duplicated: faults.duplicated,
    failedOpens,
    openedRuns,
    otherFaults: faults.other,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    ok: acknowledged > 0 && failedOpens + faults.lost + faults.duplicated + faults.other === 0,
  };
}

/** Returns the numbers of the batches that were acknowledged. */
async function killRuns(options: {
  place: Place;
  plan: Plan;
  seed: number;
  random: () => number;
  totals: { openedRuns: number; failedOpens: number };
  count: number;
}): Promise<Set<number>> {
  const { place, seed, random, totals } = options;
  const acknowledged = new Set<number>();
  for (let index = 0; index < options.count; index += 1) {
    await using child = startChild(
      'verify/kill-child.ts',
      [String(seed), String(acknowledged.size)],
      place.env,
    );
    if (index < Math.floor(options.count * bootShare))
      await Promise.race([sleep(random() * bootMs), child.ended]);
    else {
      // By work done, not by time: a slow machine would otherwise be killed before it did any.
      const enough = 1 + Math.floor(random() * batchesPerRun);
      await child.until((lines) => lines.length >= enough);
      await Promise.race([sleep(random() * momentMs), child.ended]);
    }
    if (!child.isRunning()) {
      totals.failedOpens += 1;
      say(`✗ the program ended by itself: ${child.complaints().slice(0, 2000)}`);
    }
    await child.kill('SIGKILL');
    if (child.lines.includes('opened')) totals.openedRuns += 1;
    for (const line of child.lines) {
      const number = /^batch (\d+)$/.exec(line)?.[1];
      if (number !== undefined) acknowledged.add(Number(number));
    }
  }
  return acknowledged;
}

async function makePlace(serverUrl: string | null): Promise<Place> {
  const common = { LOG_LEVEL: 'warn', DEMO: 'false' };
  if (serverUrl !== null) {
    const database = await createServerDatabase(serverUrl);
    return {
      env: { ...common, DATABASE_URL: database.url },
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'doichung-kill-'));
  return {
    env: { ...common, DATABASE_URL: '', DATA_DIR: dataDir },
    [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true, force: true }),
  };
}

function add(a: Faults, b: Faults): Faults {
  return {
    lost: a.lost + b.lost,
    duplicated: a.duplicated + b.duplicated,
    other: a.other + b.other,
    list: [...a.list, ...b.list],
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
