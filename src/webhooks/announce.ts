import type { DbContext } from '#db/context.ts';
import { newId } from '#platform/ids.ts';
import { type DeliveryJob, deliverWebhookJob } from './delivery-job.ts';
import type { ApprovalMessage, RetractionReason, WebhookEvent } from './event.ts';

export interface Announcement {
  readonly event: WebhookEvent;
  readonly approvalIds: readonly string[];
  /** Of a retraction. */
  readonly reason?: RetractionReason;
}

/** Rows of one insert; every row has its own parameters, and a statement takes 65,535. */
const chunkSize = 2_000;

/**
 * Tells every endpoint subscribed to the event, in the transaction that brings approvals in force or takes
 * them out: a delivery and its job exist exactly when that change does. Nothing is sent here.
 * @throws when outside a transaction.
 */
export async function announce(
  ctx: Pick<DbContext, 'db' | 'jobs' | 'clock'>,
  { event, approvalIds, reason }: Announcement,
): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('a change is announced in its own transaction');
  if (approvalIds.length === 0) return;
  const endpoints = await ctx.db
    .selectFrom('webhook_endpoint')
    .select(['id', 'events'])
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
  const subscribed = endpoints.filter(({ events }) => events.includes(event));
  if (subscribed.length === 0) return;
  const at = ctx.clock();
  const approvals = await readApprovals(ctx, approvalIds);
  const rows = approvals.flatMap((data) => {
    const message: ApprovalMessage = {
      type: event,
      timestamp: at.toISOString(),
      data: reason === undefined ? data : { ...data, reason },
    };
    const body = JSON.stringify(message);
    return subscribed.map(({ id }) => ({
      id: newId(),
      endpoint_id: id,
      event,
      body,
      created_at: at,
    }));
  });
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    await ctx.db.insertInto('webhook_delivery').values(chunk).execute();
  }
  const jobs = rows.map(({ id }): DeliveryJob => ({ deliveryId: id, attempt: 0 }));
  await ctx.jobs.enqueue(ctx.db, deliverWebhookJob, jobs);
}

function readApprovals(
  ctx: Pick<DbContext, 'db'>,
  approvalIds: readonly string[],
): Promise<Array<ApprovalMessage['data']>> {
  return ctx.db
    .selectFrom('approval as a')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .innerJoin('post as p', 'p.id', 'a.post_id')
    .select([
      'a.id as approval_id',
      'a.content_sha256',
      'p.content_sha256 as post_sha256',
      'd.language',
      'd.audience',
    ])
    .where('a.id', 'in', [...approvalIds])
    .where('p.golden', '=', false)
    .orderBy('a.id')
    .execute();
}
