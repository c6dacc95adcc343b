import type { DbContext } from '#db/context.ts';
import type { DocumentMetadata } from '#db/schema/corpus.ts';
import { isoDay } from '#platform/clock.ts';
import { type DocumentFilter, filterDocuments } from './document-filter.ts';

/** Topics counted at most: the most frequent. */
const topicsCounted = 60;

export interface DocumentCounts {
  readonly all: number;
  /** Of the filter without its pillar; null stands for documents without one. */
  readonly pillars: readonly {
    readonly pillar: DocumentMetadata['pillar'];
    readonly count: number;
  }[];
  /** Of the filter without its topic, most frequent first. */
  readonly topics: readonly { readonly topic: string; readonly count: number }[];
}

/** How many documents fit a filter, and how many would with each pillar and each topic. */
export async function countDocuments(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  filter: DocumentFilter,
): Promise<DocumentCounts> {
  const on = filter.on ?? isoDay(ctx.clock());
  const { count: all } = await filterDocuments(ctx, filter, on)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const pillars = await filterDocuments(ctx, { ...filter, pillar: null }, on)
    .select(['d.pillar', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('d.pillar')
    .execute();
  const topics = await ctx.db
    .selectFrom(
      filterDocuments(ctx, { ...filter, topic: null }, on)
        .select((eb) => eb.fn<string>('unnest', ['d.topics']).as('topic'))
        .as('t'),
    )
    .select(['t.topic', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('t.topic')
    .orderBy('count', 'desc')
    .orderBy('t.topic')
    .limit(topicsCounted)
    .execute();
  return {
    all,
    pillars,
    topics,
  };
}
