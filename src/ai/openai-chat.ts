import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { z } from 'zod';
import { type ChatAnswer, ChatAnswerReader, parseJson } from './chat-answer.ts';
import { EndpointError, type EndpointFailure } from './endpoint-error.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { OpenAIEndpoint, type OpenAIEndpointOptions } from './openai-endpoint.ts';
import type { ChatModel, ChatRequest } from './ports.ts';

export interface OpenAIChatOptions extends Omit<
  OpenAIEndpointOptions,
  'label' | 'settings' | 'slowRemedy' | 'isTooLarge'
> {
  readonly model: string;
  /** After so many outages in a row nothing is asked for `openMs`. */
  readonly breaker?: { readonly failures: number; readonly openMs: number };
}

/** UTF-16 code units of an answer: far more than the 1,200 tokens any prompt of ours asks for. */
const longestAnswer = 100_000;
/** Of the answer on the wire: a stream wraps each token in some 300 bytes. */
const longestBody = 10_000_000;
const defaultBreaker = { failures: 5, openMs: 30_000 };
/** What says that the endpoint is away, and not that a model answered badly. */
const outages = new Set<EndpointFailure>([
  'timeout',
  'no_connection',
  'rate_limited',
  'key_refused',
  'bad_status',
]);
const otherModel = 'Use a model in CHAT_MODEL that answers in JSON by a schema.';

/** A chat model behind an OpenAI-compatible endpoint that takes a JSON schema for its answer. */
export function createOpenAIChat({
  model,
  breaker = defaultBreaker,
  ...options
}: OpenAIChatOptions): ChatModel {
  const endpoint = new OpenAIEndpoint({
    ...options,
    label: 'chat endpoint',
    settings: 'CHAT',
    slowRemedy: 'Raise CHAT_TIMEOUT_MS or use a faster model.',
    isTooLarge: answerMeter,
  });
  const isOutage = handleWhen(
    (error) => error instanceof EndpointError && outages.has(error.reason),
  );
  const circuit = circuitBreaker(isOutage, {
    halfOpenAfter: breaker.openMs,
    breaker: new ConsecutiveBreaker(breaker.failures),
  });
  return {
    info: { name: model },
    async complete(request) {
      const ask = () =>
        endpoint.request(
          (client, signal) =>
            client.chat.completions.create(bodyOf(model, request), { signal }).asResponse(),
          request.signal,
        );
      const response = await circuit.execute(ask).catch((error: unknown) => {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw endpoint.problem('circuit_open', 'it failed too often in a row to be asked now', {
          remedy: 'Check the endpoint; it is asked again after a while.',
        });
      });
      return judge(endpoint, await readAnswer(endpoint, response as Response), request);
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
    temperature: request.temperature ?? 0,
    // The name every compatible endpoint knows; the newer one is OpenAI's own.
    max_tokens: request.maxTokens,
    response_format: {
      type: 'json_schema' as const,
      json_schema: { name: request.schemaName, strict: true, schema },
    },
    // Streamed, an answer that grows without end is left at once.
    stream: true as const,
    stream_options: { include_usage: true },
  };
}

/** Whether an answer has grown too large, told its pieces. */
function answerMeter(): (piece: string) => boolean {
  const reader = new ChatAnswerReader();
  let received = 0;
  return (piece) => {
    received += piece.length;
    reader.push(piece);
    return reader.length > longestAnswer || received > longestBody;
  };
}

async function readAnswer(endpoint: OpenAIEndpoint, response: Response): Promise<ChatAnswer> {
  const reader = new ChatAnswerReader();
  const body = await response.text();
  const isStream = response.headers.get('content-type')?.includes('text/event-stream') === true;
  if (isStream) reader.push(body);
  else if (parseJson(body) === undefined)
    throw endpoint.problem('not_json', 'the answer is not JSON');
  else reader.readWhole(body);
  const answer = reader.end();
  if (reader.broken) {
    throw endpoint.problem('wrong_schema', 'the answer is not a chat completion');
  }
  return answer;
}

/** The object an answer holds. @throws EndpointError whose cause would hold what the model wrote: it has none. */
function judge<T>(endpoint: OpenAIEndpoint, answer: ChatAnswer, request: ChatRequest<T>): T {
  const { content, refusal, finish, usage } = answer;
  const refuse = (reason: EndpointFailure, what: string): EndpointError =>
    endpoint.problem(reason, what, { remedy: otherModel });
  request.onUsage?.(
    usage === null
      ? {
          inputTokens: estimateTokens(request.system + request.user),
          outputTokens: estimateTokens(content),
          estimated: true,
        }
      : { ...usage, estimated: false },
  );
  if (refusal !== '' || finish === 'content_filter') throw refuse('refused', 'the model refused');
  if (content.length > longestAnswer) throw refuse('too_large', 'the answer is too large');
  if (finish === null || finish === 'length') throw refuse('cut_short', 'the answer was cut short');
  if (content.trim() === '') throw refuse('empty', 'the answer is empty');
  const json = parseJson(content);
  if (json === undefined) throw refuse('not_json', 'the answer is not JSON');
  const parsed = request.schema.safeParse(json);
  if (!parsed.success) throw refuse('wrong_schema', 'the answer does not fit the schema');
  return parsed.data;
}
