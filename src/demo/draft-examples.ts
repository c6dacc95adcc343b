import { draftAudiences, draftLengths, type DraftVariant, draftVariants } from '#drafting/index.ts';
import type { Context } from '../context.ts';

const languages = ['vi', 'en'] as const;
const examplesEach = 3;

export interface DraftExamples {
  readonly groups: ReadonlyArray<{
    readonly title: string;
    readonly examples: ReadonlyArray<{ readonly claim: string; readonly variant: DraftVariant }>;
  }>;
  readonly summary: {
    /** Forms tried: claims × audiences × lengths, in Vietnamese or English as the claim is. */
    readonly drafts: number;
    readonly offered: number;
    readonly byLength: Readonly<Record<string, { drafts: number; offered: number }>>;
  };
}

/**
 * Three drafts for each audience and language out of an analysed demonstration, of different claims and
 * lengths, and how many forms of all its answerable claims can be offered.
 */
export async function draftExamples(ctx: Context): Promise<DraftExamples> {
  const all: Array<{ claim: string; variant: DraftVariant }> = [];
  for (const claim of await answerableClaims(ctx)) {
    const language = claim.language === 'en' ? 'en' : 'vi';
    const variants = await draftVariants(ctx, { claimId: claim.id, languages: [language] });
    all.push(...variants.map((variant) => ({ claim: claim.text, variant })));
  }
  const groups = languages.flatMap((language) =>
    draftAudiences.map((audience) => {
      const fitting = all.filter(
        ({ variant }) =>
          variant.draft !== null && variant.language === language && variant.audience === audience,
      );
      return { title: `== ${language}, ${audience}`, examples: differing(fitting) };
    }),
  );
  const counted = (some: typeof all) => ({
    drafts: some.length,
    offered: some.filter(({ variant }) => variant.draft !== null).length,
  });
  const byLength = draftLengths.map((length) => {
    const some = all.filter(({ variant }) => variant.length === length);
    return [length, counted(some)] as const;
  });
  return { groups, summary: { ...counted(all), byLength: Object.fromEntries(byLength) } };
}

/** The scarcest lengths first, each of a claim that has not been shown for these readers. */
function differing<Example extends { claim: string; variant: DraftVariant }>(
  examples: readonly Example[],
): Example[] {
  const chosen: Example[] = [];
  for (const length of ['short', 'qa', 'note', 'statement']) {
    const next = examples.find(
      ({ claim, variant }) =>
        variant.length === length && chosen.every((other) => other.claim !== claim),
    );
    if (next !== undefined && chosen.length < examplesEach) chosen.push(next);
  }
  return chosen;
}

function answerableClaims(ctx: Context) {
  return ctx.db
    .selectFrom('claim as c')
    .innerJoin('assessment as a', (join) =>
      join.onRef('a.claim_id', '=', 'c.id').on('a.current', '=', true),
    )
    .select(['c.id', 'c.text', 'c.language'])
    .where('a.outcome', '=', 'RELATED')
    .orderBy((eb) => eb.case('a.suggestion').when('CONTRADICTED').then(0).else(1).end())
    .orderBy('c.post_id')
    .orderBy('c.ordinal')
    .execute();
}
