import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { toVector } from '#db/vector.ts';
import { sameNameIn } from '#names/index.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueries, type RetrievalContext } from '#retrieval/index.ts';
import { hasGuidance } from './find-guidance.ts';
import { type AnalysedClaim, matchClaim } from './match-claim.ts';
import { type MatchedWith, matchRows } from './match-rows.ts';

/**
 * Matches a claim against the corpus as it is now: after a source changed, or when the corpus has come to
 * speak to what it did not. The matches are replaced; an outcome that the machine suggested is suggested
 * anew, one that a person decided stays. Returns how many passages match.
 * @throws NotFoundError, ConflictError for a claim that is not checkable or a post in review or decided.
 */
export async function matchAgain(
  ctx: RetrievalContext,
  input: { claimId: string },
): Promise<{ matches: number }> {
  const { claim, matched, threshold } = await analyse(ctx, input.claimId);
  return withTransaction(ctx, async (ctx) => {
    await lockOpenPost(ctx, input.claimId);
    await ctx.db.deleteFrom('match').where('claim_id', '=', claim.id).execute();
    const rows = matchRows(claim, matched);
    if (rows.length > 0) await ctx.db.insertInto('match').values(rows).execute();
    await storeVector(ctx, claim, matched);
    const outcome = await suggestAnew(ctx, claim, threshold);
    await appendAudit(ctx, [
      {
        action: 'claim.matched_again',
        entityType: 'claim',
        entityId: claim.id,
        details: { matches: rows.length, as_of: matched.asOf, outcome },
      },
    ]);
    return { matches: claim.matches.length };
  });
}

/** What reviewers read, and what they approved, keeps its matches. */
async function lockOpenPost(ctx: RetrievalContext, claimId: string): Promise<void> {
  const open = await ctx.db
    .selectFrom('post as p')
    .innerJoin('claim as c', 'c.post_id', 'p.id')
    .select('p.id')
    .where('c.id', '=', claimId)
    .where('p.state', 'in', ['ANALYSED', 'NO_ACTION', 'IN_DRAFT', 'RETURNED'])
    .forUpdate('p')
    .executeTakeFirst();
  if (open !== undefined) return;
  throw new ConflictError('this post is in review or decided', {
    field: 'post',
    remedy: 'A claim is matched again before review, or after reviewers have returned its post.',
  });
}

async function analyse(ctx: RetrievalContext, claimId: string) {
  const row = await ctx.db
    .selectFrom('claim')
    .select(['id', 'start_offset', 'end_offset', 'text', 'language', 'checkable', 'reasons'])
    .where('id', '=', claimId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError('no such claim', { field: 'claim' });
  if (!row.checkable) {
    throw new ConflictError('this claim is not checkable', {
      field: 'claim',
      remedy: 'Opinions, questions and the like are never matched.',
    });
  }
  const batch = await prepareQueries(ctx, [row.text]);
  const asOf = isoDay(ctx.clock());
  const { id, start_offset: start, end_offset: end, text, language, reasons } = row;
  // It was judged when the post came in, and people have read that: only facts are checkable.
  const judged = { kind: 'factual' as const, checkable: true, reasons, odds: null };
  const claim = await matchClaim(
    ctx,
    batch,
    { id, start, end, text, language, judged },
    batch.queries[0],
    { asOf, sameName: sameNameIn(batch.names), guided: await hasGuidance(ctx, asOf) },
  );
  const { threshold } = batch.settings;
  return {
    claim,
    matched: { modelId: batch.model?.id ?? null, asOf },
    threshold: Number.isFinite(threshold) ? threshold : null,
  };
}

async function storeVector(
  ctx: RetrievalContext,
  { id, vector }: AnalysedClaim,
  { modelId }: MatchedWith,
): Promise<void> {
  if (vector === null || modelId === null) return;
  await ctx.db
    .insertInto('claim_embedding')
    .values({ model_id: modelId, claim_id: id, embedding: toVector(vector) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The outcome suggested now, or null where a person has decided. */
async function suggestAnew(
  ctx: RetrievalContext,
  { id, suggestion }: AnalysedClaim,
  threshold: number | null,
): Promise<string | null> {
  const machine = await ctx.db
    .updateTable('assessment')
    .set({ current: false })
    .where('claim_id', '=', id)
    .where('current', '=', true)
    .where('decided_by', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (machine === undefined) return null;
  await ctx.db
    .insertInto('assessment')
    .values({
      id: newId(),
      claim_id: id,
      outcome: suggestion.outcome,
      suggestion: suggestion.suggestion,
      reasons: [...suggestion.reasons],
      decided_by: null,
      decided_at: ctx.clock(),
      current: true,
      threshold,
    })
    .execute();
  return suggestion.outcome;
}
