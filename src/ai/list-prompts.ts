import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { promptsDir } from './prompt-file.ts';

export interface PromptText {
  /** e.g. `draft/v1`. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 (hex) of the text. */
  readonly sha256: string;
}

/** Names of all prompt files, e.g. `draft/v1`, by task and version. */
export async function listPrompts(directory: string = promptsDir): Promise<string[]> {
  const files = await readdir(directory, { recursive: true });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[\w-]+\/v\d+\.md$/.test(file))
    .map((file) => file.slice(0, -'.md'.length))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** A prompt as it stands in its file. @throws NotFoundError */
export async function readPromptText(
  name: string,
  directory: string = promptsDir,
): Promise<PromptText> {
  const found = (await listPrompts(directory)).find((known) => known === name);
  if (found === undefined) {
    throw new NotFoundError(`there is no prompt ${name}`, {
      field: 'prompt',
      remedy: 'doichung prompts list shows their names, such as draft/v1.',
    });
  }
  const text = await readFile(join(directory, `${found}.md`), 'utf8');
  return { name, text, sha256: await sha256Hex(text) };
}
