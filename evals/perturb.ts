import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { makePairs } from '#evals/perturb/make-pairs.ts';

/**
 * Writes perturbed and unchanged sentences of real passages as lines of JSON, for measuring only.
 * Usage: node --import tsx evals/perturb.ts --corpus FILE.jsonl [--corpus …] --output FILE.jsonl
 *   [--language vi] [--per-type 150] [--seed 2023]
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true },
    output: { type: 'string' },
    language: { type: 'string', default: 'vi' },
    'per-type': { type: 'string', default: '150' },
    seed: { type: 'string', default: '2023' },
  },
});
if (values.corpus === undefined || values.output === undefined) {
  throw new Error('give --corpus FILE (lines of JSON with id, text and lang) and --output FILE');
}
const passages = [];
for (const file of values.corpus) {
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as { id?: string; _id?: string; text: string; lang?: string };
    if ((row.lang ?? values.language) !== values.language) continue;
    passages.push({
      id: row.id ?? row._id ?? String(passages.length),
      text: row.text.normalize('NFC'),
    });
  }
}
const pairs = makePairs(passages, {
  seed: Number(values.seed),
  perType: Number(values['per-type']),
});
await writeFile(values.output, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
const counts = Object.groupBy(pairs, (pair) => pair.type);
const types = Object.entries(counts).map(([type, all = []]) => `${type} ${all.length}`);
process.stdout.write(`${pairs.length} pairs of ${passages.length} passages: ${types.join(', ')}\n`);
