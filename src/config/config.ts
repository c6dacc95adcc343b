import type { z } from 'zod';
import { ConfigError } from '#platform/errors.ts';
import type { Settings } from './settings.ts';
import { settingsSchema } from './settings.ts';

export type DatabaseConfig =
  | { readonly kind: 'pglite'; readonly dataDir: string }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      /** Null: `url` is the owner's and migrates. */
      readonly ownerUrl?: string | null;
      readonly poolSize: number;
    };

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

/** What language models may take; a price of 0 is unknown or free. */
export interface ChatBudgetConfig {
  readonly tokensPerDraft: number;
  readonly tokensPerDay: number;
  /** In the currency of the prices; null: no limit. */
  readonly costPerDay: number | null;
  /** Of a million tokens. */
  readonly inputPrice: number;
  readonly outputPrice: number;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in page calls it. */
  readonly name: string;
}

/** How people sign in. */
export interface SignInConfig {
  readonly publicUrl: string;
  readonly sessionMs: number;
  /** How recently somebody who decides in the browser must have proved who they are. */
  readonly confirmMs: number;
  readonly oidc: OidcConfig | null;
}

export interface MailConfig {
  readonly url: string;
  readonly from: string;
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
  /** null: nothing uses a language model. */
  readonly chat: ChatConfig | null;
  /** What the language model is asked for. */
  readonly chatTasks: {
    readonly rerank: boolean;
    readonly draft: boolean;
    readonly claims: boolean;
  };
  readonly chatBudget: ChatBudgetConfig;
  readonly signIn: SignInConfig;
  /** PKCS#8 text; null: a file in `dataDir`. */
  readonly installationKey: string | null;
  /** null: no mail is sent. */
  readonly mail: MailConfig | null;
  readonly leaseMs: number;
  /** Share of readings that are golden items, 0 to 0.5. */
  readonly goldenShare: number;
  /** Share of approvals that a third person reads, 0 to 1. */
  readonly thirdLookShare: number;
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
      : {
          kind: 'postgres',
          url: settings.DATABASE_URL,
          ownerUrl: settings.DATABASE_OWNER_URL ?? null,
          poolSize: settings.DATABASE_POOL_SIZE,
        };
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
    chat: chat(settings),
    chatTasks: {
      rerank: settings.RERANK === 'llm',
      draft: settings.DRAFTER === 'llm',
      claims: settings.CLAIM_PROPOSALS === 'llm',
    },
    chatBudget: chatBudget(settings),
    signIn: signIn(settings),
    installationKey: settings.INSTALLATION_KEY ?? null,
    mail: mail(settings),
    leaseMs: settings.LEASE_MINUTES * 60_000,
    goldenShare: settings.GOLDEN_SHARE,
    thirdLookShare: settings.THIRD_LOOK_SHARE,
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

function chat(settings: Settings): ChatConfig | null {
  const uses = {
    'RERANK=llm': settings.RERANK === 'llm' && 'RERANK=off',
    'DRAFTER=llm': settings.DRAFTER === 'llm' && 'DRAFTER=extractive',
    'CLAIM_PROPOSALS=llm': settings.CLAIM_PROPOSALS === 'llm' && 'CLAIM_PROPOSALS=off',
  };
  const first = Object.entries(uses).find(([, off]) => off !== false);
  if (first === undefined) return null;
  const required = requiredBy(`for ${first[0]}, or set ${String(first[1])}`);
  return {
    baseUrl: required('CHAT_BASE_URL', settings.CHAT_BASE_URL),
    apiKey: settings.CHAT_API_KEY ?? null,
    model: required('CHAT_MODEL', settings.CHAT_MODEL),
    timeoutMs: settings.CHAT_TIMEOUT_MS,
    maxRetries: settings.CHAT_MAX_RETRIES,
    concurrency: settings.CHAT_CONCURRENCY,
  };
}

function chatBudget(settings: Settings): ChatBudgetConfig {
  const {
    CHAT_COST_PER_DAY: costPerDay = null,
    CHAT_TOKENS_PER_DRAFT: tokensPerDraft,
    CHAT_TOKENS_PER_DAY: tokensPerDay,
  } = settings;
  const required = requiredBy('because CHAT_COST_PER_DAY needs it, or unset CHAT_COST_PER_DAY');
  if (costPerDay !== null) {
    required('CHAT_INPUT_PRICE', settings.CHAT_INPUT_PRICE);
    required('CHAT_OUTPUT_PRICE', settings.CHAT_OUTPUT_PRICE);
  }
  if (settings.DRAFTER === 'llm' && tokensPerDay < tokensPerDraft) {
    throw new ConfigError('CHAT_TOKENS_PER_DAY is below CHAT_TOKENS_PER_DRAFT', {
      field: 'CHAT_TOKENS_PER_DAY',
      remedy: 'Set CHAT_TOKENS_PER_DAY to at least CHAT_TOKENS_PER_DRAFT.',
    });
  }
  return {
    tokensPerDraft,
    tokensPerDay,
    costPerDay,
    inputPrice: settings.CHAT_INPUT_PRICE ?? 0,
    outputPrice: settings.CHAT_OUTPUT_PRICE ?? 0,
  };
}

function signIn(settings: Settings): SignInConfig {
  const required = requiredBy('because OIDC_ISSUER needs it, or unset OIDC_ISSUER');
  const oidc =
    settings.OIDC_ISSUER === undefined
      ? null
      : {
          issuer: settings.OIDC_ISSUER,
          clientId: required('OIDC_CLIENT_ID', settings.OIDC_CLIENT_ID),
          clientSecret: required('OIDC_CLIENT_SECRET', settings.OIDC_CLIENT_SECRET),
          name: settings.OIDC_NAME,
        };
  return {
    publicUrl: settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`,
    sessionMs: settings.SESSION_HOURS * 3_600_000,
    confirmMs: settings.CONFIRM_MINUTES * 60_000,
    oidc,
  };
}

function mail(settings: Settings): MailConfig | null {
  if (settings.SMTP_URL === undefined) return null;
  const required = requiredBy('because SMTP_URL needs it, or unset SMTP_URL');
  return { url: settings.SMTP_URL, from: required('MAIL_FROM', settings.MAIL_FROM) };
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
