import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigError } from '#platform/errors.ts';
import type { LanguageCentroids } from './ports.ts';

const bytesPerFloat = 4;

const fileSchema = z.object({
  common: z.base64(),
  languages: z.record(z.string().regex(/^[a-z]{2}$/), z.base64()),
});

/**
 * Reads `centroids.json` of a model: base64 of little-endian float32 numbers, one mean for each
 * language and `common` for every other. `scripts/measure-centroids.ts` writes it.
 * @throws ConfigError when a mean does not have `dimensions` numbers.
 */
export async function readCentroids(path: string, dimensions: number): Promise<LanguageCentroids> {
  const parsed = fileSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) throw wrong(path, 'it does not hold a mean for each language', parsed.error);
  const decode = (text: string): Float32Array => {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length !== dimensions * bytesPerFloat) {
      throw wrong(path, `a mean does not have ${dimensions} numbers`);
    }
    return Float32Array.from({ length: dimensions }, (_, index) =>
      bytes.readFloatLE(index * bytesPerFloat),
    );
  };
  const { common, languages } = parsed.data;
  return {
    common: decode(common),
    languages: new Map(Object.entries(languages).map(([code, mean]) => [code, decode(mean)])),
  };
}

/** The contents of a file that `readCentroids` reads. */
export function writeCentroids(centroids: LanguageCentroids): string {
  const encode = (mean: Float32Array): string => {
    const bytes = Buffer.alloc(mean.length * bytesPerFloat);
    mean.forEach((value, index) => bytes.writeFloatLE(value, index * bytesPerFloat));
    return bytes.toString('base64');
  };
  const languages = [...centroids.languages].map(([code, mean]) => [code, encode(mean)]);
  const file = { common: encode(centroids.common), languages: Object.fromEntries(languages) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function wrong(path: string, what: string, cause?: unknown): ConfigError {
  return new ConfigError(`embedding model: ${path} is damaged: ${what}`, {
    field: 'MODEL_DIR',
    remedy: 'Restore the directory from the repository or a release.',
    cause,
  });
}
