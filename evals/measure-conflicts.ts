import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isTunedOn, type JudgedPair, measureConflicts } from '#evals/conflicts.ts';

/**
 * Measures the suggestions CONTRADICTED? and CONSISTENT? on judged pairs; prints JSON.
 * Usage: node --import tsx evals/measure-conflicts.ts --pairs FILE.jsonl [--language vi] [--half report]
 * Rows have claim, evidence, label (SUPPORTED, REFUTED, NEI), and may have id, lang, type, claimSpan.
 */
const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    language: { type: 'string' },
    half: { type: 'string', default: 'report' },
  },
});
if (values.pairs === undefined) throw new Error('give --pairs FILE, lines of JSON');
if (!['tune', 'report', 'all'].includes(values.half)) {
  throw new Error('--half is tune, report or all');
}
const rows = (await readFile(values.pairs, 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as JudgedPair & { readonly id?: string; readonly lang?: string });
const pairs = rows
  .filter(({ lang }) => values.language === undefined || lang === values.language)
  .map((row) => ({ ...row, id: row.id ?? row.evidence }))
  .filter(({ id }) => values.half === 'all' || isTunedOn(id) === (values.half === 'tune'));
process.stdout.write(`${JSON.stringify(measureConflicts(pairs))}\n`);
