import type { DiffPassage } from './diff-passage.ts';
import { foldSpaces } from './fold-spaces.ts';
import { longestRising } from './longest-rising.ts';

/** Index of the same text in the new list by index in the old one; -1 where there is none. */
export type Pairing = Int32Array;

/**
 * Pairs passages of the same text, white space folded. A text that stands once on each side is an
 * anchor; equal neighbours of anchors follow, so that a repeated line stays with what surrounds it;
 * the rest goes in order: between the same anchors, under the same headings, anywhere.
 * O(n log n), however often a text is repeated.
 */
export function pairEqual(before: readonly DiffPassage[], after: readonly DiffPassage[]): Pairing {
  const oldTexts = before.map(({ text }) => foldSpaces(text));
  const newTexts = after.map(({ text }) => foldSpaces(text));
  const pairing: Pairing = new Int32Array(before.length).fill(-1);
  const taken = new Int32Array(after.length).fill(-1);
  const pair = (old: number, index: number): void => {
    pairing[old] = index;
    taken[index] = old;
  };
  const same = (old: number, index: number): boolean =>
    pairing[old] === -1 && taken[index] === -1 && oldTexts[old] === newTexts[index];
  for (let at = 0; same(at, at); at += 1) pair(at, at);
  for (let old = before.length - 1, at = after.length - 1; same(old, at); old -= 1, at -= 1) {
    pair(old, at);
  }
  for (const [old, index] of anchors(oldTexts, newTexts)) if (same(old, index)) pair(old, index);
  for (let old = 0; old < before.length; old += 1) {
    const index = pairing[old] ?? -1;
    if (index >= 0 && same(old + 1, index + 1)) pair(old + 1, index + 1);
  }
  for (let old = before.length - 1; old > 0; old -= 1) {
    const index = pairing[old] ?? -1;
    if (index > 0 && same(old - 1, index - 1)) pair(old - 1, index - 1);
  }
  const [oldGaps, newGaps] = gaps(pairing, taken);
  const paths = (side: readonly DiffPassage[]): string[] =>
    side.map(({ headingPath }) => headingPath.join('\n'));
  const [oldPaths, newPaths] = [paths(before), paths(after)];
  inOrder(pairing, taken, pair, [
    (old) => `${oldGaps[old] ?? 0}\n${oldTexts[old] ?? ''}`,
    (index) => `${newGaps[index] ?? 0}\n${newTexts[index] ?? ''}`,
  ]);
  inOrder(pairing, taken, pair, [
    (old) => `${oldPaths[old] ?? ''}\n\n${oldTexts[old] ?? ''}`,
    (index) => `${newPaths[index] ?? ''}\n\n${newTexts[index] ?? ''}`,
  ]);
  inOrder(pairing, taken, pair, [(old) => oldTexts[old] ?? '', (index) => newTexts[index] ?? '']);
  return pairing;
}

function* anchors(
  oldTexts: readonly string[],
  newTexts: readonly string[],
): Generator<[number, number]> {
  const once = onlyOnce(newTexts);
  for (const [text, old] of onlyOnce(oldTexts)) {
    const index = once.get(text);
    if (index !== undefined) yield [old, index];
  }
}

function onlyOnce(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, text] of texts.entries()) places.set(text, places.has(text) ? -1 : index);
  return new Map(Array.from(places).filter(([, index]) => index >= 0));
}

/** For each passage of both sides, how many pairs that keep their order stand before it. */
function gaps(pairing: Pairing, taken: Pairing): [Int32Array, Int32Array] {
  const paired = Array.from(pairing.keys()).filter((old) => (pairing[old] ?? -1) >= 0);
  const oldGaps = new Int32Array(pairing.length);
  const newGaps = new Int32Array(taken.length);
  for (const rank of longestRising(paired.map((old) => pairing[old] ?? 0))) {
    const old = paired[rank] ?? 0;
    oldGaps[old] = 1;
    newGaps[pairing[old] ?? 0] = 1;
  }
  for (const side of [oldGaps, newGaps]) {
    for (let index = 1; index < side.length; index += 1) {
      side[index] = (side[index] ?? 0) + (side[index - 1] ?? 0);
    }
  }
  return [oldGaps, newGaps];
}

/** Pairs the first free passage of each key with the first free one of the other side, and so on. */
function inOrder(
  pairing: Pairing,
  taken: Pairing,
  pair: (old: number, index: number) => void,
  [oldKey, newKey]: [(old: number) => string, (index: number) => string],
): void {
  const free = new Map<string, number[]>();
  for (let index = taken.length - 1; index >= 0; index -= 1) {
    if (taken[index] !== -1) continue;
    const key = newKey(index);
    const waiting = free.get(key);
    if (waiting === undefined) free.set(key, [index]);
    else waiting.push(index);
  }
  if (free.size === 0) return;
  for (let old = 0; old < pairing.length; old += 1) {
    if (pairing[old] !== -1) continue;
    const index = free.get(oldKey(old))?.pop();
    if (index !== undefined) pair(old, index);
  }
}
