import { searchText } from '#corpus/index.ts';
import { refreshStatistics } from '#db/refresh-statistics.ts';
import { toVector } from '#db/vector.ts';
import type { RetrievalContext } from './context.ts';
import { embedTexts } from './embed-texts.ts';
import { finishBuilding, liveModels, type StoredModel } from './embedding-models.ts';
import { ensureVectorIndex } from './vector-index.ts';

/** Passages of one statement and one model run: a kill loses at most this much work. */
const batchSize = 256;

export interface EmbedProgress {
  (embedded: number): void;
}

/**
 * Gives every passage a vector of every live model this process can compute, then switches to a
 * building model that is complete. Safe to run twice at once and after a kill: what is there is kept.
 */
export async function embedPassages(
  ctx: RetrievalContext,
  options: { signal?: AbortSignal; onProgress?: EmbedProgress } = {},
): Promise<void> {
  for (const model of await liveModels(ctx)) {
    const embedder = await ctx.embedders.find(model.fingerprint);
    if (embedder === null) {
      ctx.log.warn(
        { model: model.name },
        'no embedder for this model: its vectors are not updated',
      );
      continue;
    }
    for (let after = 0; ;) {
      options.signal?.throwIfAborted();
      const passages = await withoutVector(ctx, model.id, after);
      const last = passages.at(-1);
      if (last === undefined) break;
      const vectors = await embedTexts(
        embedder,
        passages.map((row) => ({
          text: searchText(row.metadata.title, row.heading_path, row.text),
          language: row.language,
        })),
        'passage',
        options.signal === undefined ? {} : { signal: options.signal },
      );
      await store(ctx, model, passages, vectors);
      options.onProgress?.(passages.length);
      after = last.id;
    }
    await ensureVectorIndex(ctx, model);
    if (model.state === 'building') await finishBuilding(ctx, model.id);
  }
  await refreshStatistics(ctx);
}

/** How many passages lack a vector of a live model this process can compute. */
export async function countMissing(ctx: RetrievalContext): Promise<number> {
  let missing = 0;
  for (const model of await liveModels(ctx)) {
    if ((await ctx.embedders.find(model.fingerprint)) === null) continue;
    const { total } = await ctx.db
      .selectFrom('passage')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const { stored } = await ctx.db
      .selectFrom('passage_embedding')
      .select((eb) => eb.fn.countAll<number>().as('stored'))
      .where('model_id', '=', model.id)
      .executeTakeFirstOrThrow();
    missing += total - stored;
  }
  return missing;
}

function withoutVector(ctx: RetrievalContext, modelId: number, after: number) {
  return ctx.db
    .selectFrom('passage')
    .innerJoin('document_version', 'document_version.id', 'passage.version_id')
    .select([
      'passage.id',
      'passage.text',
      'passage.language',
      'passage.heading_path',
      'document_version.metadata',
    ])
    .where('passage.id', '>', after)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('passage_embedding')
            .select('passage_id')
            .where('model_id', '=', modelId)
            .whereRef('passage_id', '=', 'passage.id'),
        ),
      ),
    )
    .orderBy('passage.id')
    .limit(batchSize)
    .execute();
}

async function store(
  ctx: RetrievalContext,
  model: StoredModel,
  passages: readonly { readonly id: number }[],
  vectors: readonly Float32Array[],
): Promise<void> {
  await ctx.db
    .insertInto('passage_embedding')
    .values(
      passages.map(({ id }, index) => ({
        model_id: model.id,
        passage_id: id,
        embedding: toVector(vectors[index] as Float32Array),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
