import type { DiffPassage } from './diff-passage.ts';
import { wordHashes, wordOverlap } from './word-overlap.ts';

/**
 * Words in common, from 0 to 1, from which two passages are one passage reworded. Of 5,324 passages of
 * Vietnamese laws, pairs taken at random share 0.13 (median) and 0.33 (99th percentile), neighbours 0.34
 * and 0.70: 0.6 leaves out nearly all neighbours, and 0.4 is enough where the headings agree as well.
 */
const REWORDED_OVERLAP = 0.6;
/** The same, where both stand under the same headings. */
const REWORDED_OVERLAP_SAME_HEADINGS = 0.4;

const SKETCH_SIZE = 24;
const MAX_HOLDERS = 16;
const MAX_CANDIDATES = 8;
const MAX_SAME_HEADINGS = 4;
// Knuth's multiplicative hashing spreads the sums.
const GOLDEN = 0x9e3779b1;
const NO_WORDS = new Int32Array();

interface Pair {
  readonly old: number;
  readonly index: number;
  readonly score: number;
  /** How far apart the two stand, as shares of their documents. */
  readonly distance: number;
}

interface Side {
  /** Indices into the whole list. */
  readonly places: readonly number[];
  readonly length: number;
  /** Sorted. */
  readonly words: readonly Int32Array[];
  readonly sketches: readonly Int32Array[];
  readonly paths: readonly string[];
}

/**
 * Pairs what no equal text was found for with the passage it shares most words with: the best pairs
 * first, each passage once. Candidates share neighbouring words or headings, or stand at the same
 * place; at most 14 for each passage, so that the work grows with the number of passages.
 * Takes and returns indices into the two lists.
 */
export function pairReworded(
  before: readonly DiffPassage[],
  after: readonly DiffPassage[],
  oldFree: readonly number[],
  newFree: readonly number[],
): Map<number, number> {
  if (oldFree.length === 0 || newFree.length === 0) return new Map();
  const left = readSide(before, oldFree);
  const right = readSide(after, newFree);
  const pairs: Pair[] = [];
  const candidatesOf = candidateFinder(left, right);
  for (const old of left.places.keys()) {
    for (const index of candidatesOf(old)) {
      const pair = score(left, right, old, index);
      if (pair !== null) pairs.push(pair);
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.distance - b.distance || a.old - b.old);
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { old, index } of pairs) {
    if (found.has(old) || taken.has(index)) continue;
    found.set(old, index);
    taken.add(index);
  }
  return found;
}

function readSide(passages: readonly DiffPassage[], free: readonly number[]): Side {
  const words = free.map((place) => wordHashes(passages[place]?.text ?? ''));
  return {
    places: free,
    length: passages.length,
    sketches: words.map(sketchOf),
    words: words.map((list) => list.sort()),
    paths: free.map((place) => (passages[place]?.headingPath ?? []).join('\n')),
  };
}

function score(left: Side, right: Side, old: number, index: number): Pair | null {
  const words = left.words[old] ?? NO_WORDS;
  const wordsBeside = right.words[index] ?? NO_WORDS;
  const path = left.paths[old] ?? '';
  const alike = path !== '' && path === right.paths[index];
  const needed = alike ? REWORDED_OVERLAP_SAME_HEADINGS : REWORDED_OVERLAP;
  const shorter = Math.min(words.length, wordsBeside.length);
  if (2 * shorter < needed * (words.length + wordsBeside.length)) return null;
  const overlap = wordOverlap(words, wordsBeside);
  if (overlap < needed) return null;
  const [place, beside] = [left.places[old] ?? 0, right.places[index] ?? 0];
  return {
    old: place,
    index: beside,
    score: overlap + (alike ? REWORDED_OVERLAP - REWORDED_OVERLAP_SAME_HEADINGS : 0),
    distance: Math.abs(place / left.length - beside / right.length),
  };
}

/** Positions in `right` that the passage at a position in `left` is compared with. */
function candidateFinder(left: Side, right: Side): (old: number) => Iterable<number> {
  const holders = new Map<number, number[]>();
  for (const [index, sketch] of right.sketches.entries()) {
    for (const hash of sketch) {
      const places = holders.get(hash);
      if (places === undefined) holders.set(hash, [index]);
      // Thousands that share two words are not told apart by them.
      else if (places.length < MAX_HOLDERS) places.push(index);
    }
  }
  const underHeading = new Map<string, number[]>();
  for (const [index, path] of right.paths.entries()) {
    if (path === '') continue;
    const under = underHeading.get(path);
    if (under === undefined) underHeading.set(path, [index]);
    else under.push(index);
  }
  const seen = new Map<string, number>();
  const shared = new Uint8Array(right.places.length);
  return (old) => {
    const met: number[] = [];
    for (const hash of left.sketches[old] ?? []) {
      for (const index of holders.get(hash) ?? []) {
        if (shared[index] === 0) met.push(index);
        shared[index] = (shared[index] ?? 0) + 1;
      }
    }
    const candidates = mostShared(met, shared);
    for (const index of met) shared[index] = 0;
    const path = left.paths[old] ?? '';
    const rank = seen.get(path) ?? 0;
    seen.set(path, rank + 1);
    const from = Math.max(0, rank - MAX_SAME_HEADINGS / 2);
    const under = (underHeading.get(path) ?? []).slice(from, from + MAX_SAME_HEADINGS);
    for (const index of under) candidates.add(index);
    if (old < right.places.length) candidates.add(old);
    candidates.add(Math.floor((old * right.places.length) / left.places.length));
    return candidates;
  };
}

function mostShared(met: readonly number[], shared: Uint8Array): Set<number> {
  const candidates = new Set<number>();
  let most = 0;
  for (const index of met) most = Math.max(most, shared[index] ?? 0);
  for (let count = most; count > most / 2; count -= 1) {
    for (const index of met) {
      if (shared[index] === count) candidates.add(index);
      if (candidates.size === MAX_CANDIDATES) return candidates;
    }
  }
  return candidates;
}

/** The smallest hashes of neighbouring words: two texts share the more of them the more they share. */
function sketchOf(words: Int32Array): Int32Array {
  const pairs = new Int32Array(Math.max(0, words.length - 1));
  for (let index = 0; index < pairs.length; index += 1) {
    pairs[index] = Math.imul(Math.imul(words[index] ?? 0, 31) + (words[index + 1] ?? 0), GOLDEN);
  }
  pairs.sort();
  const sketch = new Int32Array(SKETCH_SIZE);
  let size = 0;
  for (let index = 0; index < pairs.length && size < SKETCH_SIZE; index += 1) {
    const hash = pairs[index] ?? 0;
    if (index > 0 && hash === pairs[index - 1]) continue;
    sketch[size] = hash;
    size += 1;
  }
  return sketch.subarray(0, size);
}
