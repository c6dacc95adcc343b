import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Embedder, EmbedderSet, EmbeddingKind } from '#ai/ports.ts';
import { newId } from '#platform/ids.ts';

const keyBytes = 32;

/**
 * The same embedders, with every vector they make kept in files under `directory` and never made twice:
 * evaluation runs over the same data share what costs most. A file belongs to one process, so that
 * several may run at once; what one of them makes the others see at their next start. An unfinished
 * record at a file's end is left out.
 */
export function cachedEmbedders(embedders: EmbedderSet, directory: string): EmbedderSet {
  const caches = new Map<string, CachedEmbedder>();
  const cached = (embedder: Embedder): Embedder => {
    const { fingerprint } = embedder.info;
    const known = caches.get(fingerprint) ?? cacheOf(embedder, path.join(directory, fingerprint));
    caches.set(fingerprint, known);
    return known;
  };
  return {
    configured: cached(embedders.configured),
    async find(fingerprint) {
      const embedder = await embedders.find(fingerprint);
      return embedder === null ? null : cached(embedder);
    },
    async [Symbol.asyncDispose]() {
      for (const cache of caches.values()) await cache.close();
      await embedders[Symbol.asyncDispose]();
    },
  };
}

interface CachedEmbedder extends Embedder {
  close(): Promise<void>;
}

function cacheOf(embedder: Embedder, directory: string): CachedEmbedder {
  const { dimensions } = embedder.info;
  let vectors: Promise<Map<string, Float32Array>> | undefined;
  let file: FileHandle | undefined;
  return {
    info: embedder.info,
    async embed(texts, kind, options) {
      const known = await (vectors ??= readVectors(directory, dimensions));
      const keys = texts.map((text) => keyOf(kind, text));
      const missing = [...new Set(keys)].filter((key) => !known.has(key));
      if (missing.length > 0) {
        const wanted = missing.map((key) => texts[keys.indexOf(key)] as string);
        const made = await embedder.embed(wanted, kind, options);
        file ??= await open(path.join(directory, `${newId()}.vectors`), 'ax');
        await file.appendFile(Buffer.concat(missing.map((key, at) => record(key, made[at]))));
        missing.forEach((key, at) => known.set(key, made[at] as Float32Array));
      }
      return keys.map((key) => known.get(key) as Float32Array);
    },
    async close() {
      await file?.close();
    },
    async [Symbol.asyncDispose]() {},
  };
}

function keyOf(kind: EmbeddingKind, text: string): string {
  return createHash('sha256').update(`${kind}\n${text}`).digest('hex');
}

function record(key: string, vector: Float32Array | undefined): Buffer {
  const { buffer, byteOffset, byteLength } = vector as Float32Array;
  return Buffer.concat([Buffer.from(key, 'hex'), Buffer.from(buffer, byteOffset, byteLength)]);
}

async function readVectors(directory: string, dimensions: number) {
  await mkdir(directory, { recursive: true });
  const vectors = new Map<string, Float32Array>();
  const recordBytes = keyBytes + 4 * dimensions;
  for (const name of (await readdir(directory)).toSorted()) {
    if (!name.endsWith('.vectors')) continue;
    const bytes = await readFile(path.join(directory, name));
    for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
      const key = bytes.toString('hex', at, at + keyBytes);
      const floats = bytes.subarray(at + keyBytes, at + recordBytes);
      vectors.set(key, new Float32Array(Uint8Array.from(floats).buffer));
    }
  }
  return vectors;
}
