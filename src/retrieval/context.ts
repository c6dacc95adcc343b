import type { EmbedderSet } from '#ai/ports.ts';
import type { DbContext } from '#db/context.ts';
import type { ModelSettings } from './model-settings.ts';

export interface RetrievalContext extends DbContext {
  readonly embedders: EmbedderSet;
  /** What was measured for an embedding model, by its name; null: no vectors. */
  readonly settingsOf: (modelName: string | null) => ModelSettings;
}
