/** One replacement in a sentence; `at` is a UTF-16 index, either text may be empty. */
export interface Change {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

export interface PerturbTools {
  /** Uniform in [0, 1), seeded. */
  readonly random: () => number;
  /** Names found in other passages, to put in another's place. */
  readonly names: readonly string[];
}

/** What changes a sentence so that it no longer says what its passage says; null when it offers no place. */
export type Perturber = (sentence: string, tools: PerturbTools) => Change | null;

export function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** One of a pattern's matches, changed by `replace`; null where none can be. */
export function changeMatch(
  sentence: string,
  regex: RegExp,
  random: () => number,
  replace: (match: RegExpExecArray) => string | null,
): Change | null {
  const match = pick([...sentence.matchAll(regex)], random);
  if (match === undefined) return null;
  const inserted = replace(match);
  if (inserted === null || inserted === match[0]) return null;
  return { at: match.index, removed: match[0], inserted };
}

export function applyChange(sentence: string, { at, removed, inserted }: Change): string {
  return sentence.slice(0, at) + inserted + sentence.slice(at + removed.length);
}
