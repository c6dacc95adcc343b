import type { LabelledSentence, Verdict } from '#db/schema/index.ts';

/** What somebody is told after judging a golden item. */
export interface GoldenResult {
  /** A closed code (see `goldenFaults`); null: nothing was wrong. */
  readonly fault: string | null;
  readonly expectedVerdict: Verdict;
  readonly verdict: Verdict;
  readonly rightVerdict: boolean;
  /** Share of sentences labelled as expected, 0 to 1. */
  readonly rightLabels: number;
  /** Sentences labelled otherwise; ordinal 0 is the headline. */
  readonly differences: ReadonlyArray<{
    readonly ordinal: number;
    readonly expected: LabelledSentence['label'];
    readonly given: LabelledSentence['label'] | null;
  }>;
}

/** Holds a judgement against what was expected. */
export function compareGolden(
  expected: {
    readonly fault: string | null;
    readonly verdict: Verdict;
    readonly labels: readonly LabelledSentence[];
  },
  given: { readonly verdict: Verdict; readonly labels: readonly LabelledSentence[] },
): GoldenResult {
  const labelOf = new Map(given.labels.map(({ ordinal, label }) => [ordinal, label]));
  const differences = expected.labels
    .filter(({ ordinal, label }) => labelOf.get(ordinal) !== label)
    .map(({ ordinal, label }) => ({
      ordinal,
      expected: label,
      given: labelOf.get(ordinal) ?? null,
    }));
  return {
    fault: expected.fault,
    expectedVerdict: expected.verdict,
    verdict: given.verdict,
    rightVerdict: given.verdict === expected.verdict,
    rightLabels: 1 - differences.length / expected.labels.length,
    differences,
  };
}
