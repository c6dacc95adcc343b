import type { DbContext } from '#db/context.ts';
import { requeueFailed } from '#db/queue-state.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { appendAudit } from './append.ts';

/** Tries the failed jobs of a queue once more. Returns how many. @throws ConflictError when none failed. */
export async function retryJobs(ctx: DbContext, { queue }: { queue: string }): Promise<number> {
  return withTransaction(ctx, async (ctx) => {
    const jobs = await requeueFailed(ctx, queue);
    if (jobs === 0) {
      throw new ConflictError('no job of this queue has failed', {
        field: 'queue',
        remedy: 'Look at the queues again.',
      });
    }
    await appendAudit(ctx, [
      { action: 'job.retried', entityType: 'job_queue', entityId: queue, details: { jobs } },
    ]);
    return jobs;
  });
}
