import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import type { PostFilter } from './post-filter.ts';
import { searchWords } from './search-words.ts';

/** A filter whose words have been looked up. */
export interface NarrowedFilter extends PostFilter {
  /** The posts that have the words, where they are few; absent: nothing was looked up, or too many have them. */
  readonly having?: readonly string[];
}

/**
 * Above so many posts with the words, walking the list from its newest end finds a page sooner. The planner
 * cannot tell: it takes any word's beginning for one in two hundred posts, and walked 100,000 of them in
 * 90 ms to find 20.
 */
const fewPosts = 2000;

/** Looks the words of a filter up first, so that the few posts that have a rare one are not searched for. */
export async function narrowByWords(
  { db }: Pick<DbContext, 'db'>,
  filter: PostFilter,
): Promise<NarrowedFilter> {
  const query = filter.text === undefined ? null : queryOf(filter.text);
  if (query === null) return filter;
  const rows = await db
    .selectFrom('post_words')
    .select('post_id')
    .where(sql<boolean>`words @@ (${query})`)
    .limit(fewPosts + 1)
    .execute();
  return rows.length > fewPosts ? filter : { ...filter, having: rows.map((row) => row.post_id) };
}

/** The condition that a post `p` fits a filter and is not golden. */
export function fits(filter: NarrowedFilter, alias: 'p' | 'n' = 'p') {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  const id = column('id');
  const parts: Array<RawBuilder<boolean>> = [sql<boolean>`not ${column('golden')}`];
  const { text, state, decision, outcome, platform, language, clusterId } = filter;
  if (filter.having !== undefined) parts.push(sql`${id} = any(${filter.having}::uuid[])`);
  else if (text !== undefined) parts.push(hasWords(id, text));
  if (state !== undefined) parts.push(sql`${column('state')} = ${state}`);
  if (decision !== undefined) parts.push(isDecided(id, decision));
  if (outcome !== undefined) {
    parts.push(sql`exists (select from claim c join assessment a on a.claim_id = c.id
      where c.post_id = ${id} and a.current and a.outcome = ${outcome})`);
  }
  if (platform !== undefined) {
    parts.push(sql`${column('platform')} is not null and ${column('platform')} = ${platform}`);
  }
  if (language !== undefined) parts.push(sql`${column('language')} = ${language}`);
  if (filter.receivedFrom !== undefined) {
    parts.push(sql`${column('received_at')} >= ${vietnameseMidnight(filter.receivedFrom, 0)}`);
  }
  if (filter.receivedTo !== undefined) {
    parts.push(sql`${column('received_at')} < ${vietnameseMidnight(filter.receivedTo, 1)}`);
  }
  if (filter.minSubmissions !== undefined) {
    parts.push(sql`${column('cluster_id')} in
      (select id from post_cluster where submissions >= ${filter.minSubmissions})`);
  }
  if (filter.instructed === true) parts.push(sql`${column('instructions')} <> '[]'::jsonb`);
  if (clusterId !== undefined) parts.push(sql`${column('cluster_id')} = ${clusterId}`);
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

/** No newer post of the same cluster fits as well: of each cluster the newest stands in a list. */
export function isNewestOfCluster(filter: NarrowedFilter): RawBuilder<boolean> {
  return sql`not exists (select from post n where n.cluster_id = p.cluster_id
    and (n.received_at, n.id) > (p.received_at, p.id) and ${fits(filter, 'n')})`;
}

function hasWords(id: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const query = queryOf(text);
  // Signs alone are in no post.
  if (query === null) return sql`false`;
  return sql`exists (select from post_words w where w.post_id = ${id} and w.words @@ (${query}))`;
}

/** What was typed as a tsquery; null: nothing in it can be searched for. */
function queryOf(text: string): RawBuilder<unknown> | null {
  const words = searchWords(text);
  if (words === null) return null;
  const queries = words.phrases.map(
    (phrase) => sql`phraseto_tsquery('simple', folded_words(${phrase}::text))`,
  );
  if (words.prefix !== null) {
    queries.push(sql`to_tsquery('simple',
      replace(folded_words(${words.prefix}::text), ' ', ' <-> ') || ':*')`);
  }
  return sql.join(queries, sql` && `);
}

function isDecided(
  id: RawBuilder<unknown>,
  decision: NonNullable<PostFilter['decision']>,
): RawBuilder<boolean> {
  const current = sql`select from response_decision r where r.post_id = ${id} and r.current`;
  if (decision === 'none') return sql`not exists (${current})`;
  return sql`exists (${current} and r.decision = ${decision})`;
}

function vietnameseMidnight(day: string, daysLater: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + daysLater * 86_400_000);
}
