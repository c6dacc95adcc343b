import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { unforeseen } from '../unforeseen.ts';

/**
 * In this share of approvals (0 to 1) a third person is to read the answer once more. Called in the
 * approval's transaction, by chance that neither reviewer can foresee or repeat; returns what the caller
 * adds to the trail, or null.
 */
export async function chooseThirdLook(
  ctx: DbContext,
  input: { approvalId: string; share: number; random?: () => number },
): Promise<AuditEntry | null> {
  const { approvalId, share, random = unforeseen } = input;
  if (random() >= share) return null;
  await ctx.db
    .insertInto('third_look')
    .values({
      approval_id: approvalId,
      chosen_at: ctx.clock(),
      reviewer: null,
      verdict: null,
      reason: null,
      labels: null,
      looked_at: null,
    })
    .execute();
  return {
    action: 'third_look.chosen',
    entityType: 'approval',
    entityId: approvalId,
    details: { share },
  };
}
