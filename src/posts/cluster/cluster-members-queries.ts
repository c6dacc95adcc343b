import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import type { Outcome } from '#db/schema/index.ts';
import { fits, type NarrowedFilter } from '../post-filter-queries.ts';

/** Posts of one cluster in a list; the rest is a list of its own. */
export const mostMembers = 50;

/** A claim with its outcome as it is now. */
export interface ClusterClaim {
  readonly kind: string;
  readonly outcome: Outcome;
  /** By a person; else the machine suggests it. */
  readonly decided: boolean;
}

type Db = Pick<DbContext, 'db'>;

/** The posts of these rows' clusters that fit, newest first, with the response decision in force. */
export async function readMembers(
  { db }: Db,
  filter: NarrowedFilter,
  rows: ReadonlyArray<{ id: string; cluster_id: string | null; posts: number | null }>,
) {
  const alone = rows.filter((row) => (row.posts ?? 1) === 1).map((row) => row.id);
  const clusters = rows.flatMap((row) => ((row.posts ?? 1) > 1 ? [row.cluster_id as string] : []));
  if (rows.length === 0) return [];
  const ids = sql<string>`select unnest(${alone}::uuid[]) as id union all
    select m.id from unnest(${clusters}::uuid[]) as k(id) cross join lateral (
      select p.id from post p where p.cluster_id = k.id and ${fits(filter)}
      order by p.received_at desc, p.id desc limit ${mostMembers}) m`;
  return db
    .selectFrom('post as p')
    .leftJoin('response_decision as r', (join) =>
      join.onRef('r.post_id', '=', 'p.id').on('r.current', '=', true),
    )
    .leftJoin('app_user as u', 'u.id', 'r.decided_by')
    .select(['p.id', 'p.cluster_id', 'p.state', 'p.text', 'p.language', 'p.platform'])
    .select(['p.submission_count', 'p.received_at', 'p.instructions'])
    .select(['r.decision', 'r.decided_at', 'u.name as decided_by'])
    .where(sql<boolean>`p.id in (${ids})`)
    .orderBy('p.received_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
}

/** Claims of these posts with their outcome now, in the order of the text. */
export async function readClaims(
  { db }: Db,
  postIds: readonly string[],
): Promise<Map<string, ClusterClaim[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('assessment as a', (join) =>
      join.onRef('a.claim_id', '=', 'c.id').on('a.current', '=', true),
    )
    .select(['c.post_id', 'c.kind', 'a.outcome', 'a.decided_by'])
    .where('c.post_id', 'in', [...postIds])
    .orderBy('c.ordinal')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.post_id)].map(([postId, claims]) => [
      postId,
      claims.map(({ kind, outcome, decided_by }) => ({
        kind,
        outcome,
        decided: decided_by !== null,
      })),
    ]),
  );
}
