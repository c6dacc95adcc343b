import { z } from 'zod';
import { OpenAIEndpoint, type OpenAIEndpointOptions } from './openai-endpoint.ts';
import type { ChatModel, ChatRequest } from './ports.ts';

export interface OpenAIChatOptions extends Omit<
  OpenAIEndpointOptions,
  'label' | 'settings' | 'slowRemedy'
> {
  readonly model: string;
}

const answerSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** A chat model behind an OpenAI-compatible endpoint that takes a JSON schema for its answer. */
export function createOpenAIChat({ model, ...options }: OpenAIChatOptions): ChatModel {
  const endpoint = new OpenAIEndpoint({
    ...options,
    label: 'chat endpoint',
    settings: 'CHAT',
    slowRemedy: 'Raise CHAT_TIMEOUT_MS or use a faster model.',
  });
  return {
    info: { name: model },
    async complete(request) {
      const answer = await endpoint.request(
        (client, signal) => client.chat.completions.create(bodyOf(model, request), { signal }),
        request.signal,
      );
      return readAnswer(endpoint, answer, request.schema);
    },
    [Symbol.asyncDispose]: () => endpoint[Symbol.asyncDispose](),
  };
}

function bodyOf<T>(model: string, request: ChatRequest<T>) {
  // Endpoints refuse keywords they do not know.
  const { $schema: _, ...schema } = z.toJSONSchema(request.schema);
  return {
    model,
    messages: [
      { role: 'system' as const, content: request.system },
      { role: 'user' as const, content: request.user },
    ],
    temperature: 0,
    // The name every compatible endpoint knows; the newer one is OpenAI's own.
    max_tokens: request.maxTokens,
    response_format: {
      type: 'json_schema' as const,
      json_schema: { name: request.schemaName, strict: true, schema },
    },
  };
}

function readAnswer<T>(endpoint: OpenAIEndpoint, answer: unknown, schema: z.ZodType<T>): T {
  const envelope = answerSchema.safeParse(answer);
  if (!envelope.success) {
    throw endpoint.problem('the answer is not a chat completion', { cause: envelope.error });
  }
  const { finish_reason: reason, message } = envelope.data.choices[0] ?? {};
  if (message?.refusal) throw endpoint.problem('the model refused', { remedy: otherModel });
  if (reason === 'length') {
    throw endpoint.problem('the answer was cut short', { remedy: otherModel });
  }
  const parsed = schema.safeParse(parseJson(message?.content ?? ''));
  if (!parsed.success) {
    // The cause would hold what the model wrote.
    throw endpoint.problem('the answer does not fit the schema', { remedy: otherModel });
  }
  return parsed.data;
}

const otherModel = 'Use a model in CHAT_MODEL that answers in JSON by a schema.';

/** Undefined when it is no JSON; no schema takes that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
