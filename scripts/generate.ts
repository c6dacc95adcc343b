import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { settingsSchema } from '#config/settings.ts';
import { openApiDocument } from '#http/openapi.ts';
import { version } from '../src/version.ts';

/** Files of the repository that are made from the code, by path from its root. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['openapi.json', `${JSON.stringify(openApiDocument(version), null, 2)}\n`],
    ['.env.example', environmentExample()],
  ]);
}

function environmentExample(): string {
  const { properties = {} } = z.toJSONSchema(settingsSchema, { io: 'input' });
  const defaults: Readonly<Record<string, unknown>> = settingsSchema.parse({});
  const settings = Object.entries(properties).map(([name, property]) => {
    if (typeof property === 'boolean') throw new Error(`${name} has no schema`);
    const { description = '', enum: choices } = property;
    const shown =
      choices === undefined ? description : `${description} One of: ${choices.join(', ')}.`;
    return `# ${shown}\n#${name}=${quoted(defaults[name] ?? '')}\n`;
  });
  const head =
    '# Generated from src/config/settings.ts by npm run openapi; an unset or empty setting has the value shown.\n';
  return [head, ...settings].join('\n');
}

function quoted(value: unknown): string {
  const text = String(value);
  return /\s/.test(text) ? `"${text}"` : text;
}

/** Where two texts first differ, in words; null when they do not. */
export function describeDifference(path: string, committed: string, made: string): string | null {
  if (committed === made) return null;
  const [old, now] = [committed.split('\n'), made.split('\n')];
  const line = now.findIndex((text, index) => text !== old[index]);
  const at = line === -1 ? now.length : line;
  return [
    `${path}:${at + 1} is not what the code makes`,
    `  committed: ${old[at] ?? '(end of file)'}`,
    `  made now:  ${now[at] ?? '(end of file)'}`,
  ].join('\n');
}

const root = new URL('../', import.meta.url);

async function main(check: boolean): Promise<void> {
  const differences: string[] = [];
  for (const [path, made] of generatedFiles()) {
    const file = new URL(path, root);
    const committed = await readFile(file, 'utf8').catch(() => '');
    const difference = describeDifference(path, committed, made);
    if (difference === null) continue;
    if (check) differences.push(difference);
    else {
      await writeFile(file, made);
      console.log(`wrote ${path}`);
    }
  }
  if (differences.length === 0) return;
  console.error([...differences, '→ Run: npm run openapi, and commit what it wrote.'].join('\n'));
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(process.argv.includes('--check'));
