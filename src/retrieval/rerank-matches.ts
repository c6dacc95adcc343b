import { searchText } from '#corpus/index.ts';
import type { RetrievalContext } from './context.ts';
import { passageTexts } from './passage-texts.ts';
import type { PassageMatch } from './rank.ts';
import { mostReranked, rerank } from './rerank.ts';

/**
 * The matches in the order a language model gives the best of them, or as they are when none is
 * configured or it fails. Scores and probabilities stay; what was reordered says by what.
 */
export async function rerankMatches(
  ctx: RetrievalContext,
  query: string,
  matches: readonly PassageMatch[],
  options: { signal?: AbortSignal | undefined } = {},
): Promise<PassageMatch[]> {
  if (ctx.reranker === null || matches.length < 2) return [...matches];
  const texts = await passageTexts(
    ctx,
    matches.slice(0, mostReranked).map((match) => match.passageId),
  );
  const candidates = texts.map(({ passageId, title, headingPath, text }) => ({
    passageId,
    text: searchText(title, headingPath, text),
  }));
  const { passageIds, by } = await rerank(ctx.reranker, query, candidates, {
    log: ctx.log,
    signal: options.signal,
  });
  if (by === null) return [...matches];
  const matchOf = new Map(matches.map((match) => [match.passageId, match]));
  const reordered = passageIds.flatMap((passageId) => {
    const match = matchOf.get(passageId);
    return match === undefined ? [] : [{ ...match, reranker: by }];
  });
  const asked = new Set(passageIds);
  return [...reordered, ...matches.filter((match) => !asked.has(match.passageId))];
}
