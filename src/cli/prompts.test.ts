import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listPrompts, readPromptText } from '#ai/list-prompts.ts';
import { promptsDir } from '#ai/prompt-file.ts';
import { describeDifference } from './prompts.ts';
import { testPrompts } from './prompts-test.ts';

async function copyOfPrompts(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'doichung-prompts-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await cp(promptsDir, directory, { recursive: true });
  return directory;
}

test('every prompt of the repository passes its test', async () => {
  const results = await testPrompts({ live: false });
  expect(results.map(({ prompt, ok }) => [prompt, ok])).toEqual([
    ['claims/v1', true],
    ['draft/v1', true],
    ['rerank/v1', true],
  ]);
});

test('a changed variable, a missing file and a prompt nobody asks for fail by their names', async () => {
  const directory = await copyOfPrompts();
  const draft = join(directory, 'draft/v1.md');
  await writeFile(draft, (await readFile(draft, 'utf8')).replaceAll('audience', 'readers'));
  await rm(join(directory, 'claims'), { recursive: true });
  await cp(join(directory, 'rerank'), join(directory, 'publish'), { recursive: true });
  const results = await testPrompts({ live: false, directory });
  expect(results.filter(({ ok }) => !ok)).toEqual([
    { prompt: 'draft/v1', ok: false, detail: expect.stringContaining('variable readers') },
    {
      prompt: 'publish/v1',
      ok: false,
      detail: expect.stringContaining('nothing asks for publish'),
    },
    { prompt: 'claims/v1', ok: false, detail: expect.stringContaining('cannot be read') },
  ]);
});

test('a difference shows both hashes and the words that changed', async () => {
  const directory = await copyOfPrompts();
  const text = await readFile(join(directory, 'draft/v1.md'), 'utf8');
  await writeFile(
    join(directory, 'draft/v10.md'),
    `${text.replace('Do not repeat the claim.', 'Do not restate the claim.')}One line more.\n`,
  );
  expect(await listPrompts(directory)).toContain('draft/v10');
  const [from, to] = await Promise.all(
    ['draft/v1', 'draft/v10'].map((name) => readPromptText(name, directory)),
  );
  if (from === undefined || to === undefined) throw new Error('no prompts');
  const lines = describeDifference(from, to);
  expect(lines.slice(0, 2)).toEqual([`- draft/v1\t${from.sha256}`, `+ draft/v10\t${to.sha256}`]);
  expect(lines.slice(2)).toEqual([
    expect.stringMatching(/^- Do not \[-repeat-\] the claim\./),
    expect.stringMatching(/^\+ Do not \{\+restate\+\} the claim\./),
    '+ One line more.',
  ]);
  expect(describeDifference(from, from)).toContain('  no difference');
});

test('an unknown prompt is refused, whatever its name', async () => {
  await expect(readPromptText('../package')).rejects.toThrow('there is no prompt');
});
