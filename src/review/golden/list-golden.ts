import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { Verdict } from '#db/schema/index.ts';
import { requirePermission } from '#identity/index.ts';

export interface GoldenEntry {
  readonly postId: string;
  readonly sourceDraftId: string;
  readonly draftId: string;
  readonly fault: string | null;
  readonly expectedVerdict: Verdict;
  readonly seededBy: string;
  readonly seededAt: Date;
  readonly retiredAt: Date | null;
  /** People who have judged it. */
  readonly judged: number;
  readonly rightVerdicts: number;
  /** Mean share of sentences labelled as expected, 0 to 1; null: nobody has judged it. */
  readonly rightLabels: number | null;
}

/** Golden items with how they were judged, newest first. Of nobody in particular. */
export async function listGolden(
  ctx: Pick<DbContext, 'db' | 'actor'>,
  input: { cursor?: string | null | undefined; limit: number },
): Promise<Page<GoldenEntry>> {
  requirePermission(ctx.actor, 'golden.manage');
  let query = ctx.db
    .selectFrom('golden_item as g')
    .innerJoin('app_user as u', 'u.id', 'g.seeded_by')
    .leftJoin('golden_decision as d', 'd.post_id', 'g.post_id')
    .select(['g.post_id', 'g.source_draft_id', 'g.draft_id', 'g.fault', 'g.expected_verdict'])
    .select(['u.name as seeded_by', 'g.seeded_at', 'g.retired_at'])
    .select((eb) => [
      eb.fn.count<number>('d.id').as('judged'),
      eb.fn.count<number>('d.id').filterWhere('d.right_verdict', '=', true).as('right_verdicts'),
      eb.fn.avg<number | null>('d.right_labels').as('right_labels'),
    ])
    .groupBy(['g.post_id', 'u.name'])
    .orderBy('g.post_id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('g.post_id', '<', decodeCursor(input.cursor));
  const page = toPage(await query.execute(), input.limit, (row) => row.post_id);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => ({
      postId: row.post_id,
      sourceDraftId: row.source_draft_id,
      draftId: row.draft_id,
      fault: row.fault,
      expectedVerdict: row.expected_verdict,
      seededBy: row.seeded_by,
      seededAt: row.seeded_at,
      retiredAt: row.retired_at,
      judged: row.judged,
      rightVerdicts: row.right_verdicts,
      rightLabels: row.right_labels,
    })),
  };
}
