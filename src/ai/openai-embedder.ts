import { z } from 'zod';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { OpenAIEndpoint, type OpenAIEndpointOptions } from './openai-endpoint.ts';
import type { Embedder, EmbeddingKind, EmbeddingModelInfo } from './ports.ts';

export interface OpenAIEmbedderOptions extends Omit<
  OpenAIEndpointOptions,
  'label' | 'settings' | 'slowRemedy'
> {
  readonly model: string;
  /** Numbers per vector the endpoint must return. */
  readonly dimensions: number;
  readonly maxTokens: number;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** Texts in one request. */
  readonly batchSize: number;
}

const responseSchema = z.object({
  data: z.array(
    z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()) }),
  ),
});

/**
 * Embeddings from an OpenAI-compatible endpoint (TEI, vLLM, Ollama, OpenAI). Runs on Workers too.
 * `embed` throws UpstreamError when the endpoint fails or answers wrongly; the message never
 * holds text or key.
 */
export async function createOpenAIEmbedder(options: OpenAIEmbedderOptions): Promise<Embedder> {
  const { baseUrl, model, dimensions, maxTokens, queryPrefix, passagePrefix } = options;
  // Prefixes count: the same weights under another prefix make vectors of another space.
  const identity = canonicalJson({ baseUrl, model, dimensions, queryPrefix, passagePrefix });
  const fingerprint = await sha256Hex(identity);
  const info = { name: model, dimensions, maxTokens, queryPrefix, passagePrefix, fingerprint };
  return new OpenAIEmbedder(info, options);
}

class OpenAIEmbedder implements Embedder {
  readonly info: EmbeddingModelInfo;
  readonly #options: OpenAIEmbedderOptions;
  readonly #endpoint: OpenAIEndpoint;

  constructor(info: EmbeddingModelInfo, options: OpenAIEmbedderOptions) {
    this.info = info;
    this.#options = options;
    this.#endpoint = new OpenAIEndpoint({
      ...options,
      label: 'embedding endpoint',
      settings: 'EMBEDDINGS',
      slowRemedy: 'Raise EMBEDDINGS_TIMEOUT_MS or lower EMBEDDINGS_BATCH_SIZE.',
    });
  }

  async embed(
    texts: readonly string[],
    kind: EmbeddingKind,
    options: { signal?: AbortSignal } = {},
  ): Promise<Float32Array[]> {
    const prefix = kind === 'query' ? this.info.queryPrefix : this.info.passagePrefix;
    // One failed request stops the others of the same call.
    const failure = new AbortController();
    const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])]);
    signal.throwIfAborted();
    const requests = chunks(texts, this.#options.batchSize).map((batch) =>
      this.#request(
        batch.map((text) => prefix + text),
        signal,
      ),
    );
    try {
      return (await Promise.all(requests)).flat();
    } catch (error) {
      failure.abort(error);
      await Promise.allSettled(requests);
      throw error;
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#endpoint[Symbol.asyncDispose]();
  }

  async #request(input: string[], signal: AbortSignal): Promise<Float32Array[]> {
    const { model } = this.#options;
    const body = { model, input, encoding_format: 'float' } as const;
    const answer = await this.#endpoint.request(
      (client, signal) => client.embeddings.create(body, { signal }),
      signal,
    );
    return this.#readVectors(answer, input.length);
  }

  #readVectors(answer: unknown, expected: number): Float32Array[] {
    const parsed = responseSchema.safeParse(answer);
    if (!parsed.success) {
      const cause = parsed.error;
      throw this.#endpoint.problem('wrong_schema', 'the answer is not an embeddings response', {
        cause,
      });
    }
    const rows = parsed.data.data.toSorted((a, b) => a.index - b.index);
    if (rows.length !== expected || rows.some((row, index) => row.index !== index)) {
      throw this.#endpoint.problem(
        'wrong_schema',
        `asked for ${expected} vectors, got ${rows.length}`,
      );
    }
    return rows.map((row) => this.#normalise(this.#checkDimensions(row.embedding)));
  }

  #checkDimensions(vector: number[]): number[] {
    const { dimensions } = this.info;
    if (vector.length === dimensions) return vector;
    throw this.#endpoint.problem(
      'wrong_schema',
      `a vector has ${vector.length} numbers, expected ${dimensions}`,
      {
        field: 'EMBEDDINGS_DIMENSIONS',
        remedy: `Set EMBEDDINGS_DIMENSIONS to ${vector.length}, or EMBEDDINGS_MODEL to a model of ${dimensions}.`,
      },
    );
  }

  #normalise(vector: readonly number[]): Float32Array {
    const length = Math.hypot(...vector);
    if (length === 0 || !Number.isFinite(length)) {
      throw this.#endpoint.problem(
        'wrong_schema',
        'a vector has no direction (its length is 0 or not finite)',
      );
    }
    return Float32Array.from(vector, (value) => value / length);
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
