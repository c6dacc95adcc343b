import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { UpstreamError } from '#platform/errors.ts';
import { createOpenAIEmbedder, type OpenAIEmbedderOptions } from './openai-embedder.ts';
import type { Embedder } from './ports.ts';

interface Received {
  input: string[];
  model: string;
  encoding_format: string;
  authorization: string | undefined;
}

type Answer = (received: Received, response: ServerResponse, attempt: number) => void;

/** A real endpoint on this machine, answering as `answer` says, and an embedder that uses it. */
async function endpoint(answer: Answer, options: Partial<OpenAIEmbedderOptions> = {}) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const handle = (body: Received): void => {
      received.push(body);
      answer(body, response, received.length);
    };
    readBody(request).then(handle, (error: Error) => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const embedder = await createOpenAIEmbedder({
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey: 'secret',
    model: 'test-model',
    dimensions: 3,
    maxTokens: 512,
    queryPrefix: 'query: ',
    passagePrefix: 'passage: ',
    timeoutMs: 2000,
    maxRetries: 2,
    concurrency: 2,
    batchSize: 2,
    ...options,
  });
  onTestFinished(async () => {
    await embedder[Symbol.asyncDispose]();
    server.closeAllConnections();
    server.close();
  });
  return { embedder, received };
}

const lengths: Answer = ({ input }, response) =>
  json(response, { data: input.map((text, index) => ({ index, embedding: [text.length, 0, 0] })) });

test('sends prefixed batches with model and key, and keeps the order', async () => {
  const turned: Answer = ({ input }, response) => {
    const rows = input.map((text, index) => ({ index, embedding: direction(text) }));
    json(response, { data: rows.toReversed() });
  };
  const { embedder, received } = await endpoint(turned);
  const vectors = await embedder.embed(['x', 'y', 'z'], 'passage');
  expect(vectors.map((vector) => Array.from(vector))).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(received.map(({ input }) => input)).toContainEqual(['passage: x', 'passage: y']);
  expect(received[0]).toMatchObject({ model: 'test-model', encoding_format: 'float' });
  expect(received[0]?.authorization).toBe('Bearer secret');
});

test('normalises to length 1', async () => {
  const { embedder } = await endpoint((_, response) => json(response, rows([3, 4, 0])));
  const [vector] = await embedder.embed(['a'], 'query');
  expect(Array.from(vector ?? [])).toEqual([Math.fround(0.6), Math.fround(0.8), 0]);
});

test('sends nothing for no texts', async () => {
  const { embedder, received } = await endpoint(lengths);
  expect(await embedder.embed([], 'query')).toEqual([]);
  expect(received).toEqual([]);
});

