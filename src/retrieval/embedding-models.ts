import type { EmbeddingModelInfo } from '#ai/ports.ts';
import { appendAudit } from '#audit/index.ts';
import { embedPassagesJob } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConfigError } from '#platform/errors.ts';

export interface StoredModel {
  readonly id: number;
  readonly fingerprint: string;
  readonly name: string;
  readonly dimensions: number;
  readonly state: 'building' | 'active' | 'retired';
}

const columns = ['id', 'fingerprint', 'name', 'dimensions', 'state'] as const;

/**
 * Makes the configured model known. The first model is active at once; a later one is `building`
 * until every passage has its vector (see `finishBuilding`), and searches keep using the active one.
 * @throws ConfigError when the model is known with other dimensions.
 */
export async function registerModel(
  ctx: DbContext,
  info: EmbeddingModelInfo,
): Promise<StoredModel> {
  return withTransaction(ctx, async (ctx) => {
    // One registration at a time: two processes starting together must not both see no active model.
    await ctx.db.selectFrom('audit_head').select('seq').forUpdate().execute();
    const active = await activeModel(ctx);
    const known = await findByFingerprint(ctx, info.fingerprint);
    if (known !== undefined && known.dimensions !== info.dimensions) {
      throw new ConfigError(
        `the model ${info.name} was stored with ${known.dimensions} dimensions, not ${info.dimensions}`,
        { field: 'EMBEDDINGS_DIMENSIONS', remedy: `Set it to ${known.dimensions}.` },
      );
    }
    if (known !== undefined && known.state !== 'retired') return known;
    await ctx.db
      .updateTable('embedding_model')
      .set({ state: 'retired' })
      .where('state', '=', 'building')
      .execute();
    const state = active === null ? ('active' as const) : ('building' as const);
    const model =
      known === undefined ? await insert(ctx, info, state) : await revive(ctx, known, state);
    await ctx.jobs.enqueue(ctx.db, embedPassagesJob, [{}]);
    await appendAudit(ctx, [
      {
        action: 'embedding_model.registered',
        entityType: 'embedding_model',
        entityId: String(model.id),
        details: { name: info.name, fingerprint: info.fingerprint, state },
      },
    ]);
    return model;
  });
}

export async function activeModel(ctx: Pick<DbContext, 'db'>): Promise<StoredModel | null> {
  const row = await ctx.db
    .selectFrom('embedding_model')
    .select(columns)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row ?? null;
}

/** What the database knows of a model; null when no process has registered it. */
export async function modelState(
  ctx: Pick<DbContext, 'db'>,
  info: EmbeddingModelInfo,
): Promise<StoredModel['state'] | null> {
  return (await findByFingerprint(ctx, info.fingerprint))?.state ?? null;
}

/** Models whose vectors are kept up to date. */
export function liveModels(ctx: Pick<DbContext, 'db'>): Promise<StoredModel[]> {
  return ctx.db
    .selectFrom('embedding_model')
    .select(columns)
    .where('state', '<>', 'retired')
    .orderBy('id')
    .execute();
}

/** Switches searches to a building model in one transaction, once no passage lacks its vector. */
export async function finishBuilding(ctx: DbContext, modelId: number): Promise<boolean> {
  return withTransaction(ctx, async (ctx) => {
    const missing = await ctx.db
      .selectFrom('passage')
      .select('id')
      .where('id', 'not in', (eb) =>
        eb.selectFrom('passage_embedding').select('passage_id').where('model_id', '=', modelId),
      )
      .limit(1)
      .executeTakeFirst();
    if (missing !== undefined) return false;
    const building = await ctx.db
      .selectFrom('embedding_model')
      .select('id')
      .where('id', '=', modelId)
      .where('state', '=', 'building')
      .forUpdate()
      .executeTakeFirst();
    if (building === undefined) return false;
    await ctx.db
      .updateTable('embedding_model')
      .set({ state: 'retired' })
      .where('state', '=', 'active')
      .execute();
    await ctx.db
      .updateTable('embedding_model')
      .set({ state: 'active' })
      .where('id', '=', modelId)
      .execute();
    await appendAudit(ctx, [
      {
        action: 'embedding_model.activated',
        entityType: 'embedding_model',
        entityId: String(modelId),
      },
    ]);
    return true;
  });
}

function findByFingerprint(ctx: Pick<DbContext, 'db'>, fingerprint: string) {
  return ctx.db
    .selectFrom('embedding_model')
    .select(columns)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
}

async function insert(
  ctx: DbContext,
  info: EmbeddingModelInfo,
  state: 'active' | 'building',
): Promise<StoredModel> {
  return ctx.db
    .insertInto('embedding_model')
    .values({
      fingerprint: info.fingerprint,
      name: info.name,
      dimensions: info.dimensions,
      max_tokens: info.maxTokens,
      query_prefix: info.queryPrefix,
      passage_prefix: info.passagePrefix,
      state,
      created_at: ctx.clock(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

async function revive(ctx: DbContext, model: StoredModel, state: 'active' | 'building') {
  await ctx.db.updateTable('embedding_model').set({ state }).where('id', '=', model.id).execute();
  return { ...model, state };
}
