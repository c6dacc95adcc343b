import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { describeDocuments } from './describe-documents.ts';
import { expireApprovals } from './expire-approvals.ts';
import { settleEnded } from './settle-ended.ts';

export const settleEndedJob = 'settle-ended';

/** Versions, and approvals, of one transaction: a kill loses at most these, and the next run goes on from there. */
const batchSize = 50;

/**
 * Brings in step what days have changed, however many have passed: documents take over what versions that
 * have begun say of them, versions whose last day has passed are settled, and approvals past the day they
 * were to be reviewed by expire. Safe to run twice at once. Returns how many versions were settled.
 */
export async function expireVersions(
  ctx: DbContext,
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  let total = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const { settled, more } = await withTransaction(ctx, async (ctx) => {
      const described = await describeDocuments(ctx);
      const { versionIds, entries } = await settleEnded(ctx, { limit: batchSize });
      const expired = await expireApprovals(ctx, { limit: batchSize });
      const ended = versionIds.map((id) => ({
        action: 'version.ended',
        entityType: 'document_version',
        entityId: id,
      }));
      await appendAudit(ctx, [...described.entries, ...ended, ...entries, ...expired.entries]);
      return {
        settled: versionIds.length,
        more: described.versions + versionIds.length + expired.approvals > 0,
      };
    });
    total += settled;
    if (!more) return total;
  }
}
