import type { DbContext } from '#db/context.ts';
import type { Audience, DraftLength } from '#db/schema/index.ts';
import { findInstructions } from '#language/find-instructions.ts';
import { isoDay } from '#platform/clock.ts';
import { claimWithSources } from '../claim-with-sources.ts';
import type { DraftLanguage } from '../extractive/templates.ts';
import { loadCanonicalTexts, loadSources } from '../load-sources.ts';
import { type DraftEvidence, type DraftForm, preferLanguage } from '../prepare-draft.ts';
import { sourcesInLanguage } from '../sources-in-language.ts';

/** The machine's own newest draft of a post, which a model may try to better. */
export interface ReplaceableDraft {
  readonly postId: string;
  readonly draftId: string;
  readonly claimId: string;
  readonly language: DraftLanguage;
  readonly audience: Audience;
  readonly length: DraftLength;
  readonly postText: string;
  readonly canonicalUrl: string | null;
  /** The post holds words written to a machine. */
  readonly instructed: boolean;
}

/**
 * The draft that a model's may follow: the post is IN_DRAFT, its newest revision is an extractive one
 * that no person asked for, and nobody has worked on a draft of it. Null when there is none.
 */
export async function findReplaceable(
  ctx: Pick<DbContext, 'db'>,
  postId: string,
): Promise<ReplaceableDraft | null> {
  const found = await ctx.db
    .selectFrom('draft as d')
    .innerJoin('post as p', 'p.id', 'd.post_id')
    .select([
      'd.id',
      'd.claim_id',
      'd.language',
      'd.audience',
      'd.length',
      'd.drafter',
      'd.created_by',
      'p.text',
      'p.canonical_url',
      'p.instructions',
    ])
    .where('d.post_id', '=', postId)
    .where('p.state', '=', 'IN_DRAFT')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contribution')
            .select('contribution.post_id')
            .where('contribution.post_id', '=', postId)
            .where('contribution.kind', 'in', ['draft', 'submit']),
        ),
      ),
    )
    .orderBy('d.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined || found.drafter !== 'extractive' || found.created_by !== null) {
    return null;
  }
  return {
    postId,
    draftId: found.id,
    claimId: found.claim_id,
    language: found.language as DraftLanguage,
    audience: found.audience,
    length: found.length ?? 'statement',
    postText: found.text,
    canonicalUrl: found.canonical_url,
    instructed: found.instructions.length > 0 || findInstructions(found.text).length > 0,
  };
}

/** What a model may quote for a draft like this one; passages that speak to a machine are left out. */
export async function loadEvidence(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  draft: ReplaceableDraft,
): Promise<DraftEvidence & DraftForm> {
  const { claimId, language, audience, length } = draft;
  const asOf = isoDay(ctx.clock());
  const { claim, sources: matched } = await claimWithSources(ctx, { claimId, asOf });
  const { sources, untranslated } = await sourcesInLanguage(ctx, matched, {
    claimLanguage: claim.language,
    language,
    asOf,
  });
  const harmless = sources.filter(({ text }) => findInstructions(text).length === 0);
  const quotable = preferLanguage(harmless, language);
  return {
    claim,
    sources: quotable,
    untranslated,
    canonicalTexts: await loadCanonicalTexts(
      ctx,
      quotable.map(({ versionId }) => versionId),
    ),
    asOf,
    post: { text: draft.postText, canonicalUrl: draft.canonicalUrl, response: null },
    language,
    audience,
    length,
  };
}

/** The same evidence as it stands now: versions end and are withdrawn while a model writes. */
export async function reloadEvidence<T extends DraftEvidence>(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  evidence: T,
): Promise<T> {
  const ids = evidence.sources.map(({ passageId }) => Number(passageId));
  const { byPassage, canonicalTexts } = await loadSources(ctx, ids);
  const sources = ids.flatMap((id) => byPassage.get(id) ?? []);
  return { ...evidence, sources, canonicalTexts, asOf: isoDay(ctx.clock()) };
}
