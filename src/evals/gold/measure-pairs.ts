import {
  arms,
  auroc,
  type FoundQuery,
  mean,
  type MetricName,
  perQuery,
} from '#evaluations/index.ts';
import type { BeirQuery } from '../beir-rows.ts';
import { answerabilityScores } from '../measure-abstention.ts';
import type { OpenCorpus } from '../open-corpus.ts';
import type { EvalProgress } from '../progress.ts';
import { judgedSearch } from '../search-judged.ts';
import { type GoldPair, type PassageText, relevantPassages } from './gold-pairs.ts';

/** A measure by its name, such as `pairs.teencode.success@10`. */
export type Measures = Readonly<Record<string, number>>;

const metrics: readonly MetricName[] = ['success@1', 'success@10', 'mrr'];

/**
 * Searches the demonstration corpus for every claim, passage by passage: each arm over all of them,
 * the fused ranking by slice, and the AUROC of answerable against unanswerable ones.
 */
export async function measurePairs(
  ctx: OpenCorpus['ctx'],
  passages: readonly PassageText[],
  pairs: readonly GoldPair[],
  onProgress: EvalProgress,
): Promise<Measures> {
  const found: FoundQuery[] = [];
  for (const [language, group] of Map.groupBy(pairs, (pair) => pair.search_language ?? null)) {
    const inLanguage = passages.filter((one) => language === null || one.language === language);
    const documentOf = new Map(inLanguage.map(({ id }) => [id, String(id)]));
    const search = judgedSearch({ ctx, documentOf });
    const qrels = new Map(group.map((pair) => [pair.id, relevantPassages(pair, passages)]));
    found.push(...(await search(group.map(asQuery), qrels, { heldOut: false, onProgress })));
  }
  const sliceOf = new Map(pairs.map((pair) => [pair.id, pair.slice]));
  const answerable = found.filter((query) => query.answerable);
  const measures: Record<string, number> = {};
  for (const metric of metrics) {
    for (const arm of arms) {
      measures[`pairs.all.${arm}.${metric}`] = mean(perQuery(answerable, arm, metric));
    }
    for (const [slice, queries] of Map.groupBy(answerable, ({ id }) => sliceOf.get(id))) {
      measures[`pairs.${slice ?? 'all'}.${metric}`] = mean(perQuery(queries, 'fused', metric));
    }
  }
  const scores = answerabilityScores(found, 'unanswerable');
  if (scores.length > 0) measures['pairs.unanswerable.auroc'] = auroc(scores);
  return measures;
}

function asQuery(pair: GoldPair): BeirQuery {
  const answerable = pair.relevant.length > 0;
  return { id: pair.id, text: pair.text, language: pair.lang, split: pair.slice, answerable };
}
