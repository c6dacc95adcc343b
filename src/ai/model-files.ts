import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '#platform/errors.ts';

export interface ModelFiles {
  /** Absolute or relative as `modelDir` was given. */
  readonly model: string;
  readonly tokenizer: string;
  readonly tokenizerConfig: string;
  readonly centroids: string;
  /** SHA-256 (hex) of the weights. */
  readonly modelSha256: string;
  /** SHA-256 (hex) of the mean vectors. */
  readonly centroidsSha256: string;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const checksumsSchema = z.object({
  'model.onnx': sha256,
  'tokenizer.json': sha256,
  'tokenizer_config.json': sha256,
  'centroids.json': sha256,
});

const REMEDY =
  'Restore the directory from the repository or a release, rebuild it with tools/embedding-model, ' +
  'or set EMBEDDINGS_BASE_URL to use an embedding endpoint instead.';

/**
 * Paths of the bundled model's files, each checked against `checksums.json` beside it.
 * Throws ConfigError naming the file that is missing or damaged.
 */
export async function verifyModelFiles(modelDir: string): Promise<ModelFiles> {
  const checksums = await readChecksums(join(modelDir, 'checksums.json'));
  const names = Object.entries(checksums);
  await Promise.all(names.map(([name, expected]) => verify(join(modelDir, name), expected)));
  return {
    model: join(modelDir, 'model.onnx'),
    tokenizer: join(modelDir, 'tokenizer.json'),
    tokenizerConfig: join(modelDir, 'tokenizer_config.json'),
    centroids: join(modelDir, 'centroids.json'),
    modelSha256: checksums['model.onnx'],
    centroidsSha256: checksums['centroids.json'],
  };
}

async function readChecksums(path: string): Promise<z.infer<typeof checksumsSchema>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    return checksumsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw problem(`${path} is damaged: it does not list a SHA-256 for each model file`, error);
  }
}

async function verify(path: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  try {
    // Large reads: the default of 64 KiB doubles the time for the weights.
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  const actual = hash.digest('hex');
  if (actual !== expected) {
    throw problem(`${path} is damaged: sha256 is ${actual}, expected ${expected}`);
  }
}

function unreadable(path: string, error: unknown): ConfigError {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return problem(`${path} ${missing ? 'is missing' : 'cannot be read'}`, error);
}

function problem(what: string, cause?: unknown): ConfigError {
  const message = `embedding model: ${what}`;
  return new ConfigError(message, { field: 'MODEL_DIR', remedy: REMEDY, cause });
}
