import type { DbContext } from '#db/context.ts';
import { databaseNow } from '#db/database-clock.ts';
import { isoDay } from '#platform/clock.ts';
import type { FoundItem } from '../queue/grant-lease.ts';
import { unforeseen } from '../unforeseen.ts';

export interface GoldenDraw {
  /** Share of leases that are golden, 0 to 1. */
  readonly share: number;
  /** 0 up to 1; what a reviewer cannot foresee. */
  readonly random?: () => number;
}

/**
 * In this share of cases a golden item, locked, for somebody who asks for the next one: one that this
 * person (by all these accounts) has not judged or passed on, whose answer they had no part in and did not
 * judge, whose sources are in force and whose approval nobody revoked. Else null, and they get what waits.
 */
export async function drawGolden(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  accounts: readonly string[],
  { share, random = unforeseen }: GoldenDraw,
): Promise<FoundItem | null> {
  if (random() >= share) return null;
  return (await goldenItem(ctx, accounts).executeTakeFirst()) ?? null;
}

/** Locked, and skipped where another one has it. */
function goldenItem(ctx: Pick<DbContext, 'db' | 'clock'>, accounts: readonly string[]) {
  return ctx.db
    .selectFrom('golden_item as g')
    .innerJoin('review_item as i', 'i.post_id', 'g.post_id')
    .select(['i.id', 'i.post_id', 'i.fence', 'i.leased_by', 'i.leased_until'])
    .select((eb) => eb('i.leased_until', '<=', databaseNow).$castTo<boolean | null>().as('ran_out'))
    .where('g.retired_at', 'is', null)
    .where('g.seeded_by', 'not in', accounts)
    .where((eb) =>
      eb.or([eb('i.leased_until', 'is', null), eb('i.leased_until', '<=', databaseNow)]),
    )
    .where((eb) => {
      const done = eb
        .selectFrom('golden_decision as o')
        .select('o.id')
        .whereRef('o.post_id', '=', 'i.post_id')
        .where('o.reviewer', 'in', accounts);
      const passed = eb
        .selectFrom('review_pass as s')
        .select('s.id')
        .whereRef('s.review_item_id', '=', 'i.id')
        .where('s.user_id', 'in', accounts);
      const judgedSource = eb
        .selectFrom('review_decision as r')
        .innerJoin('draft as d', 'd.id', 'r.draft_id')
        .innerJoin('draft as x', 'x.post_id', 'd.post_id')
        .select('r.id')
        .whereRef('x.id', '=', 'g.source_draft_id')
        .where('r.reviewer', 'in', accounts);
      const hadPart = eb
        .selectFrom('contribution as c')
        .innerJoin('draft as x', 'x.post_id', 'c.post_id')
        .select('c.post_id')
        .whereRef('x.id', '=', 'g.source_draft_id')
        .where('c.user_id', 'in', accounts);
      return eb.not(
        eb.or([eb.exists(done), eb.exists(passed), eb.exists(judgedSource), eb.exists(hadPart)]),
      );
    })
    .where((eb) => {
      const today = isoDay(ctx.clock());
      const lostSource = eb
        .selectFrom('citation_now as q')
        .innerJoin('document_version as v', 'v.id', 'q.version_id')
        .innerJoin('document as w', 'w.id', 'v.document_id')
        .select('v.id')
        .whereRef('q.draft_id', '=', 'g.draft_id')
        .where((eb) =>
          eb.or([
            eb('v.status', '<>', 'approved'),
            eb('v.valid_from', '>', today),
            eb('v.ends_on', '<=', today),
            eb('w.citable', '=', false),
          ]),
        );
      const revoked = eb
        .selectFrom('approval as a')
        .select('a.id')
        .whereRef('a.draft_id', '=', 'g.source_draft_id')
        .where('a.status', '=', 'revoked');
      return eb.not(eb.or([eb.exists(lostSource), eb.exists(revoked)]));
    })
    .orderBy('g.seeded_at')
    .orderBy('g.post_id')
    .limit(1)
    .forUpdate('i')
    .skipLocked();
}
