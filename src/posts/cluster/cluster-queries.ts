import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

type Db = Pick<DbContext, 'db'>;

/** Any number that no other advisory lock of this database uses. */
const clusterLock = 7_301_904;

/** Until the transaction ends nobody else assigns clusters: two copies at once end in one. */
export async function lockClusters({ db }: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${clusterLock})`.execute(db);
}

/** An array of 64-bit numbers as PostgreSQL writes it; JavaScript's numbers hold 53 bits. */
export function keyArray(keys: readonly bigint[]): string {
  return `{${keys.join(',')}}`;
}

/** First posts of clusters that share a key, the oldest first. */
export function sharingKeys({ db }: Db, keys: readonly bigint[], limit: number) {
  return db
    .selectFrom('post_cluster as c')
    .innerJoin('post as p', 'p.id', 'c.id')
    .select(['c.id', 'p.text'])
    .where(sql<boolean>`c.near_keys && ${keyArray(keys)}::bigint[]`)
    .orderBy('c.id')
    .limit(limit);
}
