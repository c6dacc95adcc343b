import type { Prompt } from './prompt-file.ts';
import type { PromptValues } from './prompt-variables.ts';

/** Characters that show nothing can carry words that people who read the text do not see. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * The two messages of a request. Only words out of an enumeration of the prompt's own get into the
 * instructions. Everything else is JSON between two lines with a random mark: JSON keeps each text in a
 * string of its own, and a text that claims to end the data cannot know the mark.
 */
export function renderPrompt(
  prompt: Prompt,
  values: PromptValues,
): { readonly system: string; readonly user: string } {
  const data: Record<string, unknown> = {};
  let { system } = prompt;
  for (const [name, type] of Object.entries(prompt.variables)) {
    const value = values[name];
    if (typeof type === 'string') {
      if (type === 'list' ? !Array.isArray(value) : typeof value !== 'string') {
        throw new TypeError(`prompt ${promptName(prompt)}: ${name} must be a ${type}`);
      }
      data[name] = visible(value);
    } else {
      if (typeof value !== 'string' || !type.includes(value)) {
        throw new TypeError(`prompt ${promptName(prompt)}: ${name} must be one of its words`);
      }
      system = system.replaceAll(`{{${name}}}`, value);
    }
  }
  const unknown = Object.keys(values).find((name) => prompt.variables[name] === undefined);
  if (unknown !== undefined) {
    throw new TypeError(`prompt ${promptName(prompt)}: it has no variable ${unknown}`);
  }
  const mark = randomMark();
  return { system, user: `DATA ${mark}\n${JSON.stringify(data)}\nEND ${mark}` };
}

/** e.g. `draft/v1`. */
export function promptName({ task, version }: Pick<Prompt, 'task' | 'version'>): string {
  return `${task}/v${version}`;
}

/** 40 random bits in hex: short enough for a model to copy without a slip. */
export function randomMark(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same value with every text in it free of what people do not see. */
function visible(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(invisible, '');
  if (Array.isArray(value)) return value.map((each) => visible(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visible(each)]));
}
