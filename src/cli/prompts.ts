import type { Command } from 'commander';
import { diffLines, diffWordsWithSpace } from 'diff';
import { listPrompts, type PromptText, readPromptText } from '#ai/list-prompts.ts';
import { print } from './session.ts';
import { modelTasks, testPrompts } from './prompts-test.ts';

export function registerPrompts(program: Command): void {
  const prompts = program
    .command('prompts')
    .description('what language models are told: versioned files in prompts/');
  prompts
    .command('list')
    .description('list prompts with their hashes; * marks the version in use')
    .action(async () => {
      const inUse = new Set(modelTasks.map(({ task, version }) => `${task}/v${version}`));
      for (const name of await listPrompts()) {
        const { sha256 } = await readPromptText(name);
        print(`${inUse.has(name) ? '*' : ' '} ${name}\t${sha256}`);
      }
    });
  prompts
    .command('show')
    .description('print one prompt as it stands')
    .argument('<prompt>', 'such as draft/v1')
    .action(async (name: string) => {
      print((await readPromptText(name)).text.trimEnd());
    });
  prompts
    .command('diff')
    .description('what differs between two prompts, line by line and, within lines, word by word')
    .argument('<from>', 'such as draft/v1')
    .argument('<to>', 'such as draft/v2')
    .action(async (from: string, to: string) => {
      for (const line of describeDifference(await readPromptText(from), await readPromptText(to))) {
        print(line);
      }
    });
  prompts
    .command('test')
    .description('check every prompt: front matter, variables, schema; ends with 1 when one fails')
    .option('--live', 'also ask the chat endpoint and hold its answers against the schemas')
    .option('--json', 'print the results as one line of JSON')
    .action(async (options: { live?: boolean; json?: boolean }) => {
      const results = await testPrompts({ live: options.live === true });
      for (const { prompt, ok, detail } of options.json === true ? [] : results) {
        print(`${ok ? '✓' : '✗'} ${prompt}\t${detail}`);
      }
      if (options.json === true) print(JSON.stringify({ results }));
      if (results.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

/** Lines for a terminal: both hashes, then what differs, words as `[-gone-]` and `{+come+}`. */
export function describeDifference(from: PromptText, to: PromptText): string[] {
  const lines = [`- ${from.name}\t${from.sha256}`, `+ ${to.name}\t${to.sha256}`];
  const parts = diffLines(from.text, to.text);
  parts.forEach((part, index) => {
    if (!part.added && !part.removed) return;
    const next = parts[index + 1];
    const before = parts[index - 1];
    if (part.removed && next?.added === true) lines.push(...changedWords(part.value, next.value));
    else if (!(part.added && before?.removed === true)) {
      lines.push(...marked(part.added ? '+' : '-', part.value));
    }
  });
  if (parts.every((part) => !part.added && !part.removed)) lines.push('  no difference');
  return lines;
}

function changedWords(from: string, to: string): string[] {
  const words = diffWordsWithSpace(from, to);
  const gone = words.map(({ value, added, removed }) =>
    removed ? `[-${value}-]` : added ? '' : value,
  );
  const come = words.map(({ value, added, removed }) =>
    added ? `{+${value}+}` : removed ? '' : value,
  );
  return [...marked('-', gone.join('')), ...marked('+', come.join(''))];
}

function marked(sign: string, text: string): string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${sign} ${line}`);
}
