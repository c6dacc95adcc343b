import type { LabelledSentence, SentenceLabel, Verdict } from '#db/schema/index.ts';

export interface ReviewToCompare {
  readonly verdict: Verdict;
  readonly labels: readonly LabelledSentence[];
}

export interface ComparedSentence {
  readonly ordinal: number;
  /** Null: that reviewer gave it no label, as was once possible. */
  readonly first: SentenceLabel | null;
  readonly second: SentenceLabel | null;
  readonly differs: boolean;
}

export interface Comparison {
  readonly sameVerdict: boolean;
  /** Sentences with the same label from both. */
  readonly sameLabels: number;
  readonly sentences: readonly ComparedSentence[];
}

/** Two reviews of one draft, sentence by sentence. */
export function compareReviews(first: ReviewToCompare, second: ReviewToCompare): Comparison {
  const ofFirst = labelsOf(first);
  const ofSecond = labelsOf(second);
  const ordinals = [...new Set([...ofFirst.keys(), ...ofSecond.keys()])].toSorted((a, b) => a - b);
  const sentences = ordinals.map((ordinal) => {
    const one = ofFirst.get(ordinal) ?? null;
    const two = ofSecond.get(ordinal) ?? null;
    return { ordinal, first: one, second: two, differs: one !== two };
  });
  return {
    sameVerdict: first.verdict === second.verdict,
    sameLabels: sentences.filter(({ differs }) => !differs).length,
    sentences,
  };
}

function labelsOf({ labels }: ReviewToCompare): Map<number, SentenceLabel> {
  return new Map(labels.map(({ ordinal, label }) => [ordinal, label]));
}
