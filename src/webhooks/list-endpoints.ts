import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';

export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly secretVersion: number;
  readonly createdAt: Date;
  readonly rotatedAt: Date | null;
  readonly disabledAt: Date | null;
}

/** Newest first, disabled ones included. */
export async function listEndpoints(
  ctx: Pick<DbContext, 'db'>,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<Endpoint>> {
  let query = ctx.db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor !== undefined) query = query.where('id', '<', decodeCursor(input.cursor));
  const page = toPage(await query.execute(), input.limit, (row) => row.id);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => ({
      id: row.id,
      url: row.url,
      events: row.events,
      secretVersion: row.secret_version,
      createdAt: row.created_at,
      rotatedAt: row.rotated_at,
      disabledAt: row.disabled_at,
    })),
  };
}
