import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import type { WebhookContext } from './create-endpoint.ts';
import { attemptDelaysSeconds, type DeliveryJob, deliverWebhookJob } from './delivery-job.ts';
import { addressed } from './event.ts';
import { signedHeaders } from './secret.ts';

/** What came of one request; `error` is a closed code, null when the status says all. */
export interface SendResult {
  readonly status: number | null;
  readonly error: SendError | null;
}
export type SendError = 'timeout' | 'unreachable' | 'address_refused';

/** Posts one body; `send-over-http.ts` is the one that does. Never throws for what the other side does. */
export type Send = (
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
) => Promise<SendResult>;

/** `stale`: done by another, or no longer wanted. */
export type DeliveryOutcome = 'delivered' | 'again' | 'given_up' | 'stale';

/**
 * Tries one delivery once and records what came of it; the next attempt is a job of its own, stored with
 * the record. Only 2xx counts. 410 disables the endpoint. Two workers that try the same attempt may both
 * send, under the same webhook-id; one of them records it.
 */
export async function deliver(
  ctx: WebhookContext & { readonly config: { readonly signIn: { readonly publicUrl: string } } },
  job: DeliveryJob,
  send: Send,
): Promise<DeliveryOutcome> {
  const delivery = await waitingDelivery(ctx, job);
  if (delivery === undefined) return 'stale';
  if (delivery.disabled_at !== null) {
    return record(ctx, job, delivery.endpoint_id, { status: null, error: 'endpoint_disabled' });
  }
  const body = addressed(delivery.body, ctx.config.signIn.publicUrl);
  const message = { id: job.deliveryId, at: ctx.clock(), body };
  const headers = await signedHeaders(ctx.installationKey, delivery, message);
  const result = await send(delivery.url, { headers, body });
  return record(ctx, job, delivery.endpoint_id, result);
}

function waitingDelivery(ctx: DbContext, { deliveryId, attempt }: DeliveryJob) {
  return ctx.db
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook_endpoint as e', 'e.id', 'd.endpoint_id')
    .select(['d.body', 'd.endpoint_id', 'e.url', 'e.secret_version', 'e.rotated_at'])
    .select('e.disabled_at')
    .where('d.id', '=', deliveryId)
    .where('d.attempts', '=', attempt)
    .where('d.delivered_at', 'is', null)
    .where('d.given_up_at', 'is', null)
    .executeTakeFirst();
}

interface Attempt {
  readonly status: number | null;
  readonly error: SendError | 'endpoint_disabled' | null;
}

function record(
  ctx: DbContext,
  { deliveryId, attempt }: DeliveryJob,
  endpointId: string,
  { status, error }: Attempt,
): Promise<DeliveryOutcome> {
  const isDelivered = status !== null && status >= 200 && status < 300;
  const isGone = status === 410;
  const delay = attemptDelaysSeconds[attempt + 1];
  const isLast = delay === undefined || isGone || error === 'endpoint_disabled';
  return withTransaction(ctx, async (ctx) => {
    const at = ctx.clock();
    const row = await ctx.db
      .updateTable('webhook_delivery')
      .set({
        attempts: attempt + 1,
        last_status: status,
        last_error: error,
        attempted_at: at,
        delivered_at: isDelivered ? at : null,
        given_up_at: !isDelivered && isLast ? at : null,
      })
      .where('id', '=', deliveryId)
      .where('attempts', '=', attempt)
      .where('delivered_at', 'is', null)
      .where('given_up_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return 'stale';
    if (isDelivered) return 'delivered';
    if (!isLast) {
      const next: DeliveryJob = { deliveryId, attempt: attempt + 1 };
      await ctx.jobs.enqueue(ctx.db, deliverWebhookJob, [next], { afterSeconds: delay });
      return 'again';
    }
    await giveUp(ctx, deliveryId, endpointId, { status, error, isGone });
    return 'given_up';
  });
}

/** An endpoint that says it is gone is disabled; its other waiting deliveries find that when they come up. */
async function giveUp(
  ctx: DbContext,
  deliveryId: string,
  endpointId: string,
  { status, error, isGone }: Attempt & { readonly isGone: boolean },
): Promise<void> {
  const disabled = isGone
    ? await ctx.db
        .updateTable('webhook_endpoint')
        .set({ disabled_at: ctx.clock() })
        .where('id', '=', endpointId)
        .where('disabled_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
    : undefined;
  await appendAudit(ctx, [
    {
      action: 'webhook.given_up',
      entityType: 'webhook_delivery',
      entityId: deliveryId,
      details: { endpoint: endpointId, status, error },
    },
    ...(disabled === undefined
      ? []
      : [
          {
            action: 'webhook.disabled',
            entityType: 'webhook_endpoint',
            entityId: endpointId,
            details: { by: 'status 410' },
          },
        ]),
  ]);
}
