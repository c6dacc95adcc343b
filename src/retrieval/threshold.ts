import type { DbContext } from '#db/context.ts';
import { liveModels, type StoredModel } from './embedding-models.ts';
import type { ModelSettings } from './model-settings.ts';

/** What searches with one embedding model use. */
export interface ModelThreshold {
  readonly model: string;
  readonly state: StoredModel['state'];
  /** Probability, 0 to 1, that came with the code; null: the model was never calibrated. */
  readonly shipped: number | null;
  /** Probability, 0 to 1, a match must reach; null: no match counts. */
  readonly inForce: number | null;
  /** The approved decision behind it; null: the shipped value. */
  readonly decisionId: string | null;
}

/**
 * The probability a match must reach: the approved decision that no other replaced, else `shipped`.
 * One statement. A model nobody has calibrated (`shipped` not finite) stays out of reach of any
 * decision: its probabilities mean nothing.
 */
export async function currentThreshold(
  ctx: Pick<DbContext, 'db'>,
  modelName: string | null,
  shipped: number,
): Promise<number> {
  if (modelName === null || !Number.isFinite(shipped)) return shipped;
  return (await decisionInForce(ctx, modelName))?.threshold ?? shipped;
}

/** The approved decision that no approved decision replaced; null: the shipped value is in force. */
export async function decisionInForce(
  ctx: Pick<DbContext, 'db'>,
  modelName: string,
): Promise<{ id: string; threshold: number } | null> {
  const row = await ctx.db
    .selectFrom('threshold_decision as d')
    .select(['d.id', 'd.threshold'])
    .where('d.model_name', '=', modelName)
    .where('d.approved_by', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('threshold_decision as newer')
            .select('newer.id')
            .whereRef('newer.replaces', '=', 'd.id')
            .where('newer.approved_by', 'is not', null),
        ),
      ),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** The threshold of each model whose vectors are kept up to date. */
export async function currentThresholds(
  ctx: Pick<DbContext, 'db'> & { readonly settingsOf: (name: string) => ModelSettings },
): Promise<ModelThreshold[]> {
  const thresholds: ModelThreshold[] = [];
  for (const { name, state } of await liveModels(ctx)) {
    const { threshold: value } = ctx.settingsOf(name);
    const shipped = Number.isFinite(value) ? value : null;
    const decision = shipped === null ? null : await decisionInForce(ctx, name);
    const inForce = decision?.threshold ?? shipped;
    thresholds.push({ model: name, state, shipped, inForce, decisionId: decision?.id ?? null });
  }
  return thresholds;
}
