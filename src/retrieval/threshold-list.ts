import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';

export interface ThresholdDecision {
  readonly id: string;
  readonly model: string;
  /** Probability, 0 to 1, that a match must reach. */
  readonly threshold: number;
  readonly reason: string;
  /** The decision in force when it was proposed; null: the shipped value. */
  readonly replaces: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** Null: a proposal, which nobody has approved. */
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

/** Every proposal and decision there ever was, newest first; of one model if asked. */
export async function listThresholds(
  ctx: Pick<DbContext, 'db'>,
  input: { model?: string | undefined; cursor?: string | null | undefined; limit: number },
): Promise<Page<ThresholdDecision>> {
  let query = ctx.db
    .selectFrom('threshold_decision as d')
    .innerJoin('app_user as proposer', 'proposer.id', 'd.created_by')
    .leftJoin('app_user as approver', 'approver.id', 'd.approved_by')
    .select([
      'd.id',
      'd.model_name as model',
      'd.threshold',
      'd.reason',
      'd.replaces',
      'proposer.name as proposedBy',
      'd.created_at as proposedAt',
      'approver.name as approvedBy',
      'd.approved_at as approvedAt',
    ])
    .orderBy('d.id', 'desc')
    .limit(input.limit + 1);
  if (input.model !== undefined) query = query.where('d.model_name', '=', input.model);
  if (input.cursor) query = query.where('d.id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (row) => row.id);
}
