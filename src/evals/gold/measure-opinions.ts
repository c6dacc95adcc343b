import { join } from 'node:path';
import type { EmbedderSet } from '#ai/ports.ts';
import { analysePosts } from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import { preparePost } from '#posts/index.ts';
import { openCorpus } from '../open-corpus.ts';
import type { EvalProgress } from '../progress.ts';
import { type GoldClaim, readGoldClaims } from './gold-claims.ts';

const batchSize = 50;

export interface OpinionMeasures {
  /** Opinions, criticisms, prayers, satire, questions and predictions. */
  readonly legitimate: number;
  /** Those of them that a draft would answer: the worst error there is. */
  readonly answered: readonly string[];
  /** Of each checkable text 1 when something in it was found checkable, else 0. */
  readonly passed: readonly number[];
  /** Checkable texts that got a draft from the same corpus. */
  readonly drafted: number;
}

/** What is measured by default, and what may be fitted on. */
export type GoldPart = 'test' | 'train';

/**
 * False rebuttals on the gold files `opinions.PART.jsonl` and `checkable.PART.jsonl` of a folder. The
 * corpus is as tempting as can be: one citable passage for every text, in the text's own words. What keeps
 * a draft from an opinion is then its being an opinion, never the lack of a match.
 * @throws ValidationError for a file that is missing or wrong.
 */
export async function measureOpinions(options: {
  readonly goldDir: string;
  readonly part?: GoldPart;
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
}): Promise<OpinionMeasures> {
  const part = options.part ?? 'test';
  const claims = [
    ...(await readGoldClaims(join(options.goldDir, `opinions.${part}.jsonl`))),
    ...(await readGoldClaims(join(options.goldDir, `checkable.${part}.jsonl`))),
  ];
  const analysed = await analyseClaims(claims, options.embedders, options.onProgress);
  const { drafted, passed } = analysed;
  const legitimate = claims.filter((claim) => !claim.checkable);
  const checkable = claims.filter((claim) => claim.checkable);
  return {
    legitimate: legitimate.length,
    answered: legitimate.filter(({ id }) => drafted.has(id)).map(({ id }) => id),
    passed: checkable.map(({ id }) => (passed.has(id) ? 1 : 0)),
    drafted: checkable.filter(({ id }) => drafted.has(id)).length,
  };
}

async function analyseClaims(
  claims: readonly GoldClaim[],
  embedders: EmbedderSet,
  onProgress: EvalProgress,
): Promise<{ readonly drafted: Set<string>; readonly passed: Set<string> }> {
  await using corpus = await openCorpus({
    name: 'opinions',
    lines: claims.map(({ id, lang, text }) => JSON.stringify({ id, lang, title: id, text })),
    language: null,
    serverUrl: null,
    embedders,
    onProgress,
  });
  const drafted = new Set<string>();
  const passed = new Set<string>();
  for (let start = 0; start < claims.length; start += batchSize) {
    const batch = claims.slice(start, start + batchSize);
    const posts = await Promise.all(
      batch.map(async ({ text }) => {
        const post = await preparePost({ text });
        return { id: newId(), text: post.text, language: post.language };
      }),
    );
    for (const [index, analysis] of (await analysePosts(corpus.ctx, posts)).entries()) {
      const id = batch[index]?.id;
      if (id === undefined) continue;
      if (analysis.draft !== null) drafted.add(id);
      if (analysis.claims.some((claim) => claim.checkable)) passed.add(id);
    }
    onProgress('analysing', start + batch.length, claims.length);
  }
  return { drafted, passed };
}
