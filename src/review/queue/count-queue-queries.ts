import { type RawBuilder, sql } from 'kysely';
import { waitingRows } from '../notices/notice-queries.ts';

/** Each is 0 to 100, where 100 means more than 99. */
export interface QueueCount {
  /** The reviewer may take it: of the first 500 of the queue. */
  readonly waiting: number;
  /** Of those, what came back for another round. */
  readonly again: number;
  readonly held: number;
  /** Kept for the reviewer by whoever handed it over. */
  readonly handed: number;
}

/** One statement over the queue's own indexes, whatever the number of posts. */
export function queueCount(userId: string): RawBuilder<QueueCount> {
  return sql<QueueCount>`
    select w.waiting, w.again,
      (select count(*)::int from review_item h
        where h.leased_by = ${userId} and h.leased_until > clock_timestamp()) as held,
      (select count(*)::int from review_item r
        where r.reserved_for = ${userId} and r.reserved_until > clock_timestamp() and r.open) as handed
    from (select count(*)::int as waiting, (count(*) filter (where i.round > 1))::int as again
      from (${waitingRows(userId)}) as one join review_item i on i.id = one.about::uuid) as w`;
}
