import type { EmbedderSet } from '#ai/ports.ts';
import type { DbContext } from '#db/context.ts';

export interface RetrievalContext extends DbContext {
  readonly embedders: EmbedderSet;
}
