import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Audience, DraftLength } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { contribute } from './contribute.ts';
import { draftVariants, type VariantGap } from './draft-variants.ts';
import type { DraftLanguage } from './extractive/templates.ts';
import { openDraft } from './open-draft.ts';
import type { PreparedDraft } from './prepare-draft.ts';
import { storeDraft } from './store-draft.ts';

export interface RedraftInput {
  readonly claimId: string;
  readonly audience?: Audience | undefined;
  readonly length?: DraftLength | undefined;
  /** Absent: the one a draft for this claim is written in by default. */
  readonly language?: DraftLanguage | undefined;
  /** Quote only from these of the matched passages. */
  readonly passageIds?: readonly number[] | undefined;
  /** Hash of the draft that a person was shown and takes; another one is not stored. */
  readonly contentSha256?: string | undefined;
}

/**
 * Prepares a new extractive draft that answers `claimId` out of its matched passages (see
 * `claimWithSources`) and stores it as the post's next revision.
 * @throws NotFoundError; ConflictError when nothing can be quoted (no source, no sentence), when it does
 * not fit the form, or when it is no longer the draft that was shown.
 */
export async function redraft(
  ctx: DbContext,
  { audience = 'domestic', length = 'statement', language, contentSha256, ...input }: RedraftInput,
): Promise<{ draftId: string; revision: number }> {
  return withTransaction(ctx, async (ctx) => {
    const { post_id: postId } = await lockClaim(ctx, input.claimId);
    const [variant] = await draftVariants(ctx, {
      ...input,
      audiences: [audience],
      lengths: [length],
      languages: language === undefined ? undefined : [language],
    });
    if (contentSha256 !== undefined) refuseChanged(variant?.draft ?? null, contentSha256);
    if (variant === undefined || variant.draft === null) throw gapError(variant?.gap ?? null);
    await openDraft(ctx, postId);
    await contribute(ctx, postId, 'draft');
    const { claimId } = input;
    const stored = await storeDraft(ctx, { postId, claimId, draft: variant.draft });
    await appendAudit(ctx, [stored.entry]);
    return stored;
  });
}

/** Two drafts of one post take turns, so that their revisions differ. */
async function lockClaim(ctx: DbContext, claimId: string): Promise<{ post_id: string }> {
  const claim = await ctx.db
    .selectFrom('claim as c')
    .innerJoin('post as p', 'p.id', 'c.post_id')
    .select('c.post_id')
    .where('c.id', '=', claimId)
    .forUpdate('p')
    .executeTakeFirst();
  if (claim === undefined) throw new NotFoundError('no such claim', { field: 'claim' });
  return claim;
}

function refuseChanged(draft: PreparedDraft | null, shown: string): void {
  if (draft?.contentSha256 === shown) return;
  throw new ConflictError('what this draft quotes, or how it is quoted, has changed since', {
    field: 'content_sha256',
    remedy: 'Look at the variants again and take the one that is offered now.',
  });
}

function gapError(gap: VariantGap | null): ConflictError {
  if (gap === 'too_long') {
    return new ConflictError('no short draft holds the whole rebuttal', {
      field: 'length',
      remedy: 'Ask for another length: quotes are never cut to fit.',
    });
  }
  if (gap === 'no_source_in_language') {
    return new ConflictError('no source that answers this claim is in that language', {
      field: 'language',
      remedy: 'Ask for Vietnamese or English, or have an official translation aligned.',
    });
  }
  return new ConflictError('nothing in force answers this claim', {
    field: 'claim',
    remedy: 'Match the claim again; if the corpus still says nothing, set it to NO_POSITION.',
  });
}
