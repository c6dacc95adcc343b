import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { appendAudit } from './append.ts';
import { eventLine } from './export-lines.ts';
import { readEvents, storedCheckpoints } from './read-trail.ts';

/** Events of one part: a few hundred kilobytes of text. */
const eventsAtOnce = 1000;

/** Lines of events 1 to `last` in parts of whole lines, with the newest event of each part. */
export async function* exportParts(
  ctx: Pick<DbContext, 'db'>,
  last: number,
): AsyncGenerator<{ readonly text: string; readonly seq: number }> {
  let after = 0;
  for (;;) {
    const events = await readEvents(ctx, { after, last, limit: eventsAtOnce });
    if (events.length === 0) return;
    after = events.at(-1)?.seq ?? after;
    yield { text: events.map(eventLine).join(''), seq: after };
  }
}

/** Says in the trail that somebody takes it away; returns the newest event of what they take. */
export async function recordExport(ctx: DbContext): Promise<{ last: number }> {
  return withTransaction(ctx, async (ctx) => {
    const { seq: last } = await ctx.db
      .selectFrom('audit_head')
      .select('seq')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const details = { events: last };
    await appendAudit(ctx, [
      { action: 'audit.exported', entityType: 'trail', entityId: 'events', details },
    ]);
    return { last };
  });
}

/** Every checkpoint of the database, one a line, as `doichung audit verify --checkpoint` reads them. */
export async function exportCheckpoints(ctx: Pick<DbContext, 'db'>): Promise<string> {
  const checkpoints = await storedCheckpoints(ctx);
  return checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join('');
}
