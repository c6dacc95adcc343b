import type { DbContext } from '#db/context.ts';
import { mayDo } from '#identity/index.ts';

export interface GoldenFigures {
  /** Of one person: their oldest account speaks for the others. */
  readonly reviewerId: string;
  readonly reviewer: string;
  readonly judged: number;
  readonly rightVerdicts: number;
  /** Items with a fault that were approved. */
  readonly missedFaults: number;
  /** Mean share of sentences labelled as expected, 0 to 1. */
  readonly rightLabels: number;
}

/** How golden items were judged, by person: everybody's for who manages them, else only one's own. */
export async function goldenFigures(
  ctx: Pick<DbContext, 'db' | 'actor'>,
): Promise<GoldenFigures[]> {
  let query = ctx.db
    .selectFrom('golden_decision as d')
    .innerJoin('golden_item as g', 'g.post_id', 'd.post_id')
    .innerJoin('app_user as u', 'u.id', 'd.reviewer')
    .innerJoin('app_user as o', 'o.id', 'u.person')
    .select(['o.id as reviewer_id', 'o.name as reviewer'])
    .select((eb) => [
      eb.fn.count<number>('d.id').as('judged'),
      eb.fn.count<number>('d.id').filterWhere('d.right_verdict', '=', true).as('right_verdicts'),
      eb.fn
        .count<number>('d.id')
        .filterWhere('g.fault', 'is not', null)
        .filterWhere('d.verdict', '=', 'approve')
        .as('missed_faults'),
      eb.fn.avg<number>('d.right_labels').as('right_labels'),
    ])
    .groupBy(['o.id', 'o.name'])
    .orderBy('o.name');
  if (!mayDo(ctx.actor, 'golden.manage')) {
    query = query.where('o.id', '=', (eb) =>
      eb.selectFrom('app_user as me').select('me.person').where('me.id', '=', ctx.actor.userId),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    reviewerId: row.reviewer_id,
    reviewer: row.reviewer,
    judged: row.judged,
    rightVerdicts: row.right_verdicts,
    missedFaults: row.missed_faults,
    rightLabels: row.right_labels,
  }));
}
