import { UpstreamError } from '#platform/errors.ts';
import type { ChatModel, ChatRequest } from './ports.ts';

export interface ScriptedChat extends ChatModel {
  /** Every request so far, oldest first. */
  readonly calls: readonly ChatRequest<unknown>[];
}

/**
 * A fake for tests: `answer` says what a model would have written, or throws what an endpoint would
 * have. As with a real one, an answer that does not fit the schema is an UpstreamError.
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
      const parsed = request.schema.safeParse(await answer(request));
      if (parsed.success) return parsed.data;
      throw new UpstreamError('chat endpoint: the answer does not fit the schema');
    },
    async [Symbol.asyncDispose]() {},
  };
}
