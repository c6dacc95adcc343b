import type { z } from 'zod';
import { ConfigError } from '#platform/errors.ts';
import type { Settings } from './settings.ts';
import { settingsSchema } from './settings.ts';

export type DatabaseConfig =
  | { readonly kind: 'pglite'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly poolSize: number };

export interface RemoteEmbeddingsConfig {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly dimensions: number;
  readonly maxTokens: number;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly concurrency: number;
  readonly batchSize: number;
}

export interface ChatConfig {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly concurrency: number;
}

export interface Config {
  readonly database: DatabaseConfig;
  readonly http: { readonly host: string; readonly port: number };
  readonly role: 'all' | 'web' | 'worker';
  readonly dataDir: string;
  readonly demo: boolean;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly modelDir: string;
  /** null: the bundled model runs in this process. */
  readonly remoteEmbeddings: RemoteEmbeddingsConfig | null;
  /** null: no language model reorders matches. */
  readonly rerankChat: ChatConfig | null;
  readonly leaseMs: number;
  readonly shutdownTimeoutMs: number;
}

/**
 * Parses raw settings (empty strings count as unset) into a frozen configuration.
 * @throws ConfigError naming the first wrong setting and what to do.
 */
export function parseConfig(raw: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(present);
  if (!parsed.success) throw settingError(parsed.error);
  const settings = parsed.data;
  const database: DatabaseConfig =
    settings.DATABASE_URL === undefined
      ? { kind: 'pglite', dataDir: settings.DATA_DIR }
      : { kind: 'postgres', url: settings.DATABASE_URL, poolSize: settings.DATABASE_POOL_SIZE };
  if (database.kind === 'pglite' && settings.ROLE !== 'all') {
    throw new ConfigError(`ROLE=${settings.ROLE} needs a database that several processes share`, {
      field: 'ROLE',
      remedy: 'Set DATABASE_URL to a PostgreSQL server, or leave ROLE at all.',
    });
  }
  return Object.freeze({
    database,
    http: { host: settings.HOST, port: settings.PORT },
    role: settings.ROLE,
    dataDir: settings.DATA_DIR,
    demo: settings.DEMO,
    logLevel: settings.LOG_LEVEL,
    modelDir: settings.MODEL_DIR,
    remoteEmbeddings: remoteEmbeddings(settings),
    rerankChat: rerankChat(settings),
    leaseMs: settings.LEASE_MINUTES * 60_000,
    shutdownTimeoutMs: settings.SHUTDOWN_TIMEOUT_MS,
  });
}

function remoteEmbeddings(settings: Settings): RemoteEmbeddingsConfig | null {
  if (settings.EMBEDDINGS_BASE_URL === undefined) return null;
  const required = requiredBy(
    'to what the endpoint in EMBEDDINGS_BASE_URL serves, or unset EMBEDDINGS_BASE_URL to use the bundled model',
  );
  return {
    baseUrl: settings.EMBEDDINGS_BASE_URL,
    apiKey: settings.EMBEDDINGS_API_KEY ?? null,
    model: required('EMBEDDINGS_MODEL', settings.EMBEDDINGS_MODEL),
    dimensions: required('EMBEDDINGS_DIMENSIONS', settings.EMBEDDINGS_DIMENSIONS),
    maxTokens: settings.EMBEDDINGS_MAX_TOKENS,
    queryPrefix: settings.EMBEDDINGS_QUERY_PREFIX,
    passagePrefix: settings.EMBEDDINGS_PASSAGE_PREFIX,
    timeoutMs: settings.EMBEDDINGS_TIMEOUT_MS,
    maxRetries: settings.EMBEDDINGS_MAX_RETRIES,
    concurrency: settings.EMBEDDINGS_CONCURRENCY,
    batchSize: settings.EMBEDDINGS_BATCH_SIZE,
  };
}

function rerankChat(settings: Settings): ChatConfig | null {
  if (settings.RERANK === 'off') return null;
  const required = requiredBy('for RERANK=llm, or set RERANK=off');
  return {
    baseUrl: required('CHAT_BASE_URL', settings.CHAT_BASE_URL),
    apiKey: settings.CHAT_API_KEY ?? null,
    model: required('CHAT_MODEL', settings.CHAT_MODEL),
    timeoutMs: settings.CHAT_TIMEOUT_MS,
    maxRetries: settings.CHAT_MAX_RETRIES,
    concurrency: settings.CHAT_CONCURRENCY,
  };
}

/** A check for settings that another makes necessary; `how` ends the sentence "Set NAME …". */
function requiredBy(how: string) {
  return <T>(name: keyof Settings, value: T | undefined): T => {
    if (value !== undefined) return value;
    throw new ConfigError(`${name} is not set`, { field: name, remedy: `Set ${name} ${how}.` });
  };
}

function settingError(error: z.ZodError): ConfigError {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? 'settings');
  return new ConfigError(`${name}: ${issue?.message ?? 'not valid'}`, {
    field: name,
    remedy: `Correct ${name} in the environment; .env.example lists every setting.`,
    cause: error,
  });
}
