import OpenAI from 'openai';
import PQueue from 'p-queue';
import { z } from 'zod';
import { UnavailableError, UpstreamError } from '#platform/errors.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import type { Embedder, EmbeddingKind, EmbeddingModelInfo } from './ports.ts';

export interface OpenAIEmbedderOptions {
  /** Root of an OpenAI-compatible API, e.g. http://127.0.0.1:8000/v1. */
  baseUrl: string;
  apiKey: string | null;
  model: string;
  /** Numbers per vector the endpoint must return. */
  dimensions: number;
  maxTokens: number;
  queryPrefix: string;
  passagePrefix: string;
  /** Of one attempt, from connecting to the last byte of the answer. */
  timeoutMs: number;
  /** After 408, 409, 429, 5xx, time-outs and lost connections; `Retry-After` up to 60 s is obeyed. */
  maxRetries: number;
  /** Requests under way at once. */
  concurrency: number;
  /** Texts in one request. */
  batchSize: number;
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
  readonly #client: OpenAI;
  readonly #queue: PQueue;
  readonly #closing = new AbortController();

  constructor(info: EmbeddingModelInfo, options: OpenAIEmbedderOptions) {
    this.info = info;
    this.#options = options;
    this.#queue = new PQueue({ concurrency: options.concurrency });
    this.#client = new OpenAI({
      baseURL: options.baseUrl,
      apiKey: options.apiKey ?? 'none',
      // Only our own settings count, not OPENAI_* variables that happen to be there.
      organization: null,
      project: null,
      timeout: options.timeoutMs,
      maxRetries: options.maxRetries,
      logLevel: 'off',
      fetch: fetchWhole,
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
    const signals = [
      failure.signal,
      this.#closing.signal,
      ...(options.signal ? [options.signal] : []),
    ];
    const signal = AbortSignal.any(signals);
    signal.throwIfAborted();
    const requests = chunks(texts, this.#options.batchSize).map((batch) =>
      this.#queue.add(
        () =>
          this.#request(
            batch.map((text) => prefix + text),
            signal,
          ),
        { signal },
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

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new UnavailableError('embedding endpoint: it has been closed'));
    await this.#queue.onIdle();
  }

  async #request(input: string[], signal: AbortSignal): Promise<Float32Array[]> {
    const { model } = this.#options;
    let answer: unknown;
    try {
      const body = { model, input, encoding_format: 'float' } as const;
      answer = await this.#client.embeddings.create(body, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw upstreamError(error);
    }
    return this.#readVectors(answer, input.length);
  }

  #readVectors(answer: unknown, expected: number): Float32Array[] {
    const parsed = responseSchema.safeParse(answer);
    if (!parsed.success) {
      throw problem('the answer is not an embeddings response', CHECK_URL, parsed.error);
    }
    const rows = parsed.data.data.toSorted((a, b) => a.index - b.index);
    if (rows.length !== expected || rows.some((row, index) => row.index !== index)) {
      throw problem(`asked for ${expected} vectors, got ${rows.length}`, CHECK_URL);
    }
    return rows.map((row) => normalise(this.#checkDimensions(row.embedding)));
  }

  #checkDimensions(vector: number[]): number[] {
    const { dimensions } = this.info;
    if (vector.length === dimensions) return vector;
    throw new UpstreamError(
      `embedding endpoint: a vector has ${vector.length} numbers, expected ${dimensions}`,
      {
        field: 'EMBEDDINGS_DIMENSIONS',
        remedy: `Set EMBEDDINGS_DIMENSIONS to ${vector.length}, or EMBEDDINGS_MODEL to a model of ${dimensions}.`,
      },
    );
  }
}

const CHECK_URL =
  'Check that EMBEDDINGS_BASE_URL is the root of an OpenAI-compatible API and serves EMBEDDINGS_MODEL.';

function problem(what: string, remedy: string, cause?: unknown): UpstreamError {
  const field = 'EMBEDDINGS_BASE_URL';
  return new UpstreamError(`embedding endpoint: ${what}`, { field, remedy, cause });
}

function upstreamError(error: unknown): UpstreamError {
  if (error instanceof OpenAI.APIConnectionTimeoutError) {
    return problem(
      'no answer in time',
      'Raise EMBEDDINGS_TIMEOUT_MS or lower EMBEDDINGS_BATCH_SIZE.',
      error,
    );
  }
  if (error instanceof OpenAI.APIConnectionError) {
    return problem('no connection', 'Check EMBEDDINGS_BASE_URL and that the endpoint runs.', error);
  }
  if (!(error instanceof OpenAI.APIError)) {
    return problem('the answer is not JSON', CHECK_URL, error);
  }
  const status: unknown = error.status;
  if (status === 401 || status === 403) {
    return problem(`it refused the key (status ${status})`, 'Check EMBEDDINGS_API_KEY.', error);
  }
  return problem(`it answered with status ${String(status)}`, CHECK_URL, error);
}

/** The client stops its clock at the headers; reading the body here lets it cover the body too. */
async function fetchWhole(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}

function normalise(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector);
  if (length === 0 || !Number.isFinite(length)) {
    throw problem('a vector has no direction (its length is 0 or not finite)', CHECK_URL);
  }
  return Float32Array.from(vector, (value) => value / length);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
