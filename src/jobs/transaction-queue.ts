import { fromKysely, PgBoss } from 'pg-boss';
import type { JobQueue } from '#db/context.ts';
import { jobSchema } from './queues.ts';

/**
 * Sends jobs where no job loop runs (Workers): pg-boss is never started, opens no connection and keeps
 * no timer. All it asks the database goes through the caller's transaction; a worker process on the
 * same PostgreSQL, which also creates the queues, does the jobs.
 */
export function transactionQueue(): JobQueue {
  return {
    async enqueue(db, name, payloads, { afterSeconds: startAfter = 0 } = {}) {
      if (payloads.length === 0) return;
      const boss = new PgBoss({ db: fromKysely(db), schema: jobSchema });
      await boss.insert(
        name,
        payloads.map((data) => ({ data, startAfter })),
      );
    },
  };
}
