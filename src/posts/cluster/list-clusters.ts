import type { DbContext } from '#db/context.ts';
import type { Page } from '#db/pagination.ts';
import type { InstructionSpan, PostState } from '#db/schema/index.ts';
import type { PostFilter } from '../post-filter.ts';
import {
  fits,
  isNewestOfCluster,
  type NarrowedFilter,
  narrowByWords,
} from '../post-filter-queries.ts';
import { type ClusterClaim, readClaims, readMembers } from './cluster-members-queries.ts';
import { decodeClusterCursor, encodeClusterCursor } from './cluster-cursor.ts';

export const clusterOrders = ['newest', 'submissions'] as const;
export type ClusterOrder = (typeof clusterOrders)[number];

export interface ClusterMember {
  readonly id: string;
  readonly state: PostState;
  readonly text: string;
  readonly language: string;
  readonly platform: string | null;
  readonly submissions: number;
  readonly receivedAt: Date;
  readonly instructions: readonly InstructionSpan[];
  readonly response: {
    readonly decision: 'respond' | 'monitor' | 'do_not_respond';
    readonly by: string;
    readonly at: Date;
  } | null;
  readonly claims: readonly ClusterClaim[];
}

/** A cluster as triage sees it: its newest post that fits, and the others that fit. */
export interface ClusterEntry {
  readonly clusterId: string | null;
  /** Posts and submissions of the whole cluster, whether they fit or not. */
  readonly posts: number;
  readonly submissions: number;
  readonly newest: ClusterMember;
  /** Posts that fit, newest first, `newest` among them; at most `mostMembers`. */
  readonly members: readonly ClusterMember[];
}

/** Clusters that have a post that fits, by that post newest first, or those most submitted first. */
export async function listClusters(
  ctx: Pick<DbContext, 'db'>,
  input: PostFilter & { order?: ClusterOrder; cursor?: string | null; limit: number },
): Promise<Page<ClusterEntry>> {
  const { order = 'newest', cursor = null, limit, ...asked } = input;
  const filter = await narrowByWords(ctx, asked);
  const place = cursor === null ? null : decodeClusterCursor(cursor);
  const rows = await (order === 'newest'
    ? newestFirst(ctx, filter, place, limit)
    : mostSubmitted(ctx, filter, place, limit));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const members = await readMembers(ctx, filter, shown);
  const claims = await readClaims(
    ctx,
    shown.map((row) => row.id),
  );
  return {
    items: shown.map((row) => {
      const found = members.filter(({ cluster_id, id }) =>
        row.cluster_id === null ? id === row.id : cluster_id === row.cluster_id,
      );
      const fitting = found.map((member) => toMember(member, claims.get(member.id) ?? []));
      return {
        clusterId: row.cluster_id,
        posts: row.posts ?? 1,
        submissions: row.submissions ?? row.submission_count,
        newest: fitting.find(({ id }) => id === row.id) as ClusterMember,
        members: fitting,
      };
    }),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeClusterCursor({
            value: order === 'newest' ? last.received_at.getTime() : (last.submissions ?? 0),
            id: order === 'newest' ? last.id : (last.cluster_id ?? last.id),
          })
        : null,
  };
}

type Place = ReturnType<typeof decodeClusterCursor> | null;
type Db = Pick<DbContext, 'db'>;

function fitting(ctx: Db, filter: NarrowedFilter) {
  return ctx.db
    .selectFrom('post as p')
    .leftJoin('post_cluster as c', 'c.id', 'p.cluster_id')
    .select(['p.id', 'p.cluster_id', 'p.received_at', 'p.submission_count'])
    .select(['c.posts', 'c.submissions'])
    .where(fits(filter))
    .where(isNewestOfCluster(filter));
}

function newestFirst(ctx: Db, filter: NarrowedFilter, place: Place, limit: number) {
  let query = fitting(ctx, filter)
    .orderBy('p.received_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1);
  if (place !== null) {
    const at = new Date(place.value);
    query = query.where((eb) =>
      eb(eb.refTuple('p.received_at', 'p.id'), '<', eb.tuple(at, place.id)),
    );
  }
  return query.execute();
}

/** A post that is not in a cluster yet comes into this order with its analysis. */
function mostSubmitted(ctx: Db, filter: NarrowedFilter, place: Place, limit: number) {
  let query = fitting(ctx, filter)
    .where('c.id', 'is not', null)
    .orderBy('c.submissions', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1);
  if (place !== null) {
    query = query.where((eb) =>
      eb(eb.refTuple('c.submissions', 'c.id'), '<', eb.tuple(place.value, place.id)),
    );
  }
  return query.execute();
}

type MemberRow = Awaited<ReturnType<typeof readMembers>>[number];

function toMember(row: MemberRow, claims: readonly ClusterClaim[]): ClusterMember {
  const { decision, decided_by: by, decided_at: at } = row;
  return {
    id: row.id,
    state: row.state,
    text: row.text,
    language: row.language,
    platform: row.platform,
    submissions: row.submission_count,
    receivedAt: row.received_at,
    instructions: row.instructions,
    response: decision === null || by === null || at === null ? null : { decision, by, at },
    claims,
  };
}
