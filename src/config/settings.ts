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
    .describe(
      'Connections one process holds to PostgreSQL. All processes together do best with a few for each core of the server.',
    ),
  DATABASE_OWNER_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' })
    .optional()
    .describe(
      'The same database as its owner, who makes and changes tables. Set: DATABASE_URL is a role that cannot; see doichung database grant.',
    ),
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
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://doichung.example' })
    .optional()
    .describe('How people reach the service, for links and sign-in. Unset: http://HOST:PORT.'),
  INSTALLATION_KEY: z
    .string()
    .optional()
    .describe(
      'Ed25519 key (PKCS#8) that signs checkpoints and bundles. Unset: installation-key.pem in DATA_DIR, made on the first start. Keep a copy apart from the database.',
    ),
  SESSION_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(168)
    .default(12)
    .describe('How long a person stays signed in.'),
  CONFIRM_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(30)
    .describe('A decision in the browser needs the password, or a code, given this recently.'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://sso.example' })
    .optional()
    .describe(
      'OpenID Connect provider to sign in with. Unset: none. Accounts are still made here.',
    ),
  OIDC_CLIENT_ID: z.string().optional().describe('Client this service is at that provider.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Its secret.'),
  OIDC_NAME: z.string().default('SSO').describe('What the sign-in page calls that provider.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a URL such as smtp://127.0.0.1:25' })
    .optional()
    .describe('Mail server for notices. Unset: no mail is sent. A mail never holds post text.'),
  MAIL_FROM: z.string().optional().describe('Address those mails come from.'),
  GOLDEN_SHARE: z.coerce
    .number()
    .min(0)
    .max(0.5)
    .default(0.05)
    .describe('Share of readings, 0 to 0.5, that are golden items, where there are any.'),
  THIRD_LOOK_SHARE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe('Share of approvals, 0 to 1, that a third person reads once more.'),
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
