import type { EmbedderSet } from '#ai/ports.ts';
import { systemActor } from '#db/context.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { systemClock } from '#platform/clock.ts';
import { AppError } from '#platform/errors.ts';
import { silentLog } from '#platform/log.ts';
import { preparePost } from '#posts/index.ts';
import {
  prepareQueries,
  type QueryBatch,
  registerModel,
  type RetrievalContext,
  settingsOf,
} from '#retrieval/index.ts';
import { generalSyllables } from '#retrieval/load-syllables.ts';
import { loadCorpus, type LoadedCorpus } from './load-corpus.ts';
import type { EvalProgress } from './progress.ts';
import { passageDocuments } from './queries.ts';

/** Queries embedded at once. */
const batchSize = 64;

export interface CorpusOptions {
  readonly name: string;
  /** Lines of a `corpus.jsonl`. */
  readonly lines: readonly string[];
  /** Only documents in this language; null for all. */
  readonly language: string | null;
  /** YAML of name groups to put in force; none when absent or null. */
  readonly namesFile?: string | null;
  /** A PostgreSQL server to make a temporary database on; null for the embedded one, in memory. */
  readonly serverUrl: string | null;
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
}

/** A corpus in force in a database of its own, which is gone when disposed. */
export interface OpenCorpus extends AsyncDisposable {
  readonly ctx: RetrievalContext;
  readonly loaded: LoadedCorpus;
  readonly model: string;
  /** The key of each passage's document. */
  readonly documentOf: ReadonlyMap<number, string>;
}

export async function openCorpus(options: CorpusOptions): Promise<OpenCorpus> {
  const database = await openTemporaryDatabase(options.serverUrl, silentLog);
  try {
    const ctx: RetrievalContext = {
      db: database.db,
      embedders: options.embedders,
      settingsOf,
      reranker: null,
      syllables: generalSyllables(),
      // Passages are embedded here and now; nothing waits for a job.
      jobs: { enqueue: async () => {} },
      clock: systemClock,
      log: silentLog,
      actor: systemActor,
    };
    const model = await registerModel(ctx, options.embedders.configured.info);
    const loaded = await loadCorpus(ctx, options, options.onProgress);
    return {
      ctx,
      loaded,
      model: model.name,
      documentOf: await passageDocuments(ctx),
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    };
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/** Searches for each text as for a post of one claim; results in the order given. */
export async function searchEach<T>(
  ctx: RetrievalContext,
  texts: readonly string[],
  search: (batch: QueryBatch, query: QueryBatch['queries'][number]) => Promise<T>,
  progress: EvalProgress,
): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < texts.length; start += batchSize) {
    const part = await Promise.all(texts.slice(start, start + batchSize).map(postText));
    const batch = await prepareQueries(ctx, part);
    for (const query of batch.queries) results.push(await search(batch, query));
    progress('searching', results.length, texts.length);
  }
  return results;
}

/** The text as it would be stored. One that could not be received as a post searches for nothing. */
async function postText(text: string): Promise<string> {
  try {
    return (await preparePost({ text })).text;
  } catch (error) {
    if (error instanceof AppError) return '';
    throw error;
  }
}