test('has another fingerprint for another prefix or model', async () => {
  const { embedder } = await endpoint(lengths);
  const { embedder: other } = await endpoint(lengths, { baseUrl: 'http://127.0.0.1:1/v1' });
  const { embedder: bare } = await endpoint(lengths, {
    baseUrl: 'http://127.0.0.1:1/v1',
    queryPrefix: '',
  });
  expect(embedder.info.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  const all = [embedder, other, bare].map(({ info }) => info.fingerprint);
  expect(new Set(all).size).toBe(3);
});

test('waits as long as Retry-After says after 429', async () => {
  const { embedder, received } = await endpoint((body, response, attempt) => {
    if (attempt === 1) response.writeHead(429, { 'retry-after': '1' }).end();
    else lengths(body, response, attempt);
  });
  const startedAt = performance.now();
  await embedder.embed(['a'], 'query');
  expect(performance.now() - startedAt).toBeGreaterThan(950);
  expect(received).toHaveLength(2);
});

test('gives up after the retries on 500', async () => {
  const { embedder, received } = await endpoint((_, response) =>
    response.writeHead(500, { 'retry-after-ms': '1' }).end('{"error":{"message":"PRIVATE TEXT"}}'),
  );
  const error = await failure(embedder);
  expect(error.message).toBe('embedding endpoint: it answered with status 500');
  expect(received).toHaveLength(3);
});

test('names the key setting on 401, without a retry', async () => {
  const { embedder, received } = await endpoint((_, response) => response.writeHead(401).end());
  const error = await failure(embedder);
  expect(error.remedy).toContain('EMBEDDINGS_API_KEY');
  expect(received).toHaveLength(1);
});

test('names the dimensions setting when a vector has another size', async () => {
  const { embedder } = await endpoint((_, response) => json(response, rows([1, 0])));
  const error = await failure(embedder);
  expect(error).toMatchObject({ field: 'EMBEDDINGS_DIMENSIONS' });
  expect(error.remedy).toContain('to 2,');
});

test.each([
  { name: 'too few', body: { data: [] } },
  { name: 'too many', body: rows([1, 0, 0], [1, 0, 0]) },
  { name: 'wrong index', body: { data: [{ index: 7, embedding: [1, 0, 0] }] } },
])('refuses a wrong count: $name', async ({ body }) => {
  const { embedder } = await endpoint((_, response) => json(response, body));
  expect((await failure(embedder)).message).toContain('asked for 1 vectors');
});

test.each([
  { name: 'HTML', type: 'text/html', body: '<h1>It works!</h1>' },
  { name: 'broken JSON', type: 'application/json', body: '{"data":[{"ind' },
  { name: 'other JSON', type: 'application/json', body: '{"models":[]}' },
  { name: 'no body', type: 'application/json', body: '' },
  {
    name: 'null in a vector',
    type: 'application/json',
    body: '{"data":[{"index":0,"embedding":[null,0,0]}]}',
  },
  { name: 'a zero vector', type: 'application/json', body: JSON.stringify(rows([0, 0, 0])) },
])('refuses an answer that is no embeddings response: $name', async ({ type, body }) => {
  const { embedder } = await endpoint((_, response) =>
    response.writeHead(200, { 'content-type': type }).end(body),
  );
  expect(await failure(embedder)).toMatchObject({ field: 'EMBEDDINGS_BASE_URL' });
});

test.each([
  { name: 'before the headers', answer: (() => {}) as Answer },
  {
    name: 'in the middle of the body',
    answer: ((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    }) as Answer,
  },
])('gives up on an endpoint that falls silent $name', async ({ answer }) => {
  const { embedder } = await endpoint(answer, { timeoutMs: 100, maxRetries: 0 });
  const error = await failure(embedder);
  expect(error.message).toBe('embedding endpoint: no answer in time');
  expect(error.remedy).toContain('EMBEDDINGS_TIMEOUT_MS');
});

test('says so when nothing listens', async () => {
  const { embedder } = await endpoint(lengths, { baseUrl: 'http://127.0.0.1:1/v1', maxRetries: 0 });
  expect((await failure(embedder)).message).toBe('embedding endpoint: no connection');
});

test('stops when the caller aborts, and sends no further batch', async () => {
  const { embedder, received } = await endpoint(() => {}, { concurrency: 1, batchSize: 1 });
  const stop = new AbortController();
  const running = embedder.embed(['a', 'b', 'c'], 'query', { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('changed my mind')), 50);
  await expect(running).rejects.toThrow('changed my mind');
  expect(received).toHaveLength(1);
});

test('runs no more requests at once than allowed', async () => {
  let open = 0;
  let most = 0;
  const slow: Answer = (body, response, attempt) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      lengths(body, response, attempt);
    }, 20);
  };
  const { embedder } = await endpoint(slow, { concurrency: 2, batchSize: 1 });
  await embedder.embed(['a', 'b', 'c', 'd', 'e', 'f'], 'passage');
  expect(most).toBe(2);
});

async function failure(embedder: Embedder): Promise<UpstreamError> {
  const error: unknown = await embedder.embed(['PRIVATE TEXT'], 'query').catch((e: unknown) => e);
  if (!(error instanceof UpstreamError)) throw new Error(`not an UpstreamError: ${String(error)}`);
  expect(`${error.message} ${error.remedy}`).not.toMatch(/PRIVATE|secret/);
  return error;
}

function rows(...vectors: number[][]) {
  return { data: vectors.map((embedding, index) => ({ index, embedding })) };
}

function direction(text: string): number[] {
  return ['x', 'y', 'z'].map((end) => (text.endsWith(end) ? 5 : 0));
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Received> {
  const parts = await Array.fromAsync(request as AsyncIterable<Buffer>);
  const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Received;
  return { ...body, authorization: request.headers.authorization };
}
