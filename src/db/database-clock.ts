import { type Expression, type RawBuilder, sql } from 'kysely';

/** The database's own time: leases are judged by it, whatever the clocks of the processes say. */
export const databaseNow: RawBuilder<Date> = sql<Date>`clock_timestamp()`;

/** So many milliseconds from now by the database's clock. */
export function fromDatabaseNow(ms: number): RawBuilder<Date> {
  return sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`;
}

/** So many milliseconds after a time the database knows; null when it knows none. */
export function msAfter(time: Expression<Date | null>, ms: number): RawBuilder<Date | null> {
  return sql<Date | null>`${time} + ${ms} * interval '1 millisecond'`;
}
