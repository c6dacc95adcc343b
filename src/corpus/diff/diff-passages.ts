import type { DiffPassage } from './diff-passage.ts';
import { longestRising } from './longest-rising.ts';
import { pairEqual } from './pair-equal.ts';
import { pairReworded } from './pair-reworded.ts';

export type { DiffPassage } from './diff-passage.ts';

/**
 * unchanged: the same text in the same order as what surrounds it; moved: the same text elsewhere;
 * both compared with white space folded. `sameText` tells whether a pair's texts agree to the code
 * point.
 */
export interface PassageChange {
  readonly kind: 'unchanged' | 'moved' | 'reworded' | 'removed' | 'added';
  readonly before: DiffPassage | null;
  readonly after: DiffPassage | null;
  readonly sameText: boolean;
}

/**
 * What became of each passage, in the order of the new text, removed ones behind what they stood
 * behind. Every passage of both lists is in exactly one change. Lists are in the order of their texts.
 * Near-linear: 10,000 passages against 10,000 take less than a second.
 */
export function diffPassages(
  before: readonly DiffPassage[],
  after: readonly DiffPassage[],
): PassageChange[] {
  const equal = pairEqual(before, after);
  const taken = new Set(equal);
  const reworded = pairReworded(
    before,
    after,
    Array.from(before.keys()).filter((old) => equal[old] === -1),
    Array.from(after.keys()).filter((index) => !taken.has(index)),
  );
  const inOrder = keptOrder(before.length, (old) => equal[old] ?? -1);
  const newPlace = (old: number): number => reworded.get(old) ?? equal[old] ?? -1;
  const origins = new Map<number, number>();
  for (const old of before.keys()) if (newPlace(old) >= 0) origins.set(newPlace(old), old);
  const changes: PassageChange[] = [];
  let next = 0;
  const removedUntil = (end: number): void => {
    for (; next < end; next += 1) {
      const passage = before[next];
      if (passage === undefined || newPlace(next) >= 0) continue;
      changes.push({ kind: 'removed', before: passage, after: null, sameText: false });
    }
  };
  const spine = keptOrder(before.length, newPlace);
  const stops = Array.from(spine).sort((a, b) => a - b);
  let stop = 0;
  removedUntil(stops[0] ?? before.length);
  for (const [index, passage] of after.entries()) {
    const old = origins.get(index);
    const origin = old === undefined ? undefined : before[old];
    if (old === undefined || origin === undefined) {
      changes.push({ kind: 'added', before: null, after: passage, sameText: false });
      continue;
    }
    const kept = inOrder.has(old) ? 'unchanged' : 'moved';
    changes.push({
      kind: reworded.has(old) ? 'reworded' : kept,
      before: origin,
      after: passage,
      sameText: origin.text === passage.text,
    });
    if (!spine.has(old)) continue;
    stop += 1;
    removedUntil(stops[stop] ?? before.length);
  }
  return changes;
}

/** Old indices of a longest run of pairs that stand in the same order on both sides. */
function keptOrder(length: number, newPlace: (old: number) => number): Set<number> {
  const paired: number[] = [];
  for (let old = 0; old < length; old += 1) if (newPlace(old) >= 0) paired.push(old);
  return new Set(longestRising(paired.map(newPlace)).map((rank) => paired[rank] ?? 0));
}
