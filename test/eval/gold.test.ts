import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseMarkdown } from '#corpus/import/markdown.ts';
import { parseUdhr } from '#corpus/import/udhr.ts';

const root = join(import.meta.dirname, '../..');
const kinds =
  'opinion criticism question satire prayer prediction demand experience other factual'.split(' ');
const item = z.object({
  id: z.string(),
  lang: z.enum(['vi', 'en', 'zh']),
  text: z.string().min(1),
});
const post = item.extend({
  kind: z.enum(kinds),
  checkable: z.boolean(),
  claim: z.string().optional(),
  style: z.string(),
  reason: z.string().min(1),
});
const pair = item.extend({
  slice: z.string(),
  label: z.enum(['contradicts', 'agrees', 'related']).nullable(),
  relevant: z.array(z.object({ document: z.string(), quote: z.string().min(1) })),
});
const sets = ['opinions.test', 'checkable.test', 'opinions.train', 'checkable.train'];
const posts = await Promise.all(sets.map((name) => read(name, post)));
const pairs = await read('pairs', pair);
/** What classifiers are fitted on besides. */
const examples = (
  await Promise.all(
    ['examples', 'opinions', 'claims'].map((name) => read(`../checkability-${name}`, item)),
  )
).flat();

test.each([
  [0, false, 320, 110],
  [1, true, 160, 60],
  [2, false, 200, 80],
  [3, true, 100, 40],
])('post set %i is large enough and of one sort', (set, checkable, vi, en) => {
  const rows = posts[set] ?? [];
  expect(rows.filter((row) => row.lang === 'vi').length).toBeGreaterThanOrEqual(vi);
  expect(rows.filter((row) => row.lang === 'en').length).toBeGreaterThanOrEqual(en);
  const wrong = rows.filter(
    ({ text, claim = '', ...row }) =>
      row.checkable !== checkable || checkable !== (claim !== '' && text.includes(claim)),
  );
  expect(wrong).toEqual([]);
});

test('ids and texts are unique, texts in NFC', () => {
  const rows = [...posts.flat(), ...pairs];
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  expect(new Set(rows.map((row) => row.text)).size).toBe(rows.length);
  expect(rows.filter((row) => row.text !== row.text.normalize('NFC'))).toEqual([]);
});

test('every quote stands exactly once in its demonstration document', async () => {
  const texts = await corpusTexts();
  const quotes = pairs.flatMap((row) => row.relevant);
  expect(quotes.filter((item) => texts[item.document]?.split(item.quote).length !== 2)).toEqual([]);
  for (const row of pairs) {
    expect([row.slice === 'unanswerable', row.label === null]).toEqual(
      row.relevant.length === 0 ? [true, true] : [false, false],
    );
  }
});

test('no training post resembles a test text', () => {
  const measured = [...(posts[0] ?? []), ...(posts[1] ?? []), ...pairs];
  const owners = new Map<string, number[]>();
  const sizes = measured.map(({ text }, at) => {
    const grams = shingles(text);
    for (const gram of grams) owners.set(gram, [...(owners.get(gram) ?? []), at]);
    return grams.size;
  });
  const twins = [...(posts[2] ?? []), ...(posts[3] ?? []), ...examples].flatMap(({ id, text }) => {
    const grams = shingles(text);
    const shared = new Map<number, number>();
    for (const gram of grams) {
      for (const at of owners.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    // Jaccard: what both have over what either has.
    const near = [...shared].filter(
      ([at, both]) => both / (grams.size + (sizes[at] ?? 0) - both) >= 0.5,
    );
    return near.map(([at]) => [id, measured[at]?.id]);
  });
  expect(twins).toEqual([]);
});

async function read<Row>(name: string, schema: z.ZodType<Row>): Promise<Row[]> {
  const text = await readFile(join(root, `evals/gold/${name}.jsonl`), 'utf8');
  return Array.from(text.trimEnd().split('\n'), (line) => schema.parse(JSON.parse(line)));
}

async function corpusTexts(): Promise<Record<string, string>> {
  const udhr = dirname(createRequire(import.meta.url).resolve('udhr'));
  const html = (name: string) => readFile(join(udhr, `declaration/${name}.html`), 'utf8');
  const documents = [parseUdhr(await html('vie'), 'vi'), parseUdhr(await html('eng'), 'en')];
  for (const fileName of ['doi-ngoai-2023.md', 'external-information-2023.md']) {
    const text = await readFile(join(root, 'demo/corpus', fileName), 'utf8');
    documents.push(parseMarkdown(text, { fileName }));
  }
  return Object.fromEntries(documents.map(({ key, text }) => [key, text]));
}

/** Runs of five characters, without case and diacritics. */
function shingles(text: string): Set<string> {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  return new Set(
    Array.from({ length: Math.max(0, folded.length - 4) }, (_, at) => folded.slice(at, at + 5)),
  );
}
