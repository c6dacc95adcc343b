import type { DocumentMetadata } from '#db/schema/index.ts';

export type Pillar = NonNullable<DocumentMetadata['pillar']>;

/** A document near a claim that no document answers. */
export interface NearDocument {
  readonly topics: readonly string[];
  readonly pillar: Pillar | null;
  /** 0 to 1, that one of its passages answers the claim. */
  readonly probability: number;
}

/**
 * From here on a document that does not answer a claim still tells what it is about. On 69 questions on
 * 17 laws (ALQAC), the answering article taken out, the law was guessed right for .36, wrong for .06 and
 * not at all for .58; 250 texts on other things got a law in .13 of the cases. With .10: .23, .03, .74
 * and .05; without a limit .87 and .13 of the questions, and a law for every other text.
 */
export const leastProbability = 0.05;

/**
 * What a claim without a position may be about: the topic and the pillar of the documents near it. Each
 * votes for all its topics and its pillar with its probability; the heaviest wins, and of two equal ones
 * the first in the alphabet. Null where no document is near, or none near has one. A guess, for sorting.
 */
export function guessTopic(documents: readonly NearDocument[]): {
  topic: string | null;
  pillar: Pillar | null;
} {
  const near = documents.filter(({ probability }) => probability >= leastProbability);
  return {
    topic: heaviest(
      near.flatMap(({ topics, probability }) =>
        [...new Set(topics)].map((name) => [name, probability] as const),
      ),
    ),
    pillar: heaviest(
      near.flatMap(({ pillar, probability }) =>
        pillar === null ? [] : [[pillar, probability] as const],
      ),
    ),
  };
}

function heaviest<T extends string>(votes: ReadonlyArray<readonly [T, number]>): T | null {
  const weights = new Map<T, number>();
  for (const [name, weight] of votes) weights.set(name, (weights.get(name) ?? 0) + weight);
  const ranked = [...weights].toSorted(
    ([a, ours], [b, theirs]) => theirs - ours || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0] ?? null;
}
