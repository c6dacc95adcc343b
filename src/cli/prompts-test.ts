import { z } from 'zod';
import { listPrompts } from '#ai/list-prompts.ts';
import { createOpenAIChat } from '#ai/openai-chat.ts';
import type { ChatModel, ChatUsage } from '#ai/ports.ts';
import { type Prompt, readPrompt } from '#ai/prompt-file.ts';
import type { PromptTask } from '#ai/prompt-variables.ts';
import { renderPrompt } from '#ai/render-prompt.ts';
import { readConfig } from '#config/env.ts';
import { claimsTask, draftTask } from '#drafting/index.ts';
import { ConfigError, describeError } from '#platform/errors.ts';
import { rerankTask } from '#retrieval/index.ts';

/** Everything a language model is ever asked for. */
export const modelTasks: ReadonlyArray<PromptTask<unknown>> = [claimsTask, draftTask, rerankTask];

/** Of an answer to a prompt that leaves it to its sender. */
const defaultMaxTokens = 600;

export interface PromptTestResult {
  /** e.g. `draft/v1`. */
  readonly prompt: string;
  readonly ok: boolean;
  readonly detail: string;
}

/**
 * Reads and renders every prompt file with its task's sample and, `live`, asks the configured chat
 * endpoint. A failure is a result, never thrown. @throws ConfigError when `live` has no endpoint.
 */
export async function testPrompts(options: {
  readonly live: boolean;
  readonly directory?: string;
}): Promise<PromptTestResult[]> {
  await using chat = options.live ? openChat() : null;
  const results: PromptTestResult[] = [];
  const names = await listPrompts(options.directory);
  const missing = modelTasks
    .map(({ task, version }) => `${task}/v${version}`)
    .filter((name) => !names.includes(name));
  for (const prompt of [...names, ...missing]) {
    try {
      const detail = await testPrompt(prompt, chat, options.directory);
      results.push({ prompt, ok: true, detail });
    } catch (error) {
      results.push({ prompt, ok: false, detail: describeError(error) });
    }
  }
  return results;
}

function openChat(): ChatModel {
  // Whatever is switched on: this asks for the endpoint itself.
  const { chat } = readConfig({ RERANK: 'llm' });
  if (chat === null) throw new ConfigError('there is no chat endpoint', { field: 'CHAT_BASE_URL' });
  return createOpenAIChat(chat);
}

async function testPrompt(
  name: string,
  chat: ChatModel | null,
  directory?: string,
): Promise<string> {
  const [task = '', version = ''] = name.split('/v');
  const known = modelTasks.find((each) => each.task === task);
  if (known === undefined) throw new ConfigError(`prompts/${name}.md: nothing asks for ${task}`);
  const prompt = await readPrompt({ ...known, version: Number(version) }, directory);
  const messages = render(prompt, known);
  z.toJSONSchema(known.schema);
  return chat === null ? `schema ${prompt.schema}` : ask(chat, prompt, known, messages);
}

function render(prompt: Prompt, { sample }: PromptTask<unknown>) {
  return typeof sample === 'string'
    ? { system: prompt.system, user: sample }
    : renderPrompt(prompt, sample);
}

async function ask(
  chat: ChatModel,
  { parameters }: Prompt,
  { schema, schemaName }: PromptTask<unknown>,
  messages: ReturnType<typeof render>,
): Promise<string> {
  const startedAt = performance.now();
  const taken: ChatUsage[] = [];
  await chat.complete({
    ...messages,
    schema,
    schemaName,
    maxTokens: parameters?.max_tokens ?? defaultMaxTokens,
    temperature: parameters?.temperature,
    onUsage: (usage) => taken.push(usage),
  });
  const tokens = taken.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0);
  return `answer fits ${schemaName}, ${tokens} tokens, ${Math.round(performance.now() - startedAt)} ms`;
}
