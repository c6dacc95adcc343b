import { longestRising } from '#corpus/index.ts';
import { alignBlock } from './align-block.ts';
import { articleAddress } from './heading-numbers.ts';
import { readPassages, type AlignablePassage, type ReadPassage } from './likeness.ts';

/** Two passages that say the same in two languages, by id; `score` 0 to 1. */
export interface PassagePair {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** A run of passages by index, `to` excluded. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Aligns two versions in different languages passage by passage, in the order of both. Articles of the
 * same number ("Điều 5", "Article 5", "第五条") are aligned within themselves, what stands between
 * them likewise. One passage may go with up to three; what has no counterpart is in no pair.
 */
export function alignPassages(
  left: readonly AlignablePassage[],
  right: readonly AlignablePassage[],
): PassagePair[] {
  const [ours = [], theirs = []] = readPassages(left, right);
  const total = (side: readonly ReadPassage[]): number =>
    side.reduce((sum, { length }) => sum + length, 0);
  const ratio = total(theirs) / Math.max(1, total(ours));
  const pairs: PassagePair[] = [];
  for (const [leftRun, rightRun] of blocks(ours, theirs)) {
    const [a, b] = [ours.slice(leftRun.from, leftRun.to), theirs.slice(rightRun.from, rightRun.to)];
    for (const bead of alignBlock(a, b, ratio)) {
      for (const one of a.slice(bead.leftFrom, bead.leftTo)) {
        for (const other of b.slice(bead.rightFrom, bead.rightTo)) {
          pairs.push({ left: one.passage.id, right: other.passage.id, score: bead.score });
        }
      }
    }
  }
  return pairs;
}

/** Runs to align with one another: articles that both have in the same order, and what lies between. */
function* blocks(
  left: readonly ReadPassage[],
  right: readonly ReadPassage[],
): Generator<[Run, Run]> {
  let leftEnd = 0;
  let rightEnd = 0;
  for (const [ours, theirs] of sharedArticles(left, right)) {
    yield [
      { from: leftEnd, to: ours.from },
      { from: rightEnd, to: theirs.from },
    ];
    yield [ours, theirs];
    leftEnd = ours.to;
    rightEnd = theirs.to;
  }
  yield [
    { from: leftEnd, to: left.length },
    { from: rightEnd, to: right.length },
  ];
}

function sharedArticles(
  left: readonly ReadPassage[],
  right: readonly ReadPassage[],
): Array<[Run, Run]> {
  const theirs = articleRuns(right);
  const shared = Array.from(articleRuns(left)).flatMap(([key, run]): Array<[Run, Run]> => {
    const other = theirs.get(key);
    return other === undefined ? [] : [[run, other]];
  });
  return longestRising(shared.map(([, run]) => run.from)).flatMap((index) =>
    shared.slice(index, index + 1),
  );
}

/** Where each article stands, by its number, or by its whole address where numbers start anew. */
function articleRuns(passages: readonly ReadPassage[]): Map<string, Run> {
  const runs: Array<Run & { readonly address: string; readonly article: string }> = [];
  for (const [index, { numbers }] of passages.entries()) {
    const address = articleAddress(numbers);
    if (address === null) continue;
    const last = runs.at(-1);
    if (last?.address === address && last.to === index) {
      runs[runs.length - 1] = { ...last, to: index + 1 };
    } else runs.push({ from: index, to: index + 1, address, article: numbers.article ?? '' });
  }
  const once = (values: readonly string[]): boolean => new Set(values).size === values.length;
  const keys = once(runs.map(({ article }) => article)) ? 'article' : 'address';
  const byKey = Map.groupBy(runs, (run) => run[keys]);
  return new Map(
    Array.from(byKey).flatMap(([key, [run, again]]) =>
      run === undefined || again !== undefined ? [] : [[key, run] as const],
    ),
  );
}
