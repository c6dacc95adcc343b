import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { PostState } from '#db/schema/index.ts';

export interface PostEntry {
  readonly id: string;
  readonly state: PostState;
  readonly text: string;
  readonly language: string;
  readonly platform: string | null;
  readonly submissions: number;
  readonly receivedAt: Date;
  readonly analysedAt: Date | null;
}

/** Posts, newest first, from the moment they are stored; optionally only those in one state. Never golden ones. */
export async function listPosts(
  ctx: Pick<DbContext, 'db'>,
  input: {
    state?: PostState | null | undefined;
    cursor?: string | null | undefined;
    limit: number;
  },
): Promise<Page<PostEntry>> {
  let query = ctx.db
    .selectFrom('post')
    .select([
      'id',
      'state',
      'text',
      'language',
      'platform',
      'submission_count as submissions',
      'received_at as receivedAt',
      'analysed_at as analysedAt',
    ])
    .where('golden', '=', false)
    .orderBy('id', 'desc')
    .limit(input.limit + 1);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.cursor) query = query.where('id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (row) => row.id);
}
