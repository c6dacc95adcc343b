import type { Pillar } from './guess-topic.ts';

/** The document that came nearest to a gap. */
export interface NearestDocument {
  readonly documentTitle: string;
  readonly documentKey: string;
  /** 0 to 1, that its best passage answers the claim. */
  readonly probability: number;
}

/** Claims of one meaning that the corpus does not answer. */
export interface Gap {
  /** Of its first claim; the same as long as that one belongs to it. */
  readonly id: string;
  /** The claim that most others are like, as stored: identities masked. */
  readonly claimText: string;
  /** Of that claim: ISO 639-1, or `und`. */
  readonly language: string;
  readonly claims: number;
  readonly posts: number;
  /** Posts that somebody has decided not to answer, or that reviewers declined. */
  readonly declinedPosts: number;
  /** Of its posts, each post counted once; the same person with the same post on one day is one. */
  readonly submissions: number;
  readonly firstSubmittedAt: Date;
  readonly lastSubmittedAt: Date;
  /** Its submissions, each halved with every half-life of its age: at most `submissions`. */
  readonly score: number;
  /** Guessed from the nearest documents; null where none is near. */
  readonly topic: string | null;
  readonly pillar: Pillar | null;
  /** When its claims were analysed; null where nothing was found at all. */
  readonly nearest: NearestDocument | null;
  /** What answers it today; null when nothing does, or nobody asked. */
  readonly answer: NearestDocument | null;
  /** Whether a passage in force today reaches the threshold for `claimText`; null when nobody asked. */
  readonly answerableNow: boolean | null;
  /** Latest submission first, at most 20. */
  readonly postIds: readonly string[];
}

/** What a part of the gaps comes to. */
export interface GapShare<T> {
  /** Null: of gaps without one. */
  readonly name: T | null;
  readonly gaps: number;
  readonly claims: number;
  readonly submissions: number;
  readonly score: number;
}

/** Heaviest first: by score, ties by the newest submission. */
export function rankGaps(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted(
    (a, b) =>
      b.score - a.score ||
      b.lastSubmittedAt.getTime() - a.lastSubmittedAt.getTime() ||
      (a.id < b.id ? 1 : -1),
  );
}

/** One line per name, heaviest first; gaps without a name come last. A post may count in several lines. */
export function shareOf<T extends string>(
  gaps: readonly Gap[],
  nameOf: (gap: Gap) => T | null,
): GapShare<T>[] {
  return [...Map.groupBy(gaps, nameOf)]
    .map(([name, own]) => ({
      name,
      gaps: own.length,
      claims: sum(own, (gap) => gap.claims),
      submissions: sum(own, (gap) => gap.submissions),
      score: sum(own, (gap) => gap.score),
    }))
    .toSorted(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        b.score - a.score ||
        ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    );
}

export function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
