interface Placed {
  readonly ordinal: number;
  readonly role: string;
  readonly text: string;
}

/**
 * Which sentence of an earlier revision each sentence now stands for, by ordinal: the same words first,
 * in order, then between two of those the next one of the same role. Sentences without one are new.
 */
export function alignSentences<T extends Placed>(
  before: readonly T[],
  now: readonly Placed[],
): Map<number, T> {
  const pairs = new Map<number, T>();
  let from = 0;
  let start = 0;
  const pairGap = (oldEnd: number, newEnd: number): void => {
    const left = before.slice(from, oldEnd);
    for (const sentence of now.slice(start, newEnd)) {
      const same = left.findIndex(({ role }) => role === sentence.role);
      const [partner] = same === -1 ? [] : left.splice(0, same + 1).slice(-1);
      if (partner !== undefined) pairs.set(sentence.ordinal, partner);
    }
  };
  for (const [oldIndex, newIndex] of sameTexts(before, now)) {
    pairGap(oldIndex, newIndex);
    pairs.set((now[newIndex] as Placed).ordinal, before[oldIndex] as T);
    from = oldIndex + 1;
    start = newIndex + 1;
  }
  pairGap(before.length, now.length);
  return pairs;
}

/** The longest common run of equal texts in order, as pairs of indexes. */
function sameTexts(before: readonly Placed[], now: readonly Placed[]): [number, number][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from<number>({ length: now.length + 1 }).fill(0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      (lengths[i] as number[])[j] =
        before[i]?.text === now[j]?.text
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < now.length;) {
    if (before[i]?.text === now[j]?.text) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
