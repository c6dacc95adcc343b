import { join } from 'node:path';
import type { EmbedderSet } from '#ai/ports.ts';
import { mean } from '#evaluations/index.ts';
import type { RetrievalContext } from '#retrieval/index.ts';
import { measured } from '../measure-arms.ts';
import type { EvalProgress } from '../progress.ts';
import { passageTexts } from '../queries.ts';
import { readGoldPairs } from './gold-pairs.ts';
import { measureOpinions } from './measure-opinions.ts';
import { type Measures, measurePairs } from './measure-pairs.ts';

export interface GoldOptions {
  /** The project's gold sets: `pairs.jsonl`, `opinions.test.jsonl`, `checkable.test.jsonl`. */
  readonly goldDir: string;
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
}

/** Measures the project's own gold sets; `ctx` holds the demonstration corpus, approved and embedded. */
export async function runGold(ctx: RetrievalContext, options: GoldOptions): Promise<Measures> {
  const pairs = await readGoldPairs(join(options.goldDir, 'pairs.jsonl'));
  const measures = await measurePairs(ctx, await passageTexts(ctx), pairs, options.onProgress);
  const opinions = await measureOpinions(options);
  return Object.fromEntries(
    Object.entries({
      ...measures,
      'opinions.drafts': opinions.answered.length,
      'checkable.passed': mean(opinions.passed),
    }).map(([name, value]) => [name, measured(value) ?? 0]),
  );
}
