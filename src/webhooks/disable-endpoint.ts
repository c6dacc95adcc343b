import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { noSuchEndpoint } from './no-such-endpoint.ts';

/** Nothing is sent there any more, waiting deliveries included; for good. @throws NotFoundError */
export async function disableEndpoint(
  ctx: DbContext,
  { endpointId }: { endpointId: string },
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable('webhook_endpoint')
      .set({ disabled_at: ctx.clock() })
      .where('id', '=', endpointId)
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) throw noSuchEndpoint();
    await appendAudit(ctx, [
      { action: 'webhook.disabled', entityType: 'webhook_endpoint', entityId: endpointId },
    ]);
  });
}
