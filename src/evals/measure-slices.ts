import {
  type Arm,
  bootstrapInterval,
  type FoundQuery,
  mean,
  type MetricName,
  perQuery,
  type Slice,
} from '#evaluations/index.ts';
import type { BeirSplit } from './beir.ts';
import type { BeirQuery } from './beir-rows.ts';
import { measureArms, measured } from './measure-arms.ts';
import { type NoiseName, noisy } from './noise/noises.ts';
import type { EvalProgress } from './progress.ts';
import type { JudgedSearch } from './search-judged.ts';

const sliceMetrics: readonly MetricName[] = ['success@1', 'success@10', 'mrr'];
/** A question of at most this many words is in the subset `few_words`. */
const fewWords = 6;

/** Some of the queries as they are: by language where there are several, short ones, ones with a number. */
export function subsetSlices(found: readonly FoundQuery[], arms: readonly Arm[]): Slice[] {
  const answerable = found.filter((query) => query.answerable);
  const languages = [...new Set(answerable.map((query) => query.language))];
  const subsets: ReadonlyArray<readonly [string, (query: FoundQuery) => boolean]> = [
    ...(languages.length > 1
      ? languages.map(
          (code) =>
            [
              `language_${code ?? 'unknown'}`,
              (query: FoundQuery) => query.language === code,
            ] as const,
        )
      : []),
    ['numbers', ({ text }) => /\p{Nd}/u.test(text)],
    ['few_words', ({ text }) => text.trim().split(/\s+/u).length <= fewWords],
  ];
  return subsets.flatMap(([name, belongs]): Slice[] => {
    const part = answerable.filter(belongs);
    if (part.length === 0) return [];
    const { values } = measureArms(part, arms, sliceMetrics);
    return [{ name, kind: 'subset', queries: part.length, values, ratio: null }];
  });
}

export interface NoiseInput {
  readonly data: Pick<BeirSplit, 'queries' | 'qrels'>;
  /** The same queries' results unchanged. */
  readonly clean: readonly FoundQuery[];
  readonly arms: readonly Arm[];
  readonly onProgress: EvalProgress;
}

/**
 * The queries a noise changes, changed and searched again on the same corpus; null when it changes none.
 * What it leaves as it was would only flatter the ratio.
 */
export async function noiseSlice(
  search: JudgedSearch,
  name: NoiseName,
  input: NoiseInput,
): Promise<Slice | null> {
  const changed = input.data.queries.flatMap((query): BeirQuery[] => {
    const text = noisy(name, query.text);
    return text === query.text ? [] : [{ ...query, text }];
  });
  if (changed.length === 0) return null;
  const found = await search(changed, input.data.qrels, {
    heldOut: false,
    onProgress: (_stage, done, total) => input.onProgress(`searching, ${name}`, done, total),
  });
  const cleanOf = new Map(input.clean.map((query) => [query.id, query]));
  const before = found.flatMap((query) => cleanOf.get(query.id) ?? []);
  return {
    name,
    kind: 'noise',
    queries: found.length,
    values: measureArms(found, input.arms, sliceMetrics).values,
    ratio: Object.fromEntries(input.arms.map((arm) => [arm, ratioOf(found, before, arm)])),
  };
}

/** success@10 of the first ÷ of the second over the same queries, with a paired 95 % interval. */
export function ratioOf(found: readonly FoundQuery[], before: readonly FoundQuery[], arm: Arm) {
  const after = perQuery(found, arm, 'success@10');
  const pairs = perQuery(before, arm, 'success@10').map((clean, index) => ({
    clean,
    noisy: after[index] ?? 0,
  }));
  const ratio = (sample: typeof pairs): number =>
    mean(sample.map((pair) => pair.noisy)) / mean(sample.map((pair) => pair.clean));
  const { low, high } = bootstrapInterval(pairs, (sample) => ratio([...sample]));
  return { value: measured(ratio(pairs)), low: measured(low), high: measured(high) };
}
