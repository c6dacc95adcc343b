import type { DbContext } from '#db/context.ts';
import { newId } from '#platform/ids.ts';
import type { PlacedQuote } from './place-quotes.ts';

/** Why a version is out of force. */
export type Ending = 'superseded' | 'withdrawn' | 'expired';

/** Rows of one insert; every row has its own parameters, and a statement takes 65,535. */
const chunkSize = 2_000;

export interface Recheck {
  readonly id: string;
  readonly post_id: string;
  readonly draft_id: string;
  readonly version_id: string;
  readonly approval_id: string | null;
  readonly cause: Ending;
}

/** One recheck for each draft and ended version of which a quote was lost. */
export async function openRechecks(
  ctx: DbContext,
  placed: readonly PlacedQuote[],
  causes: ReadonlyMap<string, Ending>,
): Promise<Recheck[]> {
  const at = ctx.clock();
  const lost = placed.filter((quote) => quote.anchor === null);
  const groups = Map.groupBy(lost, ({ citation }) => `${citation.draft_id}/${citation.version_id}`);
  const rows = [...groups.values()].map(([first, ...others]) => {
    const { citation, successorId } = first as PlacedQuote;
    return {
      id: newId(),
      post_id: citation.post_id,
      draft_id: citation.draft_id,
      approval_id: citation.approval_id,
      version_id: citation.version_id,
      cause: causes.get(citation.version_id) as Ending,
      successor_id: successorId,
      quotes: JSON.stringify(
        [first as PlacedQuote, ...others].map((quote) => ({
          sentence: quote.citation.sentence_ordinal,
          ordinal: quote.citation.ordinal,
          quote: quote.citation.quote,
          now: quote.now,
        })),
      ),
      opened_at: at,
    };
  });
  for (let start = 0; start < rows.length; start += chunkSize) {
    await ctx.db
      .insertInto('recheck')
      .values(rows.slice(start, start + chunkSize))
      .execute();
  }
  return rows;
}

/** An approval that lost a source cannot be used from now on. */
export async function leaveForce(ctx: DbContext, rechecks: readonly Recheck[]): Promise<string[]> {
  const approvalIds = rechecks.flatMap((recheck) => recheck.approval_id ?? []);
  if (approvalIds.length === 0) return [];
  const rows = await ctx.db
    .updateTable('approval')
    .set({ status: 'needs_recheck' })
    .where('id', 'in', approvalIds)
    .where('status', '=', 'in_force')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
