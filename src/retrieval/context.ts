import type { EmbedderSet } from '#ai/ports.ts';
import type { DbContext } from '#db/context.ts';
import type { SyllableCounts } from '#language/syllable-counts.ts';
import type { ModelSettings } from './model-settings.ts';
import type { Reranker } from './rerank.ts';

/** What an evaluation can switch off to see what it is worth. */
export const retrievalParts = ['normalisation', 'diacritics', 'names', 'reading'] as const;
export type RetrievalPart = (typeof retrievalParts)[number];

export interface RetrievalContext extends DbContext {
  readonly embedders: EmbedderSet;
  /** What was measured for an embedding model, by its name; null: no vectors. */
  readonly settingsOf: (modelName: string | null) => ModelSettings;
  /** Null: the order of fused scores stands. */
  readonly reranker: Reranker | null;
  /** Counts of general Vietnamese text, read when first asked for; null: the corpus alone is known. */
  readonly syllables: () => Promise<SyllableCounts | null>;
  /** Absent but in evaluations. */
  readonly without?: ReadonlySet<RetrievalPart>;
}
