import type { DbContext } from '#db/context.ts';
import { ValidationError } from '#platform/errors.ts';
import { auditEntityTypes } from './event-kinds.ts';
import type { StoredEvent } from './read-trail.ts';

export interface EventSearch {
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  /** Any of these things; of whatever type. */
  readonly entityIds?: readonly string[] | undefined;
  /** From this moment on. */
  readonly from?: Date | undefined;
  /** Before this moment. */
  readonly to?: Date | undefined;
}

export interface EventPage {
  readonly items: readonly StoredEvent[];
  /** Pass it as `cursor` to get what follows; null on the last page. */
  readonly nextCursor: string | null;
}

/**
 * Events by their time, the latest first, of one moment the later one first. By time and not by place in
 * the trail, so that an index by what is asked for and time gives the order: a clock that went back puts
 * them in another order than `seq`. @throws ValidationError for what is no cursor of this list.
 */
export async function searchEvents(
  ctx: Pick<DbContext, 'db'>,
  input: EventSearch & { readonly cursor?: string | null | undefined; readonly limit: number },
): Promise<EventPage> {
  const { action, actorId, entityIds, from, to, cursor, limit } = input;
  let query = ctx.db
    .selectFrom('audit_event')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (action !== undefined) query = query.where('action', '=', action);
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
  if (entityIds !== undefined) {
    query = query
      .where('entity_type', 'in', [...auditEntityTypes])
      .where('entity_id', 'in', [...entityIds, '']);
  }
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<', to);
  if (cursor != null) {
    const last = decodePlace(cursor);
    query = query.where((eb) =>
      eb(eb.refTuple('at', 'seq'), '<', eb.tuple<Date, number>(last.at, last.seq)),
    );
  }
  const rows = await query.execute();
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? `${Date.parse(last.at)}-${last.seq}` : null };
}

function decodePlace(cursor: string): { at: Date; seq: number } {
  const [, at, seq] = /^(\d{1,14})-([1-9]\d{0,14})$/.exec(cursor) ?? [];
  if (at !== undefined && seq !== undefined) return { at: new Date(Number(at)), seq: Number(seq) };
  throw new ValidationError('not a cursor of this list', {
    field: 'cursor',
    remedy: 'Start from the first page.',
  });
}
