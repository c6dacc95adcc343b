/**
 * Signatures of bits whose share of differing bits estimates an angle: two vectors differ in sign at
 * `acos(cosine) / π` of their coordinates (Charikar 2002, "Similarity estimation techniques from
 * rounding algorithms"; on 1,900 pairs of claims the mean was within 2 of 384 bits, the deviation that
 * of a coin). They only tell which pairs are worth an exact comparison.
 */
export interface Signatures {
  /** Words of 32 bits per row. */
  readonly words: number;
  readonly rows: Int32Array;
}

/** Most differing bits that a likeness leaves in the first half of a signature, in all of it, and on average. */
export interface BitLimits {
  readonly half: number;
  readonly whole: number;
  readonly expected: number;
}

/** Deviations above the expected number that are still looked at: one like pair in a thousand is missed. */
const slack = 3;
/** More bits decide no better which pairs to compare. */
const mostVectorWords = 12;
const wordingWords = 6;

/** Signs of the coordinates, at most 384 of them; a row without a vector stays zero. */
export function signVectors(vectors: ReadonlyArray<Float32Array | null>): Signatures {
  const dimensions = vectors.find((vector) => vector !== null)?.length ?? 0;
  const words = Math.min(mostVectorWords, Math.floor(dimensions / 32));
  const rows = new Int32Array(vectors.length * words);
  vectors.forEach((vector, row) => {
    if (vector === null) return;
    for (let bit = 0; bit < words * 32; bit++) {
      if ((vector[bit] as number) > 0) setBit(rows, row * words, bit);
    }
  });
  return { words, rows };
}

/** The same for sets of 32-bit hashes: each votes on 192 bits (SimHash, by the same author). */
export function signHashes(sets: ReadonlyArray<Uint32Array>): Signatures {
  const words = wordingWords;
  const rows = new Int32Array(sets.length * words);
  const votes = new Int32Array(words * 32);
  sets.forEach((hashes, row) => {
    votes.fill(0);
    for (const hash of hashes) {
      for (let word = 0; word < words; word++) {
        const mixed = mix(hash + Math.imul(word + 1, 0x9e3779b9));
        for (let bit = 0; bit < 32; bit++) {
          const at = word * 32 + bit;
          votes[at] = (votes[at] as number) + ((mixed >>> bit) & 1) * 2 - 1;
        }
      }
    }
    votes.forEach((vote, bit) => {
      if (vote > 0) setBit(rows, row * words, bit);
    });
  });
  return { words, rows };
}

/** How many bits two signatures of `words` words may differ in for a likeness (cosine, 0 to 1). */
export function bitLimits(words: number, likeness: number): BitLimits {
  const share = Math.acos(likeness) / Math.PI;
  const most = (bits: number): number =>
    bits * share + slack * Math.sqrt(bits * share * (1 - share));
  return {
    half: most((words >> 1) * 32),
    whole: most(words * 32),
    expected: words * 32 * share,
  };
}

/** Differing bits of two rows; −1 once they are more than the limits allow. */
export function differingBits(
  { words, rows }: Signatures,
  a: number,
  b: number,
  limits: BitLimits,
): number {
  const half = words >> 1;
  const [ours, theirs] = [a * words, b * words];
  let count = 0;
  for (let word = 0; word < half; word++) {
    count += bitsIn((rows[ours + word] as number) ^ (rows[theirs + word] as number));
  }
  if (count > limits.half) return -1;
  for (let word = half; word < words; word++) {
    count += bitsIn((rows[ours + word] as number) ^ (rows[theirs + word] as number));
  }
  return count > limits.whole ? -1 : count;
}

function setBit(rows: Int32Array, start: number, bit: number): void {
  const word = start + (bit >> 5);
  rows[word] = (rows[word] as number) | (1 << (bit & 31));
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The finaliser of MurmurHash3: every bit of the answer depends on every bit of the hash. */
function mix(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
