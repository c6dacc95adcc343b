import type { DbContext } from '#db/context.ts';
import { type QueueCount, queueCount } from './count-queue-queries.ts';

export type { QueueCount } from './count-queue-queries.ts';

/** What of the queue is the acting reviewer's; all zero for who is no person. */
export async function countQueue(ctx: Pick<DbContext, 'db' | 'actor'>): Promise<QueueCount> {
  const { userId } = ctx.actor;
  const nothing = { waiting: 0, held: 0, handed: 0, again: 0 };
  if (userId === null) return nothing;
  const { rows } = await queueCount(userId).execute(ctx.db);
  return rows[0] ?? nothing;
}
