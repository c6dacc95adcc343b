import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type ChatAnswer, say, startChatServer, stream } from '../../test/support/chat-server.ts';
import { EndpointError } from './endpoint-error.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { createOpenAIChat, type OpenAIChatOptions } from './openai-chat.ts';
import type { ChatModel, ChatUsage } from './ports.ts';

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
      stream: true,
      stream_options: { include_usage: true },
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

test('puts a streamed answer together and counts what it took', async () => {
  const usage = { prompt_tokens: 31, completion_tokens: 7 };
  const { chat } = await endpoint(stream(red, { usage }));
  const taken: ChatUsage[] = [];
  const answer = await chat.complete({ ...request, onUsage: (one) => taken.push(one) });
  expect(answer).toEqual({ colour: 'red' });
  expect(taken).toEqual([{ inputTokens: 31, outputTokens: 7, estimated: false }]);
});

test('estimates what an answer took when the endpoint does not say', async () => {
  const { chat } = await endpoint(stream('{"colour":"green"}'));
  const taken: ChatUsage[] = [];
  const running = chat.complete({ ...request, onUsage: (one) => taken.push(one) });
  await expect(running).rejects.toThrow('does not fit');
  const inputTokens = estimateTokens('Name the colour.PRIVATE TEXT');
  expect(taken).toEqual([{ inputTokens, outputTokens: 9, estimated: true }]);
});

test.each<[string, ChatAnswer, string]>([
  ['prose', say('The colour is red.'), 'not_json'],
  ['JSON behind prose', say(`Here you are: ${red}`), 'not_json'],
  ['JSON in a fence', say(`\`\`\`json\n${red}\n\`\`\``), 'not_json'],
  ['half a JSON object', stream('{"colour":'), 'not_json'],
  ['another value', say('{"colour":"PRIVATE green"}'), 'wrong_schema'],
  ['a key too many', say('{"colour":"red","approve":true}'), 'wrong_schema'],
  ['another language', stream('{"màu":"đỏ PRIVATE"}'), 'wrong_schema'],
  ['nothing', say(null), 'empty'],
  ['an empty text', stream(' \n'), 'empty'],
  ['no text in a stream', stream(''), 'empty'],
  ['a refusal', say(null, { message: { refusal: 'PRIVATE no' } }), 'refused'],
  ['a filtered answer', stream(red, { finish: 'content_filter' }), 'refused'],
  ['half an answer', say(red, { finish_reason: 'length' }), 'cut_short'],
  ['half a stream', stream(red, { finish: 'length' }), 'cut_short'],
  ['a stream without an end', stream(red, { finish: null }), 'cut_short'],
  ['a broken stream', stream(red, { broken: true }), 'cut_short'],
  ['more than 100 kB', stream('x'.repeat(150_000)), 'too_large'],
  ['more than 100 kB at once', say('x'.repeat(150_000)), 'too_large'],
  ['no choices', (_, response) => response.end('{"choices":[]}'), 'wrong_schema'],
  [
    'an error in the stream',
    (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end('data: {"error":{"message":"PRIVATE"}}\n\n'),
    'wrong_schema',
  ],
  [
    'HTML',
    (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>'),
    'not_json',
  ],
  [
    'broken JSON',
    (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[{"mess'),
    'not_json',
  ],
  ['429', (_, response) => response.writeHead(429).end('PRIVATE'), 'rate_limited'],
  ['403', (_, response) => response.writeHead(403).end('PRIVATE'), 'key_refused'],
  ['404', (_, response) => response.writeHead(404).end('PRIVATE'), 'bad_status'],
])('refuses %s', async (_name, answer, reason) => {
  const { chat } = await endpoint(answer, { maxRetries: 0 });
  expect((await failure(chat)).reason).toBe(reason);
});

test('leaves an endless answer at once, without a retry', async () => {
  let sent = 0;
  const { chat, server } = await endpoint((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const event = `data: ${JSON.stringify({ choices: [{ delta: { content: 'x'.repeat(500) } }] })}\n\n`;
    const more = (): void => {
      if (response.destroyed) return;
      sent += 500;
      response.write(event);
      setImmediate(more);
    };
    more();
  });
  expect((await failure(chat)).reason).toBe('too_large');
  expect(sent).toBeLessThan(2_000_000);
  expect(server.received).toHaveLength(1);
});

test('tries again after a stream that broke off', async () => {
  const { chat, server } = await endpoint((body, response, attempt) =>
    stream(red, { broken: attempt === 1 })(body, response, attempt),
  );
  expect(await chat.complete(request)).toEqual({ colour: 'red' });
  expect(server.received).toHaveLength(2);
});

test('asks nothing for a while after outages in a row, then tries again', async () => {
  let down = true;
  const { chat, server } = await endpoint(
    (body, response, attempt) =>
      down ? response.writeHead(503).end() : stream(red)(body, response, attempt),
    { maxRetries: 0, breaker: { failures: 2, openMs: 100 } },
  );
  expect((await failure(chat)).reason).toBe('bad_status');
  expect((await failure(chat)).reason).toBe('bad_status');
  const error = await failure(chat);
  expect(error.reason).toBe('circuit_open');
  expect(server.received).toHaveLength(2);
  down = false;
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(await chat.complete(request)).toEqual({ colour: 'red' });
  expect(await chat.complete(request)).toEqual({ colour: 'red' });
});

test('a model that answers badly is no outage', async () => {
  const { chat, server } = await endpoint(say('no'), { breaker: { failures: 2, openMs: 10_000 } });
  for (let call = 0; call < 4; call += 1) expect((await failure(chat)).reason).toBe('not_json');
  expect(server.received).toHaveLength(4);
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

async function failure(chat: ChatModel): Promise<EndpointError> {
  const error: unknown = await chat.complete(request).catch((e: unknown) => e);
  if (!(error instanceof EndpointError)) throw new Error(`not an EndpointError: ${String(error)}`);
  expect(`${error.message} ${error.remedy}`).not.toMatch(/PRIVATE|secret/);
  expect(error.remedy).toBeTruthy();
  return error;
}
