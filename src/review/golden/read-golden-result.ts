import type { DbContext } from '#db/context.ts';
import { compareGolden, type GoldenResult } from './golden-result.ts';

/** How the acting person judged this post, if it is a golden one and they have; else null. */
export async function readGoldenResult(
  ctx: Pick<DbContext, 'db' | 'actor'>,
  postId: string,
): Promise<GoldenResult | null> {
  const row = await ctx.db
    .selectFrom('golden_item as g')
    .innerJoin('golden_decision as d', 'd.post_id', 'g.post_id')
    .innerJoin('app_user as u', 'u.id', 'd.reviewer')
    .innerJoin('app_user as me', 'me.person', 'u.person')
    .select(['g.fault', 'g.expected_verdict', 'g.expected_labels', 'd.verdict', 'd.labels'])
    .where('g.post_id', '=', postId)
    .where('me.id', '=', ctx.actor.userId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return compareGolden(
    { fault: row.fault, verdict: row.expected_verdict, labels: row.expected_labels },
    row,
  );
}
