import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Audience } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { contribute } from './contribute.ts';
import { loadCanonicalTexts, loadPassages } from './load-sources.ts';
import { openDraft } from './open-draft.ts';
import { draftLanguage, prepareDraft } from './prepare-draft.ts';
import { storeDraft } from './store-draft.ts';
import { translateSources } from './translate-sources.ts';

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
      .where('guidance', '=', false)
      .orderBy('rank')
      .execute();
    const chosen = matched
      .map((row) => row.passage_id)
      .filter((id) => input.passageIds === undefined || input.passageIds.includes(id));
    const asOf = isoDay(ctx.clock());
    const byPassage = await loadPassages(ctx, chosen);
    const { sources, untranslated } = await translateSources(
      ctx,
      chosen
        .flatMap((id) => byPassage.get(id) ?? [])
        .filter(
          (source) =>
            source.citable &&
            source.status === 'approved' &&
            source.validFrom <= asOf &&
            (source.endsOn === null || source.endsOn > asOf),
        ),
      { language: draftLanguage(claim.language), asOf },
    );
    const draft = claim.checkable
      ? await prepareDraft({
          claim,
          sources,
          untranslated,
          canonicalTexts: await loadCanonicalTexts(
            ctx,
            sources.map((source) => source.versionId),
          ),
          asOf,
          ...(input.audience === undefined ? {} : { audience: input.audience }),
        })
      : null;
    if (draft === null) {
      throw new ConflictError('nothing in force answers this claim', {
        field: 'claim',
        remedy: 'Match the claim again; if the corpus still says nothing, set it to NO_POSITION.',
      });
    }
    await openDraft(ctx, claim.post_id);
    await contribute(ctx, claim.post_id, 'draft');
    const stored = await storeDraft(ctx, {
      postId: claim.post_id,
      claimId: claim.id,
      draft,
    });
    await appendAudit(ctx, [stored.entry]);
    return stored;
  });
}
