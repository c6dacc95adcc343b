import type { DbContext } from '#db/context.ts';
import { mayDo } from '#identity/index.ts';
import { countImported } from '#posts/index.ts';
import { countNotices, countQueue } from '#review/index.ts';
import type { Topic } from './topics.ts';

/** Who listens, and with what their figures are read. */
export type LiveContext = Pick<DbContext, 'db' | 'actor' | 'clock'>;

/** Pages about the service itself are told to look again once in so long. */
const systemMs = 10_000;

/**
 * The figures of one topic for one person, as small as they can be: equal ones mean that there is
 * nothing to tell. `seq` is the newest event that may have changed the queue.
 */
export async function digestOf(ctx: LiveContext, topic: Topic, seq: number): Promise<object> {
  switch (topic) {
    case 'queue': {
      const figures = mayDo(ctx.actor, 'review.decide') ? await countQueue(ctx) : {};
      return { ...figures, seq };
    }
    case 'notices':
      return { count: await countNotices(ctx) };
    case 'imports':
      return countImported(ctx);
    default:
      return { at: Math.floor(ctx.clock().getTime() / systemMs) };
  }
}
