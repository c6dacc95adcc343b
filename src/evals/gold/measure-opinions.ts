import { join } from 'node:path';
import type { EmbedderSet } from '#ai/ports.ts';
import { analysePosts } from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import { assessCheckability, preparePost, splitClaims } from '#posts/index.ts';
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

/**
 * False rebuttals on the gold files `opinions.test.jsonl` and `checkable.test.jsonl` of a folder. The
 * corpus is as tempting as can be: one citable passage for every text, in the text's own words. What keeps
 * a draft from an opinion is then its being an opinion, never the lack of a match.
 * @throws ValidationError for a file that is missing or wrong.
 */
export async function measureOpinions(options: {
  readonly goldDir: string;
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
}): Promise<OpinionMeasures> {
  const claims = [
    ...(await readGoldClaims(join(options.goldDir, 'opinions.test.jsonl'))),
    ...(await readGoldClaims(join(options.goldDir, 'checkable.test.jsonl'))),
  ];
  const drafted = await draftedClaims(claims, options.embedders, options.onProgress);
  const legitimate = claims.filter((claim) => !claim.checkable);
  const checkable = claims.filter((claim) => claim.checkable);
  return {
    legitimate: legitimate.length,
    answered: legitimate.filter(({ id }) => drafted.has(id)).map(({ id }) => id),
    passed: await Promise.all(checkable.map(async (claim) => ((await passes(claim)) ? 1 : 0))),
    drafted: checkable.filter(({ id }) => drafted.has(id)).length,
  };
}

async function draftedClaims(
  claims: readonly GoldClaim[],
  embedders: EmbedderSet,
  onProgress: EvalProgress,
): Promise<Set<string>> {
  await using corpus = await openCorpus({
    name: 'opinions',
    lines: claims.map(({ id, lang, text }) => JSON.stringify({ id, lang, title: id, text })),
    language: null,
    serverUrl: null,
    embedders,
    onProgress,
  });
  const drafted = new Set<string>();
  for (let start = 0; start < claims.length; start += batchSize) {
    const batch = claims.slice(start, start + batchSize);
    const posts = await Promise.all(
      batch.map(async ({ text }) => {
        const post = await preparePost({ text });
        return { id: newId(), text: post.text, language: post.language };
      }),
    );
    for (const [index, { draft }] of (await analysePosts(corpus.ctx, posts)).entries()) {
      const id = batch[index]?.id;
      if (draft !== null && id !== undefined) drafted.add(id);
    }
    onProgress('analysing', start + batch.length, claims.length);
  }
  return drafted;
}

/** Whether anything in the text is found checkable, as at intake. */
async function passes({ text }: GoldClaim): Promise<boolean> {
  const post = await preparePost({ text });
  return splitClaims(post.text).some(
    (claim) => assessCheckability({ text: claim.text, language: post.language }).checkable,
  );
}
