import { EndpointError } from './endpoint-error.ts';
import { estimateTokens } from './estimate-tokens.ts';
import type { ChatModel, ChatRequest } from './ports.ts';

export interface ScriptedChat extends ChatModel {
  /** Every request so far, oldest first. */
  readonly calls: readonly ChatRequest<unknown>[];
}

/**
 * A fake for tests: `answer` says what a model would have written, or throws what an endpoint would
 * have. As with a real one, an answer that does not fit the schema is an EndpointError.
 */
export function createScriptedChat(
  answer: (request: ChatRequest<unknown>) => unknown,
): ScriptedChat {
  const calls: ChatRequest<unknown>[] = [];
  return {
    info: { name: 'scripted' },
    calls,
    async complete(request) {
      request.signal?.throwIfAborted();
      calls.push(request);
      const said = await answer(request);
      request.onUsage?.({
        inputTokens: estimateTokens(request.system + request.user),
        outputTokens: estimateTokens(JSON.stringify(said) ?? ''),
        estimated: true,
      });
      const parsed = request.schema.safeParse(said);
      if (parsed.success) return parsed.data;
      throw new EndpointError('wrong_schema', 'chat endpoint: the answer does not fit the schema');
    },
    async [Symbol.asyncDispose]() {},
  };
}
