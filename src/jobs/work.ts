import type { PgBoss } from 'pg-boss';
import { describeError } from '#platform/errors.ts';
import { createHandlers, type JobContext } from './handlers.ts';
import { heartbeatSeconds, queueNames, queues, schedules } from './queues.ts';

/** Starts a worker for every queue. Jobs that fail are retried one by one, not with their batch. */
export async function startWorkers(ctx: JobContext, boss: PgBoss): Promise<void> {
  const handlers = createHandlers(ctx);
  for (const name of queueNames) {
    const { batchSize, payload } = queues[name];
    await boss.work(
      name,
      {
        batchSize,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 5,
        heartbeatRefreshSeconds: heartbeatSeconds / 3,
        perJobResults: true,
      },
      async (jobs) => {
        const signal = AbortSignal.any(jobs.map((job) => job.signal));
        const failed = await handlers[name](
          jobs.map((job) => ({ id: job.id, payload: payload.parse(job.data) as never })),
          signal,
        );
        return jobs.map((job) => {
          if (!failed.has(job.id)) return { id: job.id, status: 'completed' as const };
          const error = failed.get(job.id);
          ctx.log.error({ queue: name, job: job.id, error: describeError(error) }, 'job failed');
          return { id: job.id, status: 'failed' as const, output: { error: describeError(error) } };
        });
      },
    );
  }
  for (const { name, cron } of schedules) {
    await boss.schedule(name, cron, {}, { tz: 'Asia/Ho_Chi_Minh' });
    // What came due while no worker ran is not waited for.
    await boss.send(name, {});
  }
}

/** Waits for running jobs up to `timeoutMs`, then returns the rest to the queue. */
export async function stopWorkers(boss: PgBoss, timeoutMs: number): Promise<void> {
  await boss.stop({ graceful: true, close: true, timeout: timeoutMs });
}
