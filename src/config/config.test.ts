import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

describe('defaults', () => {
  test('nothing set gives the embedded database and the bundled model', () => {
    const config = parseConfig({});
    expect(config.database).toEqual({ kind: 'pglite', dataDir: 'data' });
    expect(config.remoteEmbeddings).toBeNull();
    expect(config.leaseMs).toBe(15 * 60_000);
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('an empty value counts as unset', () => {
    expect(parseConfig({ DATABASE_URL: '', PORT: '' }).database.kind).toBe('pglite');
  });
});

test.each([
  ['PORT', { PORT: '99999' }],
  ['PORT', { PORT: 'eighty' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['ROLE', { ROLE: 'both' }],
  ['ROLE', { ROLE: 'worker' }],
  ['DEMO', { DEMO: 'yes' }],
  ['LEASE_MINUTES', { LEASE_MINUTES: '0' }],
  ['EMBEDDINGS_BASE_URL', { EMBEDDINGS_BASE_URL: 'localhost:8000' }],
  ['EMBEDDINGS_MODEL', { EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8000/v1' }],
  [
    'EMBEDDINGS_DIMENSIONS',
    { EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8000/v1', EMBEDDINGS_MODEL: 'm' },
  ],
  ['RERANK', { RERANK: 'yes' }],
  ['CHAT_BASE_URL', { RERANK: 'llm' }],
  ['CHAT_BASE_URL', { RERANK: 'llm', CHAT_BASE_URL: 'ftp://127.0.0.1/v1', CHAT_MODEL: 'm' }],
  ['CHAT_MODEL', { RERANK: 'llm', CHAT_BASE_URL: 'http://127.0.0.1:8000/v1' }],
  ['CHAT_TIMEOUT_MS', { CHAT_TIMEOUT_MS: '0' }],
  ['DRAFTER', { DRAFTER: 'gpt' }],
  ['CHAT_BASE_URL', { DRAFTER: 'llm' }],
  ['CHAT_MODEL', { CLAIM_PROPOSALS: 'llm', CHAT_BASE_URL: 'http://127.0.0.1:8000/v1' }],
  ['CHAT_TOKENS_PER_DRAFT', { CHAT_TOKENS_PER_DRAFT: '100' }],
  ['CHAT_INPUT_PRICE', { CHAT_INPUT_PRICE: '-1' }],
  ['CHAT_OUTPUT_PRICE', { CHAT_COST_PER_DAY: '5', CHAT_INPUT_PRICE: '1' }],
  [
    'CHAT_TOKENS_PER_DAY',
    {
      DRAFTER: 'llm',
      CHAT_BASE_URL: 'http://127.0.0.1:8000/v1',
      CHAT_MODEL: 'm',
      CHAT_TOKENS_PER_DAY: '3000',
    },
  ],
])('a wrong %s is named with what to do: %j', (field, raw) => {
  expect(() => parseConfig(raw)).toThrow(
    expect.objectContaining({ code: 'config', field, remedy: expect.stringContaining(field) }),
  );
});

test.each(['RERANK', 'DRAFTER', 'CLAIM_PROPOSALS'])(
  '%s asks a language model only when told to',
  (name) => {
    const chat = { CHAT_BASE_URL: 'http://127.0.0.1:8000/v1', CHAT_MODEL: 'm' };
    const off = parseConfig(chat);
    expect(off.chat).toBeNull();
    expect(off.chatTasks).toEqual({ rerank: false, draft: false, claims: false });
    const on = parseConfig({ ...chat, [name]: 'llm' });
    expect(Object.values(on.chatTasks).filter(Boolean)).toHaveLength(1);
    expect(on.chat).toEqual({
      baseUrl: chat.CHAT_BASE_URL,
      apiKey: null,
      model: 'm',
      timeoutMs: 20_000,
      maxRetries: 1,
      concurrency: 2,
    });
  },
);

test('what language models may take in a day is limited unless told otherwise', () => {
  expect(parseConfig({}).chatBudget).toEqual({
    tokensPerDraft: 12_000,
    tokensPerDay: 2_000_000,
    costPerDay: null,
    inputPrice: 0,
    outputPrice: 0,
  });
});

test('a worker role is fine with a shared database', () => {
  const config = parseConfig({ ROLE: 'worker', DATABASE_URL: 'postgres://u@h/d' });
  expect(config.role).toBe('worker');
  expect(config.database).toEqual({
    kind: 'postgres',
    url: 'postgres://u@h/d',
    ownerUrl: null,
    poolSize: 10,
  });
});
