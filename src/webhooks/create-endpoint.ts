import { appendAudit, type InstallationKey } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { checkUrl } from './check-url.ts';
import type { WebhookEvent } from './event.ts';
import { webhookSecret } from './secret.ts';

export interface NewSecret {
  readonly endpointId: string;
  /** Shown once. */
  readonly secret: string;
}

export type WebhookContext = DbContext & { readonly installationKey: InstallationKey };

/**
 * From now on tells this address about these events. @throws ValidationError for an address that cannot be
 * posted to, ConflictError when an endpoint in use has it.
 */
export async function createEndpoint(
  ctx: WebhookContext,
  input: { url: string; events: readonly WebhookEvent[] },
): Promise<NewSecret> {
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can add an endpoint');
  const url = checkUrl(input.url);
  const events = [...new Set(input.events)].sort();
  if (events.length === 0) {
    throw new ValidationError('an endpoint needs an event', { field: 'events' });
  }
  const id = newId();
  await withTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .insertInto('webhook_endpoint')
      .values({
        id,
        url,
        events,
        secret_version: 1,
        created_by: userId,
        created_at: ctx.clock(),
        rotated_at: null,
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.column('url').where('disabled_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) {
      throw new ConflictError('an endpoint in use has this address', {
        field: 'url',
        remedy: 'Disable that one first, or use it.',
      });
    }
    await appendAudit(ctx, [
      {
        action: 'webhook.created',
        entityType: 'webhook_endpoint',
        entityId: id,
        details: { origin: new URL(url).origin, events },
      },
    ]);
  });
  return {
    endpointId: id,
    secret: await webhookSecret(ctx.installationKey, { id, version: 1 }),
  };
}
