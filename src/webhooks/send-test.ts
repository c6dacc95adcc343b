import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { newId } from '#platform/ids.ts';
import { type DeliveryJob, deliverWebhookJob } from './delivery-job.ts';
import type { TestMessage } from './event.ts';
import { noSuchEndpoint } from './no-such-endpoint.ts';

/** Sends a message that says nothing, to try the endpoint. @throws NotFoundError */
export async function sendTest(
  ctx: DbContext,
  { endpointId }: { endpointId: string },
): Promise<{ deliveryId: string }> {
  return withTransaction(ctx, async (ctx) => {
    const endpoint = await ctx.db
      .selectFrom('webhook_endpoint')
      .select('id')
      .where('id', '=', endpointId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (endpoint === undefined) throw noSuchEndpoint();
    const id = newId();
    const at = ctx.clock();
    const message: TestMessage = {
      type: 'webhook.test',
      timestamp: at.toISOString(),
      data: { endpoint_id: endpointId },
    };
    await ctx.db
      .insertInto('webhook_delivery')
      .values({
        id,
        endpoint_id: endpointId,
        event: message.type,
        body: JSON.stringify(message),
        created_at: at,
      })
      .execute();
    await ctx.jobs.enqueue(ctx.db, deliverWebhookJob, [
      { deliveryId: id, attempt: 0 } satisfies DeliveryJob,
    ]);
    await appendAudit(ctx, [
      {
        action: 'webhook.tested',
        entityType: 'webhook_endpoint',
        entityId: endpointId,
        details: { delivery: id },
      },
    ]);
    return { deliveryId: id };
  });
}
