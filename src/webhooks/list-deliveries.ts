import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import { noSuchEndpoint } from './no-such-endpoint.ts';

export type DeliveryState = 'waiting' | 'delivered' | 'given_up';

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly lastStatus: number | null;
  /** A closed code. */
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly attemptedAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** What was to be sent to one endpoint, newest first. @throws NotFoundError */
export async function listDeliveries(
  ctx: Pick<DbContext, 'db'>,
  input: { endpointId: string; cursor?: string | undefined; limit: number },
): Promise<Page<Delivery>> {
  let query = ctx.db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('endpoint_id', '=', input.endpointId)
    .orderBy('id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor !== undefined) query = query.where('id', '<', decodeCursor(input.cursor));
  const page = toPage(await query.execute(), input.limit, (row) => row.id);
  if (page.items.length === 0) await requireEndpoint(ctx, input.endpointId);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => ({
      id: row.id,
      event: row.event,
      state: stateOf(row),
      attempts: row.attempts,
      lastStatus: row.last_status,
      lastError: row.last_error,
      createdAt: row.created_at,
      attemptedAt: row.attempted_at,
      deliveredAt: row.delivered_at,
    })),
  };
}

function stateOf(row: { delivered_at: Date | null; given_up_at: Date | null }): DeliveryState {
  if (row.delivered_at !== null) return 'delivered';
  return row.given_up_at === null ? 'waiting' : 'given_up';
}

async function requireEndpoint(ctx: Pick<DbContext, 'db'>, id: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('webhook_endpoint')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw noSuchEndpoint();
}
