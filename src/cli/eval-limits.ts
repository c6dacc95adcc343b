import { join } from 'node:path';
import Table from 'cli-table3';
import { checkLimits, parseLimits } from '#evals/limits.ts';
import {
  type CheckedResult,
  type EvaluationResult,
  limitLine,
  type ReportSection,
} from '#evals/report/drafting-page.ts';
import { readTextFile } from './read-text-file.ts';
import { print } from './session.ts';

export const limitsPath = join(import.meta.dirname, '../../evals/limits.json');

export interface LimitOptions {
  readonly limits: string;
  readonly json?: boolean;
}

/** Prints what was measured, as one line of JSON or as tables, and sets the exit code to 1 past a limit. */
export async function printResult(result: EvaluationResult, options: LimitOptions): Promise<void> {
  const { checks, measures, sections } = await checked(result, options.limits);
  const ok = checks.every((check) => check.ok);
  if (options.json === true) print(JSON.stringify({ ...measures, checks, ok }));
  else print([...sections.map(asText), ...checks.map(limitLine)].join('\n'));
  if (!ok) process.exitCode = 1;
}

export async function checked(
  result: EvaluationResult,
  limitsFile: string,
): Promise<CheckedResult> {
  const limits = parseLimits((await readTextFile(limitsFile)).text, limitsFile);
  return { ...result, checks: checkLimits(result.evaluation, result.measures, limits) };
}

function asText({ title, head, rows }: ReportSection): string {
  if (rows.length === 0) return title;
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  return `${title}\n${table.toString()}`;
}
