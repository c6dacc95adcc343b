import { z } from 'zod';

const milliseconds = z.coerce.number().int().positive();
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/**
 * Every setting the process reads, in the order `.env.example` lists them.
 * The description is the comment there; durations carry their unit in the name.
 */
export const settingsSchema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' })
    .optional()
    .describe('PostgreSQL with pgvector ≥ 0.8.0. Unset: the embedded database in DATA_DIR.'),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe('Connections one process holds to PostgreSQL.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .describe('Directory of the embedded database and of demonstration keys.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the server listens on.'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(8080)
    .describe('Port; 0 picks a free one.'),
  ROLE: z
    .enum(['all', 'web', 'worker'])
    .default('all')
    .describe(
      'web answers HTTP, worker runs jobs, all does both. The embedded database needs all.',
    ),
  DEMO: flag
    .default(true)
    .describe('Load the demonstration corpus and posts into an empty embedded database.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Log lines are JSON and never hold post text.'),
  MODEL_DIR: z
    .string()
    .min(1)
    .default('models/multilingual-e5-small-int8')
    .describe('Directory of the bundled embedding model.'),
  EMBEDDINGS_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as http://127.0.0.1:8000/v1' })
    .optional()
    .describe('OpenAI-compatible endpoint. Unset: the bundled model in this process.'),
  EMBEDDINGS_API_KEY: z.string().optional().describe('Key for that endpoint, when it wants one.'),
  EMBEDDINGS_MODEL: z.string().optional().describe('Model name sent to that endpoint.'),
  EMBEDDINGS_DIMENSIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(2000)
    .optional()
    .describe('Numbers per vector that endpoint returns (an HNSW index takes at most 2000).'),
  EMBEDDINGS_MAX_TOKENS: z.coerce
    .number()
    .int()
    .min(64)
    .default(512)
    .describe('Longest input that model reads, in tokens.'),
  EMBEDDINGS_QUERY_PREFIX: z
    .string()
    .default('')
    .describe('Text put before a query, e.g. "query: ".'),
  EMBEDDINGS_PASSAGE_PREFIX: z
    .string()
    .default('')
    .describe('Text put before a passage, e.g. "passage: ".'),
  EMBEDDINGS_TIMEOUT_MS: milliseconds.default(30_000).describe('Time-out of one request.'),
  EMBEDDINGS_MAX_RETRIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(4)
    .describe('Retries after 429, 5xx and time-outs, with exponential backoff.'),
  EMBEDDINGS_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(4)
    .describe('Requests under way at once.'),
  EMBEDDINGS_BATCH_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(2048)
    .default(64)
    .describe('Texts in one request.'),
  CHAT_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as http://127.0.0.1:8000/v1' })
    .optional()
    .describe('OpenAI-compatible chat endpoint. Unset: no language model is used.'),
  CHAT_API_KEY: z.string().optional().describe('Key for that endpoint, when it wants one.'),
  CHAT_MODEL: z.string().optional().describe('Model name sent to that endpoint.'),
  CHAT_TIMEOUT_MS: milliseconds.default(20_000).describe('Time-out of one request.'),
  CHAT_MAX_RETRIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(1)
    .describe('Retries after 429, 5xx and time-outs, with exponential backoff.'),
  CHAT_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(2)
    .describe('Requests under way at once.'),
  RERANK: z
    .enum(['off', 'llm'])
    .default('off')
    .describe(
      'llm lets the chat endpoint reorder the best matches; it sees the claim and the passages.',
    ),
  DRAFTER: z
    .enum(['extractive', 'llm'])
    .default('extractive')
    .describe(
      'llm lets the chat endpoint arrange quotes into a further draft; it sees the claim and the passages, and the gate drops what they do not say.',
    ),
  CLAIM_PROPOSALS: z
    .enum(['off', 'llm'])
    .default('off')
    .describe(
      'llm lets the chat endpoint say what kind of statement each claim is; people see where it disagrees, nothing else changes.',
    ),
  CHAT_TOKENS_PER_DRAFT: z.coerce
    .number()
    .int()
    .min(2500)
    .default(12_000)
    .describe(
      'Tokens that one request for a draft and its answer may take; passages beyond are left out.',
    ),
  CHAT_TOKENS_PER_DAY: z.coerce
    .number()
    .int()
    .positive()
    .default(2_000_000)
    .describe(
      'Tokens for drafts and claim proposals in one Vietnamese day, requests and answers; then drafts are extractive only.',
    ),
  CHAT_COST_PER_DAY: z.coerce
    .number()
    .positive()
    .optional()
    .describe('The same as an amount of money, in the currency of the prices. Unset: no limit.'),
  CHAT_INPUT_PRICE: z.coerce
    .number()
    .min(0)
    .optional()
    .describe('Price of a million input tokens, in any one currency.'),
  CHAT_OUTPUT_PRICE: z.coerce
    .number()
    .min(0)
    .optional()
    .describe('Price of a million output tokens, in the same currency.'),
  LEASE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1440)
    .default(15)
    .describe('How long a reviewer holds an item before it returns to the queue.'),
  SHUTDOWN_TIMEOUT_MS: milliseconds
    .default(10_000)
    .describe('How long a stop waits for jobs under way before they are returned to the queue.'),
});

export type Settings = z.infer<typeof settingsSchema>;
