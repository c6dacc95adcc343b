import type { DbContext } from '#db/context.ts';
import { wordingKey, wordingRules } from './claim-wording.ts';

/** Approvals of one statement: a kill loses at most these, and the next run goes on from there. */
const batchSize = 200;

/**
 * Notes how the claims of approved answers in force are worded, of all or only of a given one, so that
 * `findReusable` finds them. Those made before, or by other rules, are noted as well; each once.
 */
export async function keepWordings(
  ctx: Pick<DbContext, 'db'>,
  options: { approvalId?: string; signal?: AbortSignal } = {},
): Promise<void> {
  for (;;) {
    options.signal?.throwIfAborted();
    let missing = ctx.db
      .selectFrom('approval as a')
      .innerJoin('draft as d', 'd.id', 'a.draft_id')
      .innerJoin('claim as c', 'c.id', 'd.claim_id')
      .leftJoin('answered_claim as w', (join) =>
        join.onRef('w.approval_id', '=', 'a.id').on('w.rules', '=', wordingRules),
      )
      .select(['a.id', 'c.text'])
      .where('a.status', '=', 'in_force')
      .where('w.approval_id', 'is', null)
      .limit(batchSize);
    if (options.approvalId !== undefined) missing = missing.where('a.id', '=', options.approvalId);
    const approvals = await missing.execute();
    if (approvals.length === 0) return;
    const rows = await Promise.all(
      approvals.map(async ({ id, text }) => ({
        approval_id: id,
        wording: await wordingKey(text),
        rules: wordingRules,
      })),
    );
    await ctx.db
      .insertInto('answered_claim')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('approval_id').doUpdateSet((eb) => ({
          wording: eb.ref('excluded.wording'),
          rules: eb.ref('excluded.rules'),
        })),
      )
      .execute();
  }
}
