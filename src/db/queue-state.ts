import { sql } from 'kysely';
import type { DbContext } from './context.ts';

/** The PostgreSQL schema that pg-boss keeps its tables in. */
export const jobSchema = 'pgboss';

/** How the jobs of one queue stand. */
export interface QueueState {
  readonly name: string;
  readonly waiting: number;
  /** Of these, jobs that failed before and wait to be tried again. */
  readonly retrying: number;
  readonly active: number;
  readonly failed: number;
  /** When the oldest waiting job could have begun; null: none waits. */
  readonly oldestAt: Date | null;
  /** Last end of a failed job; null: none failed that is still kept. */
  readonly failedAt: Date | null;
}

/** Every queue, jobs or none. Payloads and what jobs said are not read. */
export async function readQueues(ctx: Pick<DbContext, 'db'>): Promise<QueueState[]> {
  const { rows } = await sql<QueueState>`
    select q.name, count(j.id) filter (where j.state in ('created', 'retry'))::int as waiting,
      count(j.id) filter (where j.state = 'retry')::int as retrying,
      count(j.id) filter (where j.state = 'active')::int as active,
      count(j.id) filter (where j.state = 'failed')::int as failed,
      min(greatest(j.created_on, j.start_after))
        filter (where j.state in ('created', 'retry') and j.start_after <= now()) as "oldestAt",
      max(j.completed_on) filter (where j.state = 'failed') as "failedAt"
    from ${sql.table(`${jobSchema}.queue`)} q
    left join ${sql.table(`${jobSchema}.job`)} j on j.name = q.name and j.state <> 'completed'
    where q.name not like '\\_\\_%'
    group by q.name order by q.name`.execute(ctx.db);
  return rows;
}

/** Puts the failed jobs of a queue back into it, in the caller's transaction; returns how many. */
export async function requeueFailed(ctx: Pick<DbContext, 'db'>, name: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(`${jobSchema}.job`)}
    set state = 'retry', retry_limit = retry_limit + 1, completed_on = null, start_after = now()
    where name = ${name} and state = 'failed' returning id`.execute(ctx.db);
  return rows.length;
}
