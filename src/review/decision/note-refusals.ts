import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { guards, readGuard } from './refusal-queries.ts';

export const noteRefusalsJob = 'note-refusals';

/**
 * Tells the audit trail what triggers refused since the last time, by whomever and by whatever way: an
 * event `database.write_refused` for each guard with the numbers before and after. A statement straight
 * to the database leaves no other trace, because its transaction is gone. Returns how many were new.
 */
export async function noteRefusals(ctx: DbContext): Promise<number> {
  let noted = 0;
  for (const guard of guards) {
    noted += await withTransaction(ctx, async (ctx) => {
      const to = await readGuard(ctx, guard);
      const { count: from } = await ctx.db
        .selectFrom('refusal_noted')
        .select('count')
        .where('guard', '=', guard)
        .executeTakeFirstOrThrow();
      if (to <= from) return 0;
      const row = await ctx.db
        .updateTable('refusal_noted')
        .set({ count: to })
        .where('guard', '=', guard)
        .where('count', '=', from)
        .returning('guard')
        .executeTakeFirst();
      if (row === undefined) return 0;
      await appendAudit(ctx, [
        {
          action: 'database.write_refused',
          entityType: 'guard',
          entityId: guard,
          details: { guard, from, to },
        },
      ]);
      return to - from;
    });
  }
  return noted;
}
