/** A query is searched with, a passage is searched for: e5 models want a different prefix for each. */
export type EmbeddingKind = 'query' | 'passage';

export interface EmbeddingModelInfo {
  readonly name: string;
  readonly dimensions: number;
  /** Longer texts are truncated by the model; the corpus is chunked well below it. */
  readonly maxTokens: number;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** SHA-256 (hex) that tells these exact weights, or this endpoint and model, from any other. */
  readonly fingerprint: string;
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
