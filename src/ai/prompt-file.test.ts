import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { readPrompt } from './prompt-file.ts';

const wanted = { task: 'greet', version: 1, schemaName: 'greeting', variables: {} };
const head = 'task: greet\nversion: 1\nschema: greeting\nlanguages: [vi]';

async function directoryWith(text: string | null): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'doichung-prompt-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await mkdir(join(directory, 'greet'));
  if (text !== null) await writeFile(join(directory, 'greet/v1.md'), text);
  return directory;
}

test('reads what the model is told, and the hash of the whole file', async () => {
  const text = `---\n${head}\n---\n\nSay hello.\n`;
  expect(await readPrompt(wanted, await directoryWith(text))).toEqual({
    task: 'greet',
    version: 1,
    schema: 'greeting',
    languages: ['vi'],
    variables: {},
    parameters: null,
    system: 'Say hello.',
    sha256: await sha256Hex(text),
  });
});

test.each([
  ['no file', null],
  ['no front matter', 'Say hello.'],
  ['broken front matter', '---\ntask: [\n---\nSay hello.'],
  ['an unknown field', `---\n${head}\nauthority: high\n---\nSay hello.`],
  ['another version', `---\n${head.replace('1', '2')}\n---\nSay hello.`],
  ['another schema', `---\n${head.replace('greeting', 'other')}\n---\nSay hello.`],
  ['nothing to say', `---\n${head}\n---\n \n`],
])('%s is refused by its name', async (_what, text) => {
  const error: unknown = await readPrompt(wanted, await directoryWith(text)).catch(
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(ConfigError);
  expect(error).toMatchObject({ message: expect.stringContaining('prompts/greet/v1.md') });
});
