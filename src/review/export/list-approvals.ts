import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import { approvalsInForce } from './approvals-in-force.ts';

export interface ApprovalEntry {
  readonly id: string;
  readonly postId: string;
  readonly status: 'in_force' | 'needs_recheck' | 'expired' | 'revoked';
  readonly contentSha256: string;
  readonly approvedAt: Date;
}

/** Approvals that may be used today, newest first. */
export async function listApprovals(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: { cursor?: string | null | undefined; limit: number },
): Promise<Page<ApprovalEntry>> {
  let query = approvalsInForce(ctx)
    .select([
      'a.id',
      'a.post_id as postId',
      'a.status',
      'a.content_sha256 as contentSha256',
      'a.approved_at as approvedAt',
    ])
    .orderBy('a.id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('a.id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (row) => row.id);
}
