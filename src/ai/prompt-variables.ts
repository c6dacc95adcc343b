import { z } from 'zod';

/**
 * What a prompt is filled with. An enumeration holds words of ours and may stand in the instructions;
 * `text` and `list` come from outside and reach the model inside a data block alone.
 */
export type PromptVariable = 'text' | 'list' | readonly string[];
export type PromptVariables = Readonly<Record<string, PromptVariable>>;

/** A text, entries of a list, or one of an enumeration's words. */
export type PromptValue = string | readonly Readonly<Record<string, string>>[];
export type PromptValues = Readonly<Record<string, PromptValue>>;

export interface PromptParameters {
  /** 0 to 2. */
  readonly temperature: number;
  /** Of the answer. */
  readonly max_tokens: number;
}

/** What code needs to use a prompt: the prompt file must say the same of itself. */
export interface PromptTask<T> {
  readonly task: string;
  readonly version: number;
  /** 1 to 64 letters, digits, underscores and hyphens. */
  readonly schemaName: string;
  readonly schema: z.ZodType<T>;
  readonly variables: PromptVariables;
  /** Harmless values to try the prompt with; a text where the task writes its user message itself. */
  readonly sample: PromptValues | string;
}

const word = z.string().regex(/^[a-z][a-z0-9_]*$/);
export const variablesSchema = z.record(
  word,
  z.union([z.enum(['text', 'list']), z.array(z.string().regex(/^[\w-]+$/)).min(1)]),
);
export const parametersSchema = z.strictObject({
  temperature: z.number().min(0).max(2),
  max_tokens: z.int().positive(),
});

const placeholder = /\{\{([^{}]*)\}\}/g;

/** What is wrong with the variables of a prompt, as the end of a sentence about it; null: nothing. */
export function variableFault(
  system: string,
  declared: PromptVariables,
  wanted: PromptVariables,
): string | null {
  const used = new Set(Array.from(system.matchAll(placeholder), ([, name = '']) => name));
  for (const [name, type] of Object.entries(declared)) {
    const expected = wanted[name];
    if (expected === undefined) return `nothing fills its variable ${name}`;
    if (String(expected) !== String(type)) {
      return `its variable ${name} is ${describe(type)}, not ${describe(expected)}`;
    }
    const isData = typeof type === 'string';
    if (isData && used.has(name)) return `its text holds {{${name}}}, which comes from outside`;
    // Data is not put into the text; the text must tell the model what it is.
    const isUsed = isData ? system.includes(`\`${name}\``) : used.has(name);
    if (!isUsed) return `its text does not use the variable ${name}`;
  }
  const missing = Object.keys(wanted).find((name) => declared[name] === undefined);
  if (missing !== undefined) return `it does not declare the variable ${missing}`;
  const unknown = Array.from(used).find((name) => declared[name] === undefined);
  return unknown === undefined ? null : `its text holds the unknown variable {{${unknown}}}`;
}

function describe(type: PromptVariable): string {
  return typeof type === 'string' ? type : `one of ${type.join(', ')}`;
}
