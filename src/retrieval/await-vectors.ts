import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '#platform/errors.ts';
import type { RetrievalContext } from './context.ts';
import { activeModel, liveModels, type StoredModel } from './embedding-models.ts';

const pollMs = 200;

/**
 * Waits until every passage has its vector of the active model: a post that is matched against half a
 * corpus would end as NO_POSITION for good. A model that is being built by this process and will replace
 * one it cannot compute is waited for as well. `verified` is what an earlier call returned (0 at first):
 * passages up to that id need no look. Returns the newest passage id that is verified now.
 * @throws UnavailableError when this process cannot compute such vectors, AbortError on `signal`.
 */
export async function awaitVectors(
  ctx: RetrievalContext,
  verified: number,
  signal?: AbortSignal,
): Promise<number> {
  const model = await usableModel(ctx, signal);
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

/**
 * The model searches use, once this process has an embedder for it: while the one this process brought
 * is being built to replace it (new weights, new means), what is waited for is the switch.
 */
async function usableModel(ctx: RetrievalContext, signal?: AbortSignal): Promise<StoredModel> {
  for (;;) {
    const model = await activeModel(ctx);
    if (model !== null && (await ctx.embedders.find(model.fingerprint)) !== null) return model;
    const { fingerprint } = ctx.embedders.configured.info;
    const live = await liveModels(ctx);
    if (!live.some((one) => one.state === 'building' && one.fingerprint === fingerprint)) {
      throw new UnavailableError('this process has no embedder for the vectors in use', {
        field: 'EMBEDDINGS_BASE_URL',
        remedy: 'Give the worker the embedding settings the corpus was embedded with.',
      });
    }
    await sleep(pollMs, undefined, signal === undefined ? {} : { signal });
  }
}
