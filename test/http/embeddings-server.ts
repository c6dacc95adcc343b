import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** The least that answers like an OpenAI-compatible embeddings endpoint. */
export async function startEmbeddingsServer(
  dimensions: number,
): Promise<AsyncDisposable & { readonly baseUrl: string }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { input, model } = (await json(request)) as { input: string[]; model: string };
    const data = input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: Array.from({ length: dimensions }, (_, at) => ((text.length + at) % 7) + 1),
    }));
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ object: 'list', model, data }));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
