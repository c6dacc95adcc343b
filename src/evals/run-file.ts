import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EvalRun, parseRun } from '#evaluations/index.ts';
import { ValidationError } from '#platform/errors.ts';

/** Writes the run into a folder and returns the file's path; the name tells data, split and time. */
export async function writeRun(directory: string, run: EvalRun): Promise<string> {
  await mkdir(directory, { recursive: true });
  const { name, split, language } = run.data;
  const at = run.createdAt.replaceAll(/[:.]/gu, '-');
  const parts = [name, split, ...(language === null ? [] : [language]), at];
  const path = join(directory, `${parts.join('_').replaceAll(/[^\p{L}\p{N}_-]/gu, '-')}.json`);
  await writeFile(path, JSON.stringify(run));
  return path;
}

/** @throws ValidationError naming the file, for one that is missing, no JSON, or of another version. */
export async function readRun(path: string): Promise<EvalRun> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ValidationError(`${path} cannot be read`, {
      field: 'run',
      remedy: 'Give a file that doichung eval run has written.',
      cause,
    });
  }
  return parseRun(text, path);
}
