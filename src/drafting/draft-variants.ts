import type { DbContext } from '#db/context.ts';
import type { Audience, DraftLength } from '#db/schema/index.ts';
import { isoDay } from '#platform/clock.ts';
import { answerable } from './extractive/answerable.ts';
import { arrange } from './extractive/arrange.ts';
import { spokenLength } from './extractive/spoken-length.ts';
import type { DraftLanguage } from './extractive/templates.ts';
import { claimWithSources, type ClaimWithSources } from './claim-with-sources.ts';
import { draftAudiences, draftLengths } from './draft-forms.ts';
import { loadCanonicalTexts } from './load-sources.ts';
import {
  type DraftEvidence,
  type DraftForm,
  gated,
  preferLanguage,
  type PreparedDraft,
} from './prepare-draft.ts';
import { hasSourcesIn, sourcesInLanguage } from './sources-in-language.ts';

/**
 * Why there is no draft of a form: the claim is an opinion, a question or the like; none of its matches
 * may be quoted today; none is in that language; the structure does not fit into a short draft; what the
 * gate leaves is no rebuttal.
 */
export const variantGaps = [
  'not_checkable',
  'nothing_quotable',
  'no_source_in_language',
  'too_long',
  'refused_by_gate',
] as const;
export type VariantGap = (typeof variantGaps)[number];

export interface DraftVariant extends DraftForm {
  readonly draft: PreparedDraft | null;
  readonly gap: VariantGap | null;
  /** Code points as read aloud, without headline and marks of reference; null without a draft. */
  readonly characters: number | null;
}

export interface VariantsInput {
  readonly claimId: string;
  /** Quote only from these of the matched passages. */
  readonly passageIds?: readonly number[] | undefined;
  /** Absent: all. */
  readonly audiences?: readonly Audience[] | undefined;
  /** Absent: all. */
  readonly lengths?: readonly DraftLength[] | undefined;
  /** Absent: the one a draft for this claim is written in by default. */
  readonly languages?: readonly DraftLanguage[] | undefined;
}

/**
 * The extractive drafts that would answer a claim, for every audience × length × language asked for, each
 * gated and linted, or why there is none. Reads only. @throws NotFoundError
 */
export async function draftVariants(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  { claimId, passageIds, ...input }: VariantsInput,
): Promise<DraftVariant[]> {
  const asOf = isoDay(ctx.clock());
  const found = await claimWithSources(ctx, { claimId, passageIds, asOf });
  const variants: DraftVariant[] = [];
  for (const asked of input.languages ?? [undefined]) {
    variants.push(...(await inLanguage(ctx, found, { ...input, asked, asOf })));
  }
  return variants;
}

async function inLanguage(
  ctx: Pick<DbContext, 'db'>,
  { claim, post, sources: matched }: ClaimWithSources,
  {
    asked,
    asOf,
    audiences = draftAudiences,
    lengths = draftLengths,
  }: Pick<VariantsInput, 'audiences' | 'lengths'> & {
    asked: DraftLanguage | undefined;
    asOf: string;
  },
): Promise<DraftVariant[]> {
  const { language, sources, untranslated } = await sourcesInLanguage(ctx, matched, {
    claimLanguage: claim.language,
    language: asked,
    asOf,
  });
  const evidence = {
    claim,
    post,
    sources: preferLanguage(sources, language),
    untranslated,
    canonicalTexts: await loadCanonicalTexts(
      ctx,
      sources.map(({ versionId }) => versionId),
    ),
    asOf,
  };
  const write = writer(evidence, language);
  const variants: DraftVariant[] = [];
  for (const audience of audiences) {
    for (const length of lengths) variants.push(await write({ language, audience, length }));
  }
  return variants;
}

/** Ranks the quotes once for all forms in one language. */
function writer(
  evidence: DraftEvidence,
  language: DraftLanguage,
): (form: DraftForm) => Promise<DraftVariant> {
  const { claim, sources } = evidence;
  const answer = claim.checkable ? answerable(claim.text, sources) : null;
  return async (form) => {
    const none = (gap: VariantGap): DraftVariant => ({
      ...form,
      draft: null,
      gap,
      characters: null,
    });
    if (!claim.checkable) return none('not_checkable');
    if (answer === null) return none('nothing_quotable');
    if (!hasSourcesIn(language, sources)) return none('no_source_in_language');
    const arranged = arrange(answer, form);
    if (arranged === null) return none('too_long');
    const draft = await gated({
      ...evidence,
      ...arranged,
      ...form,
      drafter: 'extractive',
      model: null,
    });
    if (draft === null) return none('refused_by_gate');
    return { ...form, draft, gap: null, characters: spokenLength(draft.sentences) };
  };
}
