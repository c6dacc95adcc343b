import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { settleEnded } from './settle-ended.ts';

export const settleEndedJob = 'settle-ended';

/** Versions of one transaction: a kill loses at most these, and the next run goes on from there. */
const batchSize = 50;

/**
 * Settles every version whose last day has passed, however long ago: after days of downtime one run
 * brings everything in step. Safe to run twice at once. Returns how many were settled.
 */
export async function expireVersions(
  ctx: DbContext,
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  let total = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const settled = await withTransaction(ctx, async (ctx) => {
      const { versionIds, entries } = await settleEnded(ctx, { limit: batchSize });
      const ended = versionIds.map((id) => ({
        action: 'version.ended',
        entityType: 'document_version',
        entityId: id,
      }));
      await appendAudit(ctx, [...ended, ...entries]);
      return versionIds.length;
    });
    if (settled === 0) return total;
    total += settled;
  }
}
