import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import {
  type PromptParameters,
  parametersSchema,
  type PromptTask,
  type PromptVariables,
  variableFault,
  variablesSchema,
} from './prompt-variables.ts';

export const promptsDir = join(import.meta.dirname, '../../prompts');
const layout = /^---\n([^]*?)\n---\n([^]*)$/;
const frontMatter = z.strictObject({
  task: z.string(),
  version: z.int().positive(),
  schema: z.string(),
  languages: z.array(z.string()).min(1),
  variables: variablesSchema.default({}),
  parameters: parametersSchema.nullable().default(null),
});

/** The setting that makes a task's prompt unnecessary. */
const without: Readonly<Record<string, string>> = {
  rerank: 'RERANK=off',
  draft: 'DRAFTER=extractive',
  claims: 'CLAIM_PROPOSALS=off',
};

/** What a language model is told, as it stands in `prompts/<task>/v<version>.md`. */
export interface Prompt {
  readonly task: string;
  readonly version: number;
  /** Name of the schema its answer must fit. */
  readonly schema: string;
  /** ISO 639 codes of the texts it was written for. */
  readonly languages: readonly string[];
  readonly variables: PromptVariables;
  /** Null: whoever sends it decides. */
  readonly parameters: PromptParameters | null;
  readonly system: string;
  /** SHA-256 (hex) of the whole file: a changed word is another prompt. */
  readonly sha256: string;
}

type Wanted = Pick<PromptTask<unknown>, 'task' | 'version' | 'schemaName' | 'variables'>;

/** @throws ConfigError when there is no such file, or it is not the prompt that is asked for. */
export async function readPrompt(wanted: Wanted, directory: string = promptsDir): Promise<Prompt> {
  const name = `${wanted.task}/v${wanted.version}.md`;
  const text = await readFile(join(directory, name), 'utf8').catch((cause: unknown) => {
    throw wrong(name, 'it cannot be read', cause);
  });
  const [, yaml = '', body = ''] = layout.exec(text) ?? [];
  const parsed = frontMatter.safeParse(parseYaml(yaml));
  if (!parsed.success) throw wrong(name, 'its front matter is not valid', parsed.error);
  const { task, version, schema, variables } = parsed.data;
  if (task !== wanted.task || version !== wanted.version || schema !== wanted.schemaName) {
    throw wrong(name, `it says it is ${task} v${version} for ${schema}`);
  }
  const system = body.trim();
  if (system === '') throw wrong(name, 'it says nothing');
  const fault = variableFault(system, variables, wanted.variables);
  if (fault !== null) throw wrong(name, fault);
  return { ...parsed.data, system, sha256: await sha256Hex(text) };
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}

function wrong(name: string, what: string, cause?: unknown): ConfigError {
  const off = without[name.split('/')[0] ?? ''];
  return new ConfigError(`prompts/${name}: ${what}`, {
    remedy: `Restore the file as it was delivered${off === undefined ? '' : `, or set ${off}`}.`,
    cause,
  });
}
