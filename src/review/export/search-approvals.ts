import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';

export const approvalStatuses = ['in_force', 'needs_recheck', 'expired', 'revoked'] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

export interface FoundApproval {
  readonly id: string;
  readonly postId: string;
  readonly status: ApprovalStatus;
  readonly headline: string;
  readonly language: string;
  readonly approvedAt: Date;
}

/** Approvals whatever became of them, newest first; `about`: the id of one, of its draft or of its post. */
export async function searchApprovals(
  ctx: Pick<DbContext, 'db'>,
  input: {
    status?: ApprovalStatus | undefined;
    about?: string | undefined;
    cursor?: string | null | undefined;
    limit: number;
  },
): Promise<Page<FoundApproval>> {
  const { status, about, cursor, limit } = input;
  let query = ctx.db
    .selectFrom('approval as a')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .innerJoin('draft_sentence as s', (join) =>
      join.onRef('s.draft_id', '=', 'd.id').on('s.ordinal', '=', 0),
    )
    .select(['a.id', 'a.post_id as postId', 'a.status', 's.text as headline'])
    .select(['d.language', 'a.approved_at as approvedAt'])
    .orderBy('a.id', 'desc')
    .limit(limit + 1);
  if (status !== undefined) query = query.where('a.status', '=', status);
  if (about !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('a.id', '=', about), eb('a.post_id', '=', about), eb('a.draft_id', '=', about)]),
    );
  }
  if (cursor) query = query.where('a.id', '<', decodeCursor(cursor));
  return toPage(await query.execute(), limit, (row) => row.id);
}
