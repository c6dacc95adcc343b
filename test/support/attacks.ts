import { join } from 'node:path';
import { corpusAttacks, ownAttacks } from '../../src/evals/injection/attacks.ts';

const goldDir = join(import.meta.dirname, '../../evals/gold');

/** Texts that give orders to a machine: the project's own, and public ones where EVAL_DATA has them. */
export async function attacks(): Promise<string[]> {
  const data = process.env['EVAL_DATA'];
  const found = [
    ...(await ownAttacks(goldDir)),
    ...(data === undefined ? [] : await corpusAttacks(data)),
  ];
  return [...new Set(found.map(({ text }) => text))];
}
