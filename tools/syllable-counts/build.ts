import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { compileCounts } from './compile.ts';
import { readTexts, readWordfreq } from './sources.ts';

const { values } = parseArgs({
  options: {
    wordfreq: { type: 'string' },
    'data-root': { type: 'string' },
    out: { type: 'string' },
    /** Leaves a source out, to measure on it. */
    without: { type: 'string', multiple: true, default: [] },
  },
});

function given(name: 'wordfreq' | 'data-root' | 'out'): string {
  const value = values[name];
  if (value === undefined) throw new Error(`--${name} is needed`);
  return value;
}

const sources = [
  ['mlqa_dev_vi', 'corpus.jsonl'],
  ['mlqa_dev_vi', 'queries.jsonl'],
  ['xquad_vi_en_zh', 'corpus.jsonl'],
] as const;

const wordfreq = given('wordfreq');
const used = sources
  .filter(([folder]) => !values.without.includes(folder))
  .map((path) => join(given('data-root'), ...path));
const text = compileCounts(readWordfreq(wordfreq), used.flatMap(readTexts));
// The header of gzip names no time, so that the same input gives the same bytes.
writeFileSync(given('out'), gzipSync(text, { level: 9 }));
for (const path of [wordfreq, ...used, given('out')]) {
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  console.log(`${sha256}  ${path}`);
}
