import type { z } from 'zod';

/** A query is searched with, a passage is searched for: e5 models want a different prefix for each. */
export type EmbeddingKind = 'query' | 'passage';

/**
 * The mean vector of each language (ISO 639-1): a model that was trained on many languages still puts
 * each into a corner of its own, and a query near the passages of its own corner.
 */
export interface LanguageCentroids {
  /** For a language without a mean of its own, and for a text whose language is not known. */
  readonly common: Float32Array;
  readonly languages: ReadonlyMap<string, Float32Array>;
}

export interface EmbeddingModelInfo {
  readonly name: string;
  readonly dimensions: number;
  /** Longer texts are truncated by the model; the corpus is chunked well below it. */
  readonly maxTokens: number;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** SHA-256 (hex) that tells these exact weights and means, or this endpoint and model, from any other. */
  readonly fingerprint: string;
  /** What retrieval subtracts from each vector (`retrieval/centre.ts`); absent: vectors stay as they are. */
  readonly centroids?: LanguageCentroids;
}

export interface Embedder extends AsyncDisposable {
  readonly info: EmbeddingModelInfo;
  /**
   * One L2-normalised vector of `info.dimensions` numbers per text, in the order given.
   * The embedder adds the prefix for `kind` itself.
   */
  embed(
    texts: readonly string[],
    kind: EmbeddingKind,
    options?: { signal?: AbortSignal },
  ): Promise<Float32Array[]>;
}

/** The embedders this process has: the configured one, and any other that stored vectors still need. */
export interface EmbedderSet extends AsyncDisposable {
  readonly configured: Embedder;
  /** The embedder with this fingerprint, or null when this process cannot make such vectors. */
  find(fingerprint: string): Promise<Embedder | null>;
}

export interface ChatModelInfo {
  readonly name: string;
}

export interface ChatRequest<T> {
  /** Instructions; ours alone, never text from outside. */
  readonly system: string;
  /** Data, delimited so that it cannot pass for more. */
  readonly user: string;
  /** What the answer must be; it is sent along and checked again when the answer is there. */
  readonly schema: z.ZodType<T>;
  /** 1 to 64 letters, digits, underscores and hyphens. */
  readonly schemaName: string;
  /** Of the answer. */
  readonly maxTokens: number;
  /** 0 (the default) to 2. */
  readonly temperature?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told once what a whole answer took, also when the answer is then refused. */
  readonly onUsage?: ((usage: ChatUsage) => void) | undefined;
}

/** What one answer took. */
export interface ChatUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The endpoint did not count: `estimateTokens` did. */
  readonly estimated: boolean;
}

export interface ChatModel extends AsyncDisposable {
  readonly info: ChatModelInfo;
  /**
   * One answer, already an object that fits the schema.
   * @throws EndpointError on a refusal, an answer cut short, too large or that does not fit, or a failing
   * endpoint; its message holds no text of request or answer.
   */
  complete<T>(request: ChatRequest<T>): Promise<T>;
}
