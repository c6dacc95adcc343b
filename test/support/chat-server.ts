import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What a chat endpoint is sent. */
export interface ChatBody {
  readonly model: string;
  readonly messages: ReadonlyArray<{ readonly role: string; readonly content: string }>;
  readonly temperature: number;
  readonly max_tokens: number;
  readonly response_format: {
    readonly type: string;
    readonly json_schema: {
      readonly name: string;
      readonly strict: boolean;
      readonly schema: object;
    };
  };
}

export type ChatAnswer = (body: ChatBody, response: ServerResponse, attempt: number) => void;

export interface ChatServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly received: readonly ChatBody[];
  readonly authorization: ReadonlyArray<string | undefined>;
}

/** The least that answers like an OpenAI-compatible chat endpoint, as `answer` says. */
export async function startChatServer(answer: ChatAnswer): Promise<ChatServer> {
  const received: ChatBody[] = [];
  const authorization: Array<string | undefined> = [];
  const server = createServer((request, response) => {
    const handle = (body: unknown): void => {
      received.push(body as ChatBody);
      authorization.push(request.headers.authorization);
      answer(body as ChatBody, response, received.length);
    };
    json(request).then(handle, (error: Error) => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    received,
    authorization,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with what the model is to have written, as one object. */
export function say(content: string | null, extra: object = {}): ChatAnswer {
  return (_body, response) => {
    const choice = {
      index: 0,
      finish_reason: 'stop',
      message: { role: 'assistant', content },
      ...extra,
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'chat.completion', choices: [choice] }));
  };
}

/** How a stream of an answer ends. */
interface StreamEnd {
  /** Null: the stream ends without saying so. */
  readonly finish?: string | null;
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number };
  /** The connection breaks in the middle. */
  readonly broken?: boolean;
}

/** Answers with what the model is to have written, in pieces of a stream. */
export function stream(content: string, end: StreamEnd = {}): ChatAnswer {
  const { finish = 'stop', usage, broken = false } = end;
  return (_body, response) => {
    const event = (choices: readonly object[], extra: object = {}): void =>
      void response.write(`data: ${JSON.stringify({ choices, ...extra })}\n\n`);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    event([{ index: 0, delta: { role: 'assistant', content: '' } }]);
    for (const piece of content.match(/[^]{1,7}/gu) ?? []) {
      event([{ index: 0, delta: { content: piece }, finish_reason: null }]);
    }
    if (broken) {
      setTimeout(() => response.destroy(), 10);
      return;
    }
    if (finish !== null) event([{ index: 0, delta: {}, finish_reason: finish }]);
    if (usage !== undefined) event([], { usage });
    response.end(finish === null ? '' : 'data: [DONE]\n\n');
  };
}
