import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { PostState } from '#db/schema/index.ts';
import type { PostFilter } from './post-filter.ts';
import { fits, narrowByWords } from './post-filter-queries.ts';

export interface PostEntry {
  readonly id: string;
  readonly state: PostState;
  readonly text: string;
  readonly language: string;
  readonly platform: string | null;
  readonly submissions: number;
  /** The first of the near copies it belongs to; null: not yet compared. */
  readonly clusterId: string | null;
  readonly receivedAt: Date;
  readonly analysedAt: Date | null;
}

/** Posts that fit a filter, newest first, from the moment they are stored. Never golden ones. */
export async function listPosts(
  ctx: Pick<DbContext, 'db'>,
  input: PostFilter & { cursor?: string | null | undefined; limit: number },
): Promise<Page<PostEntry>> {
  const { cursor, limit, ...filter } = input;
  let query = ctx.db
    .selectFrom('post as p')
    .select([
      'p.id',
      'p.state',
      'p.text',
      'p.language',
      'p.platform',
      'p.submission_count as submissions',
      'p.cluster_id as clusterId',
      'p.received_at as receivedAt',
      'p.analysed_at as analysedAt',
    ])
    .where(fits(await narrowByWords(ctx, filter)))
    .orderBy('p.id', 'desc')
    .limit(limit + 1);
  if (cursor) query = query.where('p.id', '<', decodeCursor(cursor));
  return toPage(await query.execute(), limit, (row) => row.id);
}
