import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import type { NewSecret, WebhookContext } from './create-endpoint.ts';
import { noSuchEndpoint } from './no-such-endpoint.ts';
import { webhookSecret } from './secret.ts';

/** A new secret; for a day deliveries are signed with the one before as well. @throws NotFoundError */
export async function rotateSecret(
  ctx: WebhookContext,
  { endpointId: id }: { endpointId: string },
): Promise<NewSecret> {
  const version = await withTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable('webhook_endpoint')
      .set((eb) => ({
        secret_version: eb('secret_version', '+', 1),
        rotated_at: ctx.clock(),
      }))
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .returning('secret_version')
      .executeTakeFirst();
    if (row === undefined) throw noSuchEndpoint();
    await appendAudit(ctx, [
      {
        action: 'webhook.rotated',
        entityType: 'webhook_endpoint',
        entityId: id,
        details: { version: row.secret_version },
      },
    ]);
    return row.secret_version;
  });
  return { endpointId: id, secret: await webhookSecret(ctx.installationKey, { id, version }) };
}
