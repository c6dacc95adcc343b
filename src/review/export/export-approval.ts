import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import type { ApprovedAnswer } from './approved-answer.ts';
import { readAnswer } from './read-answer.ts';

/** Forms an approved answer can be had in. */
export const exportFormats = ['json', 'markdown', 'docx', 'claimreview'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * An approved answer for people to use; nothing is sent anywhere. Each export leaves a trace.
 * @throws NotFoundError, ConflictError when the approval, or a version it cites, is out of force.
 */
export async function exportApproval(
  ctx: DbContext,
  approvalId: string,
  format: ExportFormat = 'json',
): Promise<ApprovedAnswer> {
  return withTransaction(ctx, async (ctx) => {
    const answer = await readAnswer(ctx, approvalId);
    await appendAudit(ctx, [
      {
        action: 'approval.exported',
        entityType: 'approval',
        entityId: approvalId,
        details: { format },
      },
    ]);
    return answer;
  });
}
