import { draftAudiences, draftLengths, type PreparedDraft, prepareDraft } from '#drafting/index.ts';
import type { Interval } from '#evaluations/index.ts';
import { asOf } from '../gate/statements.ts';
import type { EvalProgress } from '../progress.ts';
import { wilsonInterval } from '../wilson.ts';
import { checkSentence, needsSource, type SentenceCheck } from './check-draft.ts';
import type { CitedClaim } from './cited-claims.ts';

/** Drafts a claim; the product's own unless a test breaks it. */
export type Draft = (
  claim: CitedClaim,
  form: Pick<PreparedDraft, 'audience' | 'length'>,
) => Promise<PreparedDraft | null>;

export interface CitationCounts {
  readonly drafts: number;
  /** Headline and sentences that say something. */
  readonly sentences: number;
  readonly citations: number;
  readonly byteEqual: number;
  readonly wrongBytes: number;
  /** Of `citations`, those whose quote stands in the sentence; short drafts point to a quote above instead. */
  readonly printed: number;
  /** Sentences that their citations carry. */
  readonly recall: number;
  readonly recallInterval: Interval;
  /** Citations that their sentence needs. */
  readonly precision: number;
  readonly precisionInterval: Interval;
}

export interface CitationMeasures extends CitationCounts {
  readonly claims: number;
  /** Claims no draft could be made for. */
  readonly undrafted: number;
  readonly sets: ReadonlyArray<CitationCounts & { readonly set: string }>;
}

/** An extractive draft of every claim, forms in turn, each citation checked against the canonical text. */
export async function measureCitations(
  claims: readonly CitedClaim[],
  { draft = draftClaim, onProgress }: { readonly draft?: Draft; readonly onProgress: EvalProgress },
): Promise<CitationMeasures> {
  const checked: Array<{ readonly set: string; readonly sentences: readonly SentenceCheck[] }> = [];
  for (const [index, claim] of claims.entries()) {
    const form = {
      audience: draftAudiences[index % draftAudiences.length] ?? 'domestic',
      length:
        draftLengths[Math.floor(index / draftAudiences.length) % draftLengths.length] ??
        'statement',
    };
    const made = await draft(claim, form);
    if (made !== null) {
      const sentences = [made.headline, ...made.sentences]
        .filter(needsSource)
        .map((sentence) => checkSentence(sentence, claim.sources, claim.canonicalTexts));
      checked.push({ set: claim.set, sentences });
    }
    onProgress('drafting', index + 1, claims.length);
  }
  return {
    claims: claims.length,
    undrafted: claims.length - checked.length,
    ...count(checked),
    sets: [...Map.groupBy(checked, ({ set }) => set)].map(([set, of]) => ({ set, ...count(of) })),
  };
}

async function draftClaim(
  { text, language, sources, canonicalTexts }: CitedClaim,
  form: Parameters<Draft>[1],
): Promise<PreparedDraft | null> {
  return prepareDraft({
    claim: { text, language, checkable: true },
    sources,
    untranslated: new Set(),
    canonicalTexts,
    asOf,
    ...form,
  });
}

function count(
  drafts: ReadonlyArray<{ readonly sentences: readonly SentenceCheck[] }>,
): CitationCounts {
  const sentences = drafts.flatMap((draft) => draft.sentences);
  const sum = (of: (one: SentenceCheck) => number): number =>
    sentences.reduce((total, one) => total + of(one), 0);
  const citations = sum((one) => one.citations);
  const byteEqual = sum((one) => one.byteEqual);
  const supported = sum((one) => Number(one.supported));
  const needed = sum((one) => one.needed);
  return {
    drafts: drafts.length,
    sentences: sentences.length,
    citations,
    byteEqual,
    wrongBytes: citations - byteEqual,
    printed: sum((one) => one.printed),
    recall: sentences.length === 0 ? 0 : supported / sentences.length,
    recallInterval: wilsonInterval(supported, sentences.length),
    precision: citations === 0 ? 0 : needed / citations,
    precisionInterval: wilsonInterval(needed, citations),
  };
}
