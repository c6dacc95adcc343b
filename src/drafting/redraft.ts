import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Audience } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { contribute } from './contribute.ts';
import { loadSources } from './load-sources.ts';
import { openDraft } from './open-draft.ts';
import { prepareDraft } from './prepare-draft.ts';
import { storeDraft } from './store-draft.ts';

/**
 * Prepares a new extractive draft that answers `claimId` out of its matched passages, or only those
 * given. @throws ConflictError when nothing can be quoted: no source, no sentence.
 */
export async function redraft(
  ctx: DbContext,
  input: { claimId: string; audience?: Audience; passageIds?: readonly number[] },
): Promise<{ draftId: string; revision: number }> {
  return withTransaction(ctx, async (ctx) => {
    const claim = await ctx.db
      .selectFrom('claim')
      .select(['id', 'post_id', 'text', 'language', 'checkable'])
      .where('id', '=', input.claimId)
      .executeTakeFirst();
    if (claim === undefined) throw new NotFoundError('no such claim', { field: 'claim' });
    const matched = await ctx.db
      .selectFrom('match')
      .select('passage_id')
      .where('claim_id', '=', claim.id)
      .orderBy('rank')
      .execute();
    const chosen = matched
      .map((row) => row.passage_id)
      .filter((id) => input.passageIds === undefined || input.passageIds.includes(id));
    const loaded = await loadSources(ctx, chosen);
    const asOf = isoDay(ctx.clock());
    const draft = claim.checkable
      ? await prepareDraft({
          claim,
          sources: chosen
            .flatMap((id) => loaded.byPassage.get(id) ?? [])
            .filter(
              (source) =>
                source.citable &&
                source.status === 'approved' &&
                source.validFrom <= asOf &&
                (source.validTo === null || source.validTo > asOf),
            ),
          canonicalTexts: loaded.canonicalTexts,
          asOf,
          ...(input.audience === undefined ? {} : { audience: input.audience }),
        })
      : null;
    if (draft === null) {
      throw new ConflictError('nothing in force answers this claim', {
        field: 'claim',
        remedy: 'Set its outcome to NO_POSITION, or add what the corpus lacks and analyse again.',
      });
    }
    await openDraft(ctx, claim.post_id);
    await contribute(ctx, claim.post_id, 'draft');
    const stored = await storeDraft(ctx, {
      postId: claim.post_id,
      claimId: claim.id,
      draft,
      byPerson: false,
    });
    await appendAudit(ctx, [stored.entry]);
    return stored;
  });
}
