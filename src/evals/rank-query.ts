import type { Arm } from '#evaluations/index.ts';
import type { PassageMatch } from '#retrieval/index.ts';

/**
 * Document ids in the order of one arm, best first: the fused arm as the product ranks, the others by
 * that leg's score alone, without what that leg has nothing to say of. A document stands where its
 * best passage stands.
 */
export function rankDocuments(
  matches: readonly PassageMatch[],
  arm: Arm,
  documentOf: ReadonlyMap<number, string>,
): string[] {
  const ranked =
    arm === 'fused'
      ? matches
      : matches
          .filter((match) => match[arm] !== null)
          .toSorted((a, b) => (b[arm] ?? 0) - (a[arm] ?? 0) || a.passageId - b.passageId);
  return [...new Set(ranked.flatMap((match) => documentOf.get(match.passageId) ?? []))];
}
