import type { Embedder, EmbeddingKind, EmbeddingModelInfo, LanguageCentroids } from './ports.ts';

export interface ScriptedEmbedderOptions {
  dimensions?: number;
  /** Vectors for texts whose meaning a test depends on; they are normalised. */
  vectors?: Readonly<Record<string, readonly number[]>>;
  /** With them it is another model than without. */
  centroids?: LanguageCentroids;
}

export interface ScriptedEmbedder extends Embedder {
  /** Every call so far, oldest first. */
  readonly calls: readonly { texts: readonly string[]; kind: EmbeddingKind }[];
}

/**
 * A fake for tests: deterministic and without a model. Texts that share words have close vectors,
 * whatever the kind; nothing else about meaning is promised.
 */
export function createScriptedEmbedder(options: ScriptedEmbedderOptions = {}): ScriptedEmbedder {
  const dimensions = options.dimensions ?? 384;
  const calls: { texts: readonly string[]; kind: EmbeddingKind }[] = [];
  const info: EmbeddingModelInfo = {
    name: 'scripted',
    dimensions,
    maxTokens: 512,
    queryPrefix: 'query: ',
    passagePrefix: 'passage: ',
    fingerprint: dimensions.toString(16).padStart(64, options.centroids === undefined ? '0' : 'c'),
    ...(options.centroids === undefined ? {} : { centroids: options.centroids }),
  };
  return {
    info,
    calls,
    async embed(texts, kind, { signal } = {}) {
      signal?.throwIfAborted();
      calls.push({ texts: [...texts], kind });
      return texts.map((text) => {
        const given = options.vectors?.[text];
        return given === undefined ? wordVector(text, dimensions) : pad(given, dimensions);
      });
    },
    async [Symbol.asyncDispose]() {},
  };
}

function wordVector(text: string, dimensions: number): Float32Array {
  const sums = new Float32Array(dimensions);
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [''];
  for (const word of words) {
    for (let seed = 0; seed < 4; seed += 1) {
      const hash = fnv1a(`${seed}${word}`);
      const index = (hash >>> 1) % dimensions;
      sums[index] = (sums[index] ?? 0) + (hash % 2 === 0 ? 1 : -1);
    }
  }
  return normalise(sums.every((value) => value === 0) ? sums.fill(1) : sums);
}

function pad(values: readonly number[], dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  vector.set(values);
  return normalise(vector);
}

function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
