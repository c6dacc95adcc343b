import type { PGlite } from '@electric-sql/pglite';
import { fromKysely, fromPglite, PgBoss } from 'pg-boss';
import type { DatabaseHandle } from '#db/client.ts';
import type { JobQueue } from '#db/context.ts';
import { newId } from '#platform/ids.ts';
import type { Log } from '#platform/log.ts';
import {
  heartbeatSeconds,
  jobSchema,
  type QueueDefinition,
  queueNames,
  queues,
  retryDelayMaxSeconds,
  retryLimit,
} from './queues.ts';

export interface Boss extends AsyncDisposable {
  readonly boss: PgBoss;
  readonly queue: JobQueue;
}

/**
 * pg-boss on either database, its queues created and cached: on the embedded database a send to a queue
 * it has not cached waits for ever. Lost connections are logged and retried by pg-boss itself.
 */
export async function startBoss(database: DatabaseHandle, log: Log): Promise<Boss> {
  const boss = new PgBoss({
    ...(database.kind === 'pglite'
      ? { db: fromPglite(database.pglite), backend: 'pglite' as const }
      : { connectionString: database.url, max: 4 }),
    schema: jobSchema,
    useListenNotify: true,
    schedule: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    persistWarnings: false,
  });
  boss.on('error', (error) => log.warn({ error: error.message }, 'job queue error'));
  await boss.start();
  for (const name of queueNames) {
    const { policy, retry }: QueueDefinition = queues[name];
    await boss.createQueue(name, {
      policy,
      notify: true,
      retryLimit: retry?.limit ?? retryLimit,
      retryDelay: retry?.delaySeconds ?? 1,
      retryBackoff: true,
      retryDelayMax: retryDelayMaxSeconds,
      expireInSeconds: 3600,
      heartbeatSeconds,
    });
    // Fills pg-boss's cache of this queue (see above); no job has this id.
    await boss.findJobs(name, { id: newId() });
  }
  if (database.kind === 'pglite') await takeBackOrphans(boss, database.pglite);
  return {
    boss,
    queue: jobQueue(boss),
    [Symbol.asyncDispose]: () => boss.stop({ graceful: false, close: true }),
  };
}

/** This process alone has the directory, so a job that is active now belongs to a process that died. */
async function takeBackOrphans(boss: PgBoss, pglite: PGlite): Promise<void> {
  for (const name of queueNames) {
    const { rows } = await pglite.query<{ id: string }>(
      `select id from pgboss.job where name = $1 and state = 'active'`,
      [name],
    );
    if (rows.length > 0)
      await boss.fail(
        name,
        rows.map((row) => row.id),
      );
  }
}

/** Sends through the caller's transaction, so that a job exists exactly when its rows do. */
function jobQueue(boss: Pick<PgBoss, 'insert'>): JobQueue {
  return {
    async enqueue(db, name, payloads, { afterSeconds: startAfter = 0 } = {}) {
      if (payloads.length === 0) return;
      await boss.insert(
        name,
        payloads.map((data) => ({ data, startAfter })),
        { db: fromKysely(db) },
      );
    },
  };
}
