import { arch, availableParallelism, platform } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type * as Runtime from 'onnxruntime-node';
import PQueue from 'p-queue';
import { ConfigError, UnavailableError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { readCentroids } from './centroids.ts';
import { lengthBatches } from './length-batches.ts';
import { verifyModelFiles } from './model-files.ts';
import type { Embedder, EmbeddingKind, EmbeddingModelInfo } from './ports.ts';
import { createTextEncoder, type EncodeText } from './text-encoder.ts';

export interface LocalEmbedderOptions {
  /** Directory with model.onnx, tokenizer.json, tokenizer_config.json, centroids.json and checksums.json. */
  modelDir: string;
  /** Threads of one model run; default: the cores of the machine, at most four. */
  threads?: number;
}

const MODEL = {
  name: 'multilingual-e5-small-int8',
  dimensions: 384,
  maxTokens: 512,
  queryPrefix: 'query: ',
  passagePrefix: 'passage: ',
} as const;

const PADDING_ID = 1;
const TOKENS_PER_RUN = 768;
const TEXTS_PER_SLICE = 32;
/** A person waits for a query; passages are embedded in the background. */
const PRIORITY: Record<EmbeddingKind, number> = { query: 1, passage: 0 };

/**
 * The bundled multilingual-e5-small in this process.
 * Throws ConfigError when its files are missing or damaged or the native library cannot load.
 */
export async function createLocalEmbedder(options: LocalEmbedderOptions): Promise<Embedder> {
  const files = await verifyModelFiles(options.modelDir);
  const [runtime, encode, centroids] = await Promise.all([
    loadRuntime(),
    createTextEncoder(files, MODEL.maxTokens),
    readCentroids(files.centroids, MODEL.dimensions),
  ]);
  const session = await runtime.InferenceSession.create(files.model, {
    intraOpNumThreads: options.threads ?? Math.min(availableParallelism(), 4),
    interOpNumThreads: 1,
    // Threads that spin between the layers of a run: 55 passages/s on two cores instead of 45. After the
    // run they stop, and leave the cores to the requests served by the same process.
    extra: { session: { intra_op: { allow_spinning: '1' }, force_spinning_stop: '1' } },
  });
  // Other means make vectors of another space, as other weights do.
  const fingerprint = await sha256Hex(`${files.modelSha256} ${files.centroidsSha256}`);
  return new LocalEmbedder({ ...MODEL, fingerprint, centroids }, runtime, session, encode);
}

class LocalEmbedder implements Embedder {
  readonly info: EmbeddingModelInfo;
  readonly #runtime: typeof Runtime;
  readonly #session: Runtime.InferenceSession;
  readonly #encode: EncodeText;
  readonly #queue = new PQueue({ concurrency: 1 });
  #closed = false;

  constructor(
    info: EmbeddingModelInfo,
    runtime: typeof Runtime,
    session: Runtime.InferenceSession,
    encode: EncodeText,
  ) {
    this.info = info;
    this.#runtime = runtime;
    this.#session = session;
    this.#encode = encode;
  }

  async embed(
    texts: readonly string[],
    kind: EmbeddingKind,
    options: { signal?: AbortSignal } = {},
  ): Promise<Float32Array[]> {
    const rows = await this.#encodeAll(texts, kind, options.signal);
    const lengths = rows.map((row) => row.length);
    const vectors: Float32Array[] = Array.from({ length: texts.length });
    // One batch in the queue at a time, so that concurrent callers take turns.
    for (const batch of lengthBatches(lengths, TOKENS_PER_RUN)) {
      const run = (): Promise<Float32Array> => {
        this.#checkOpen(options.signal);
        return this.#run(batch.map((index) => rows[index] ?? []));
      };
      const output = await this.#queue.add(run, { priority: PRIORITY[kind] });
      batch.forEach((index, position) => {
        const start = position * MODEL.dimensions;
        vectors[index] = output.slice(start, start + MODEL.dimensions);
      });
    }
    return vectors;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#queue.onIdle();
    await this.#session.release();
  }

  async #encodeAll(
    texts: readonly string[],
    kind: EmbeddingKind,
    signal: AbortSignal | undefined,
  ): Promise<number[][]> {
    const prefix = kind === 'query' ? MODEL.queryPrefix : MODEL.passagePrefix;
    const rows: number[][] = [];
    this.#checkOpen(signal);
    for (const [index, text] of texts.entries()) {
      // The tokenizer is synchronous: let requests through between slices.
      if (index > 0 && index % TEXTS_PER_SLICE === 0) {
        await setImmediate();
        this.#checkOpen(signal);
      }
      rows.push(this.#encode(prefix + text));
    }
    return rows;
  }

  /** One flat array of vectors, in the order of `rows`. */
  async #run(rows: readonly number[][]): Promise<Float32Array> {
    const width = Math.max(...rows.map((row) => row.length));
    const ids = new Int32Array(rows.length * width).fill(PADDING_ID);
    const mask = new Int32Array(rows.length * width);
    for (const [index, row] of rows.entries()) {
      ids.set(row, index * width);
      mask.fill(1, index * width, index * width + row.length);
    }
    const { Tensor } = this.#runtime;
    const shape = [rows.length, width];
    const { embedding } = await this.#session.run({
      input_ids: new Tensor('int32', ids, shape),
      attention_mask: new Tensor('int32', mask, shape),
    });
    if (!(embedding?.data instanceof Float32Array)) {
      throw new UnavailableError('embedding model: the model returned no vectors');
    }
    return embedding.data;
  }

  #checkOpen(signal: AbortSignal | undefined): void {
    signal?.throwIfAborted();
    if (this.#closed) throw new UnavailableError('embedding model: it has been closed');
  }
}

async function loadRuntime(): Promise<typeof Runtime> {
  try {
    return await import('onnxruntime-node');
  } catch (error) {
    throw new ConfigError(
      `embedding model: the native ONNX runtime does not load on ${platform()} ${arch()}`,
      {
        field: 'EMBEDDINGS_BASE_URL',
        remedy:
          'Use Linux with glibc, macOS on Apple silicon or Windows, or set EMBEDDINGS_BASE_URL ' +
          'to an OpenAI-compatible embedding endpoint.',
        cause: error,
      },
    );
  }
}
