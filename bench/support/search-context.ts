import type { Embedder } from '#ai/ports.ts';
import { systemActor } from '#db/context.ts';
import { createUser } from '#identity/index.ts';
import { systemClock } from '#platform/clock.ts';
import { silentLog } from '#platform/log.ts';
import { type RetrievalContext, settingsOf } from '#retrieval/index.ts';
import { startProgress } from '../../src/terminal/progress.ts';
import { loadSearchCorpus } from './load-search-corpus.ts';
import { dimensions, type SearchCorpus } from './search-corpus.ts';

/** Stores a generated corpus as two people would have brought it in force. */
export async function loadCorpus(
  ctx: RetrievalContext,
  modelId: number,
  corpus: SearchCorpus,
  passages: number,
): Promise<{ passages: number; postings: number }> {
  const editor = await createUser(ctx, { name: 'bench-editor', roles: ['corpus_editor'] });
  const approver = await createUser(ctx, { name: 'bench-approver', roles: ['corpus_approver'] });
  using progress = startProgress('storing passages', passages);
  return loadSearchCorpus(
    ctx.db,
    corpus,
    { editorId: editor.userId, approverId: approver.userId, modelId },
    (done) => progress.update(done),
  );
}

/** Searches as the product does, with vectors that are given. */
export function benchContext(db: RetrievalContext['db'], embedder: Embedder): RetrievalContext {
  return {
    db,
    embedders: {
      configured: embedder,
      find: async () => embedder,
      [Symbol.asyncDispose]: async () => undefined,
    },
    settingsOf: () => settingsOf('multilingual-e5-small-int8'),
    reranker: null,
    syllables: async () => null,
    jobs: { enqueue: async () => undefined },
    clock: systemClock,
    log: silentLog,
    actor: systemActor,
  };
}

/** Gives the vector that was set before, whatever the text. */
export function fixedEmbedder(): Embedder & { next: Float32Array } {
  return {
    next: new Float32Array(dimensions),
    info: {
      name: 'bench',
      dimensions,
      maxTokens: 512,
      queryPrefix: '',
      passagePrefix: '',
      fingerprint: 'bench',
    },
    async embed(texts) {
      return texts.map(() => this.next);
    },
    async [Symbol.asyncDispose]() {},
  };
}
