import {
  type BitLimits,
  bitLimits,
  differingBits,
  signHashes,
  signVectors,
  type Signatures,
} from './bit-signatures.ts';
import {
  documentsNamed,
  foldedWords,
  type MeaningLimits,
  letterShingles,
  wordingLikeness,
  wordingLimit,
} from './claim-likeness.ts';

export interface ClaimToCluster {
  readonly id: string;
  readonly text: string;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  /** Of length one, all of one model; null where there is none. */
  readonly vector: Float32Array | null;
}

export interface ClaimCluster<T> {
  /** The claim most others are like; every member is like it. */
  readonly centre: T;
  /** By id, rising; the centre among them. */
  readonly members: readonly T[];
}

/** Rows compared with all others before the process does something else. */
const rowsAtOnce = 100;

/** Claims of one wording in one language, compared as one. */
interface Wording<T> {
  readonly first: T;
  readonly claims: readonly T[];
  readonly shingles: Uint32Array;
  readonly documents: ReadonlySet<string>;
}

/**
 * Puts claims together that ask the corpus for the same position: the same wording but for spelling,
 * marks and case, or the same meaning, in any language. A cluster is a star: the claim with most others
 * near it, and all that are like that one, so nothing is drawn in through a chain of small steps
 * (Aslam, Pelekhov & Rus 2004, "The star clustering algorithm"). Claims that differ in a number or a
 * date stay together, because the passage that gives the right value answers all of them; claims that
 * name different documents by number do not.
 *
 * The order of the input does not matter. Compares bits of all pairs and vectors of the few that pass:
 * 10,000 claims take 3 s of one core, and never more than two rounds over all pairs.
 */
export async function clusterClaims<T extends ClaimToCluster>(
  items: readonly T[],
  options: { meaning: MeaningLimits | null },
): Promise<ClaimCluster<T>[]> {
  const wordings = sameWordings(items);
  const compare = comparison(wordings, options.meaning);
  const { degrees, alone } = await countNear(wordings, compare);
  const order = wordings
    .map((_, index) => index)
    .toSorted((a, b) => (degrees[b] as number) - (degrees[a] as number) || a - b);
  const taken = new Uint8Array(wordings.length);
  const clusters: ClaimCluster<T>[] = [];
  for (const [step, centre] of order.entries()) {
    if (step % rowsAtOnce === 0) await letOthersRun();
    if (taken[centre] === 1) continue;
    const star: number[] = [];
    for (let other = 0; other < wordings.length; other++) {
      if (other === centre) star.push(other);
      else if (alone[centre] === 1 || taken[other] === 1) continue;
      else if (compare.isLike(centre, other)) star.push(other);
    }
    for (const index of star) taken[index] = 1;
    const members = star.flatMap((index) => wordings[index]?.claims ?? []);
    const { first } = wordings[centre] as Wording<T>;
    clusters.push({ centre: first, members: members.toSorted(byId) });
  }
  return clusters;
}

/** The process serves others between the rows: 100 of 10,000 take about 30 ms. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function byId(a: ClaimToCluster, b: ClaimToCluster): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** By the id of each wording's first claim, rising. */
function sameWordings<T extends ClaimToCluster>(items: readonly T[]): Wording<T>[] {
  const sorted = items.toSorted(byId);
  const groups = Map.groupBy(sorted, ({ text, language }) => {
    const words = foldedWords(text);
    return `${language} ${words === '' ? text : words}`;
  });
  return [...groups.values()].flatMap((claims) => {
    const first = claims.find(({ vector }) => vector !== null) ?? claims[0];
    if (first === undefined) return [];
    const shingles = letterShingles(first.text);
    return [{ first, claims, shingles, documents: documentsNamed(first.text) }];
  });
}

/** What two wordings' bits say: far apart, worth comparing, or as near as like ones are on average. */
type Glance = 0 | 1 | 2;
const far = 0;
const perhaps = 1;
const near = 2;

interface Comparison {
  readonly glance: (a: number, b: number) => Glance;
  readonly isLike: (a: number, b: number) => boolean;
}

/** No function is made inside `glance` and `isLike`: they run for every pair. */
function comparison<T extends ClaimToCluster>(
  wordings: ReadonlyArray<Wording<T>>,
  meaning: MeaningLimits | null,
): Comparison {
  const cosines = [meaning?.acrossLanguages ?? 1, meaning?.sameLanguage ?? 1] as const;
  const vectors = wordings.map(({ first }) => (meaning === null ? null : first.vector));
  const meanings = signVectors(vectors);
  const meaningBits = cosines.map((cosine) => bitLimits(meanings.words, cosine));
  const shingles = wordings.map((wording) => wording.shingles);
  const words = signHashes(shingles);
  const wordBits = bitLimits(words.words, wordingLimit);
  const languages = numbered(wordings.map(({ first }) => first.language));
  const documents = wordings.map((wording) => wording.documents);

  function glanceAtMeaning(a: number, b: number): Glance {
    if (vectors[a] === null || vectors[b] === null) return far;
    const limits = meaningBits[Number(languages[a] === languages[b])] as BitLimits;
    return see(meanings, a, b, limits);
  }
  function glanceAtWords(a: number, b: number): Glance {
    return languages[a] === languages[b] ? see(words, a, b, wordBits) : far;
  }
  return {
    glance(a, b) {
      const byMeaning = glanceAtMeaning(a, b);
      return byMeaning === near ? near : (Math.max(byMeaning, glanceAtWords(a, b)) as Glance);
    },
    isLike(a, b) {
      const cosine = cosines[Number(languages[a] === languages[b])] as number;
      const isLike =
        (glanceAtMeaning(a, b) !== far && dot(vectors[a], vectors[b]) >= cosine) ||
        (glanceAtWords(a, b) !== far && wordingLikeness(shingles[a], shingles[b]) >= wordingLimit);
      return isLike && !nameOtherDocuments(documents[a], documents[b]);
    },
  };
}

function see(signatures: Signatures, a: number, b: number, limits: BitLimits): Glance {
  const bits = differingBits(signatures, a, b, limits);
  if (bits < 0) return far;
  return bits <= limits.expected ? near : perhaps;
}

/** How many claims are near each wording, by their bits; and which wordings have none worth comparing. */
async function countNear<T>(
  wordings: ReadonlyArray<Wording<T>>,
  { glance }: Comparison,
): Promise<{ degrees: Float64Array; alone: Uint8Array }> {
  const sizes = Float64Array.from(wordings, ({ claims }) => claims.length);
  const degrees = sizes.slice();
  const alone = new Uint8Array(wordings.length).fill(1);
  for (let a = 0; a < wordings.length; a++) {
    if (a % rowsAtOnce === 0) await letOthersRun();
    for (let b = a + 1; b < wordings.length; b++) {
      const seen = glance(a, b);
      if (seen === far) continue;
      alone[a] = 0;
      alone[b] = 0;
      if (seen === perhaps) continue;
      degrees[a] = (degrees[a] as number) + (sizes[b] as number);
      degrees[b] = (degrees[b] as number) + (sizes[a] as number);
    }
  }
  return { degrees, alone };
}

function nameOtherDocuments(
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
): boolean {
  if (a === undefined || b === undefined || a.size === 0 || b.size === 0) return false;
  return a.isDisjointFrom(b);
}

function numbered(names: readonly string[]): Int32Array {
  const numberOf = new Map([...new Set(names)].map((name, index) => [name, index]));
  return Int32Array.from(names, (name) => numberOf.get(name) ?? -1);
}

function dot(a: Float32Array | null | undefined, b: Float32Array | null | undefined): number {
  if (a == null || b == null) return 0;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
