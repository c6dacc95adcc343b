/** How often syllables stand in a text, alone and after one another; missing ones count 0. */
export interface SyllableCounts {
  /** The accented forms of a folded syllable with their counts. */
  forms(key: string): ReadonlyMap<string, number>;
  /** What follows a syllable, with counts. */
  followers(syllable: string): ReadonlyMap<string, number>;
  /** Sum of all that follows a syllable. */
  followed(syllable: string): number;
  /** Share of a folded syllable among all; null when these counts cannot tell. */
  share(key: string): number | null;
}

const none: ReadonlyMap<string, number> = new Map();

/** One row of counts: `second` is empty for the count of a syllable alone. */
export interface SyllableCountRow {
  readonly key: string;
  readonly first: string;
  readonly second: string;
  readonly count: number;
}

/**
 * Counts from the rows a text needs: the pairs' totals are the counts of their first syllable, because
 * only some of its followers are among the rows. The share of a folded syllable is not known from them.
 */
export function countsFromRows(rows: Iterable<SyllableCountRow>): SyllableCounts {
  const forms = new Map<string, Map<string, number>>();
  const followers = new Map<string, Map<string, number>>();
  const single = new Map<string, number>();
  for (const { key, first, second, count } of rows) {
    if (second === '') {
      add(forms, key, first, count);
      single.set(first, count);
    } else add(followers, first, second, count);
  }
  return {
    forms: (key) => forms.get(key) ?? none,
    followers: (syllable) => followers.get(syllable) ?? none,
    followed: (syllable) => single.get(syllable) ?? 0,
    share: () => null,
  };
}

function add(rows: Map<string, Map<string, number>>, a: string, b: string, count: number): void {
  const row = rows.get(a);
  if (row === undefined) rows.set(a, new Map([[b, count]]));
  else row.set(b, (row.get(b) ?? 0) + count);
}
