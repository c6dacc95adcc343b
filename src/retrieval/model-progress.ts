import type { DbContext } from '#db/context.ts';
import { liveModels, type StoredModel } from './embedding-models.ts';

/** How far the vectors of a model are. */
export interface ModelProgress extends StoredModel {
  readonly passages: number;
  /** Passages that have their vector. */
  readonly embedded: number;
}

/** Of the models whose vectors are kept up to date. */
export async function modelProgress(ctx: Pick<DbContext, 'db'>): Promise<ModelProgress[]> {
  const { passages } = await ctx.db
    .selectFrom('passage')
    .select((eb) => eb.fn.countAll<number>().as('passages'))
    .executeTakeFirstOrThrow();
  const found = [];
  for (const model of await liveModels(ctx)) {
    const { embedded } = await ctx.db
      .selectFrom('passage_embedding')
      .select((eb) => eb.fn.countAll<number>().as('embedded'))
      .where('model_id', '=', model.id)
      .executeTakeFirstOrThrow();
    found.push({ ...model, passages, embedded });
  }
  return found;
}
