// The least of an OpenAI-compatible chat API around a small model on one thread: streaming, answers held
// to a JSON schema, one request at a time. For trying the plumbing; it proves nothing about quality.
// Arguments: directory that holds node_modules/node-llama-cpp, path of the model, port (0: a free one).
import { once } from 'node:events';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const [home = '.', modelPath = '', port = '0'] = argv.slice(2);
const library = join(home, 'node_modules/node-llama-cpp/dist/index.js');
const { getLlama, LlamaChatSession } = await import(pathToFileURL(library).href);

const llama = await getLlama({
  build: 'never',
  gpu: false,
  skipDownload: true,
  // Two threads are slower than one on small machines.
  maxThreads: 1,
  logLevel: 'error',
});
const model = await llama.loadModel({ modelPath });
const name = basename(modelPath, '.gguf');
const countTokens = (text) => model.tokenize(text).length;
let queue = Promise.resolve();

const server = createServer((request, response) => {
  if (request.method !== 'POST' || !request.url?.endsWith('/chat/completions')) {
    response.writeHead(404).end();
    return;
  }
  queue = queue.then(() => handle(request, response));
});

async function handle(request, response) {
  try {
    await answer(await json(request), response);
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  }
}

async function answer(body, response) {
  const left = new AbortController();
  response.on('close', () => left.abort());
  const said = (role) => body.messages.find((message) => message.role === role)?.content ?? '';
  const schema = body.response_format?.json_schema?.schema;
  const prompt = `${said('system')}\n\n${said('user')}`;
  const inputTokens = countTokens(prompt);
  const context = await model.createContext({ contextSize: inputTokens + body.max_tokens + 256 });
  try {
    const session = new LlamaChatSession({
      contextSequence: context.getSequence(),
      systemPrompt: said('system'),
    });
    if (body.stream === true) response.writeHead(200, { 'content-type': 'text/event-stream' });
    const event = (choices, extra = {}) =>
      response.write(`data: ${JSON.stringify({ model: name, choices, ...extra })}\n\n`);
    const { responseText: text, stopReason } = await session.promptWithMeta(said('user'), {
      ...(schema === undefined ? {} : { grammar: await llama.createGrammarForJsonSchema(schema) }),
      maxTokens: body.max_tokens,
      temperature: body.temperature ?? 0,
      signal: left.signal,
      stopOnAbortSignal: true,
      onTextChunk: (content) => {
        if (body.stream === true) event([{ index: 0, delta: { content }, finish_reason: null }]);
      },
    });
    const finish_reason = stopReason === 'maxTokens' ? 'length' : 'stop';
    const usage = { prompt_tokens: inputTokens, completion_tokens: countTokens(text) };
    if (body.stream === true) {
      event([{ index: 0, delta: {}, finish_reason }]);
      event([], { usage });
      response.end('data: [DONE]\n\n');
    } else {
      const message = { role: 'assistant', content: text };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ model: name, choices: [{ index: 0, message, finish_reason }], usage }),
      );
    }
  } finally {
    await context.dispose();
  }
}

server.listen(Number(port), '127.0.0.1');
await once(server, 'listening');
const { port: chosen } = server.address();
stdout.write(`CHAT_BASE_URL=http://127.0.0.1:${chosen}/v1\nCHAT_MODEL=${name}\n`);
