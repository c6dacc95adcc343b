import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { UpstreamError } from '#platform/errors.ts';
import { type ChatAnswer, say, startChatServer } from '../../test/support/chat-server.ts';
import { createOpenAIChat, type OpenAIChatOptions } from './openai-chat.ts';
import type { ChatModel } from './ports.ts';

const schema = z.strictObject({ colour: z.enum(['red', 'blue']) });
const request = {
  system: 'Name the colour.',
  user: 'PRIVATE TEXT',
  schema,
  schemaName: 'colour',
  maxTokens: 50,
};
const red = '{"colour":"red"}';

async function endpoint(answer: ChatAnswer, options: Partial<OpenAIChatOptions> = {}) {
  const server = await startChatServer(answer);
  const chat = createOpenAIChat({
    baseUrl: server.baseUrl,
    apiKey: 'secret',
    model: 'test-model',
    timeoutMs: 2000,
    maxRetries: 2,
    concurrency: 2,
    ...options,
  });
  onTestFinished(async () => {
    await chat[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });
  return { chat, server };
}

test('sends instructions, data, schema and key, and returns the parsed object', async () => {
  const { chat, server } = await endpoint(say(red));
  expect(await chat.complete(request)).toEqual({ colour: 'red' });
  expect(server.received).toEqual([
    {
      model: 'test-model',
      messages: [
        { role: 'system', content: 'Name the colour.' },
        { role: 'user', content: 'PRIVATE TEXT' },
      ],
      temperature: 0,
      max_tokens: 50,
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'colour',
          strict: true,
          schema: {
            type: 'object',
            properties: { colour: { type: 'string', enum: ['red', 'blue'] } },
            required: ['colour'],
            additionalProperties: false,
          },
        },
      },
    },
  ]);
  expect(server.authorization).toEqual(['Bearer secret']);
});

test('waits as long as Retry-After says after 429', async () => {
  const { chat, server } = await endpoint((body, response, attempt) => {
    if (attempt === 1) response.writeHead(429, { 'retry-after': '1' }).end();
    else say(red)(body, response, attempt);
  });
  const startedAt = performance.now();
  expect(await chat.complete(request)).toEqual({ colour: 'red' });
  expect(performance.now() - startedAt).toBeGreaterThan(950);
  expect(server.received).toHaveLength(2);
});

test('gives up after the retries on 500', async () => {
  const { chat, server } = await endpoint((_, response) =>
    response.writeHead(500, { 'retry-after-ms': '1' }).end('{"error":{"message":"PRIVATE TEXT"}}'),
  );
  expect((await failure(chat)).message).toBe('chat endpoint: it answered with status 500');
  expect(server.received).toHaveLength(3);
});

test('names the key setting on 401, without a retry', async () => {
  const { chat, server } = await endpoint((_, response) => response.writeHead(401).end());
  expect((await failure(chat)).remedy).toContain('CHAT_API_KEY');
  expect(server.received).toHaveLength(1);
});

test.each<[string, ChatAnswer, string]>([
  ['prose', say('The colour is red.'), 'does not fit'],
  ['JSON behind prose', say(`Here you are: ${red}`), 'does not fit'],
  ['JSON in a fence', say(`\`\`\`json\n${red}\n\`\`\``), 'does not fit'],
  ['another value', say('{"colour":"PRIVATE green"}'), 'does not fit'],
  ['a key too many', say('{"colour":"red","approve":true}'), 'does not fit'],
  ['nothing', say(null), 'does not fit'],
  ['an empty text', say(''), 'does not fit'],
  ['a refusal', say(null, { message: { refusal: 'PRIVATE no' } }), 'refused'],
  ['half an answer', say(red, { finish_reason: 'length' }), 'cut short'],
  ['no choices', (_, response) => response.end('{"choices":[]}'), 'not a chat completion'],
  [
    'HTML',
    (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>'),
    'not a chat completion',
  ],
  [
    'broken JSON',
    (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[{"mess'),
    'not JSON',
  ],
])('refuses %s', async (_name, answer, message) => {
  const { chat } = await endpoint(answer, { maxRetries: 0 });
  expect((await failure(chat)).message).toContain(message);
});

test.each<[string, ChatAnswer]>([
  ['before the headers', () => {}],
  [
    'in the middle of the body',
    (_, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":'),
  ],
])('gives up on an endpoint that falls silent %s', async (_name, answer) => {
  const { chat } = await endpoint(answer, { timeoutMs: 100, maxRetries: 0 });
  const error = await failure(chat);
  expect(error.message).toBe('chat endpoint: no answer in time');
  expect(error.remedy).toContain('CHAT_TIMEOUT_MS');
});

test('says so when nothing listens', async () => {
  const { chat } = await endpoint(say(red), { baseUrl: 'http://127.0.0.1:1/v1', maxRetries: 0 });
  expect((await failure(chat)).message).toBe('chat endpoint: no connection');
});

test('stops when the caller aborts', async () => {
  const { chat } = await endpoint(() => {});
  const stop = new AbortController();
  const running = chat.complete({ ...request, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('changed my mind')), 50);
  await expect(running).rejects.toThrow('changed my mind');
});

test('closing stops what is under way', async () => {
  const { chat } = await endpoint(() => {});
  const running = chat.complete(request);
  setTimeout(() => void chat[Symbol.asyncDispose](), 50);
  await expect(running).rejects.toThrow('it has been closed');
});

test('runs no more requests at once than allowed', async () => {
  let open = 0;
  let most = 0;
  const slow: ChatAnswer = (body, response, attempt) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      say(red)(body, response, attempt);
    }, 20);
  };
  const { chat } = await endpoint(slow, { concurrency: 2 });
  await Promise.all(Array.from({ length: 6 }, () => chat.complete(request)));
  expect(most).toBe(2);
});

async function failure(chat: ChatModel): Promise<UpstreamError> {
  const error: unknown = await chat.complete(request).catch((e: unknown) => e);
  if (!(error instanceof UpstreamError)) throw new Error(`not an UpstreamError: ${String(error)}`);
  expect(`${error.message} ${error.remedy}`).not.toMatch(/PRIVATE|secret/);
  expect(error.remedy).toBeTruthy();
  return error;
}
