import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '#platform/errors.ts';
import type { RetrievalContext } from './context.ts';
import { activeModel } from './embedding-models.ts';

const pollMs = 200;

/**
 * Waits until every passage has its vector of the active model: a post that is matched against half a
 * corpus would end as NO_POSITION for good. `verified` is what an earlier call returned (0 at first):
 * passages up to that id need no look. Returns the newest passage id that is verified now.
 * @throws UnavailableError when this process cannot compute such vectors, AbortError on `signal`.
 */
export async function awaitVectors(
  ctx: RetrievalContext,
  verified: number,
  signal?: AbortSignal,
): Promise<number> {
  const model = await activeModel(ctx);
  if (model === null || (await ctx.embedders.find(model.fingerprint)) === null) {
    throw new UnavailableError('this process has no embedder for the vectors in use', {
      field: 'EMBEDDINGS_BASE_URL',
      remedy: 'Give the worker the embedding settings the corpus was embedded with.',
    });
  }
  for (;;) {
    const { newest } = await ctx.db
      .selectFrom('passage')
      .select((eb) => eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)).as('newest'))
      .executeTakeFirstOrThrow();
    if (newest <= verified) return verified;
    const missing = await ctx.db
      .selectFrom('passage as p')
      .leftJoin('passage_embedding as e', (join) =>
        join.onRef('e.passage_id', '=', 'p.id').on('e.model_id', '=', model.id),
      )
      .select('p.id')
      .where('p.id', '>', verified)
      .where('p.id', '<=', newest)
      .where('e.passage_id', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (missing === undefined) return newest;
    await sleep(pollMs, undefined, signal === undefined ? {} : { signal });
  }
}
