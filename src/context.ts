import { join } from 'node:path';
import { pino } from 'pino';
import { createLocalEmbedder } from '#ai/local-embedder.ts';
import { createOpenAIChat } from '#ai/openai-chat.ts';
import { createOpenAIEmbedder } from '#ai/openai-embedder.ts';
import type { ChatModel, Embedder, EmbedderSet } from '#ai/ports.ts';
import { readPrompt } from '#ai/prompt-file.ts';
import { type InstallationKey, openInstallationKey } from '#audit/index.ts';
import { readKeyFile } from '#audit/key-file.ts';
import type { Config } from '#config/config.ts';
import { type DatabaseHandle, type JobTables, openDatabase } from '#db/client.ts';
import { type Actor, systemActor } from '#db/context.ts';
import {
  claimsTask,
  draftTask,
  type LanguageModel,
  type LanguageModelContext,
} from '#drafting/index.ts';
import { generalSyllables } from '#retrieval/load-syllables.ts';
import { type Boss, jobSchema, startBoss } from '#jobs/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import {
  rerankTask,
  registerModel,
  type Reranker,
  type RetrievalContext,
  settingsOf,
} from '#retrieval/index.ts';
import { checkpointFileOf } from './checkpoint-place.ts';

export interface Context extends RetrievalContext, LanguageModelContext, AsyncDisposable {
  readonly config: Config;
  readonly database: DatabaseHandle;
  readonly boss: Boss['boss'];
  readonly installationKey: InstallationKey;
  /** Where checkpoints are kept outside the database; null: nowhere. */
  readonly checkpointFile: string | null;
}

/** What a test may replace; whoever passes a resource disposes of it. */
export interface ContextOverrides {
  readonly database?: DatabaseHandle;
  readonly embedders?: EmbedderSet;
  readonly settingsOf?: RetrievalContext['settingsOf'];
  readonly reranker?: Reranker | null;
  readonly languageModel?: LanguageModel | null;
  readonly installationKey?: InstallationKey;
  readonly checkpointFile?: string;
  readonly log?: Log;
  readonly actor?: Actor;
  readonly logToStderr?: boolean;
}

/** Opens everything the process needs, in order; disposing closes it in reverse. */
export async function createContext(
  config: Config,
  overrides: ContextOverrides = {},
): Promise<Context> {
  await using stack = new AsyncDisposableStack();
  const log =
    overrides.log ??
    pino({ level: config.logLevel }, pino.destination(overrides.logToStderr === true ? 2 : 1));
  const embedders = overrides.embedders ?? stack.use(await createEmbedders(config));
  const database =
    overrides.database ?? stack.use(await openDatabase(config.database, log, jobTables(log)));
  const boss = stack.use(await startBoss(database, log));
  // One for all tasks: they share its queue and its circuit breaker.
  const chat = config.chat === null ? null : stack.use(createOpenAIChat(config.chat));
  const ctx = {
    config,
    database,
    boss: boss.boss,
    installationKey: overrides.installationKey ?? (await openInstallation(config)),
    // A database that somebody else opened is not the configured one.
    checkpointFile:
      overrides.checkpointFile ??
      (overrides.database === undefined ? checkpointFileOf(config) : null),
    db: database.db,
    jobs: boss.queue,
    embedders,
    settingsOf: overrides.settingsOf ?? settingsOf,
    reranker: overrides.reranker ?? (await openReranker(config, chat)),
    languageModel: overrides.languageModel ?? (await openLanguageModel(config, chat)),
    syllables: generalSyllables(),
    clock: systemClock,
    log,
    actor: overrides.actor ?? systemActor,
  };
  await registerModel(ctx, embedders.configured.info);
  const resources = stack.move();
  return { ...ctx, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

/** How the owner of a server's tables makes those of the job queue. */
export function jobTables(log: Log): JobTables {
  return {
    schema: jobSchema,
    async create(handle) {
      await using _boss = await startBoss(handle, log);
    },
  };
}

/** From the settings, or from its file in the data directory, which the first use writes. @throws ConfigError */
export function openInstallation(
  config: Pick<Config, 'installationKey' | 'dataDir'>,
): Promise<InstallationKey> {
  if (config.installationKey !== null) return openInstallationKey(config.installationKey);
  return readKeyFile(join(config.dataDir, 'installation-key.pem'));
}

/** Off unless asked for: claims and passages go to the chat endpoint. */
async function openReranker(config: Config, chat: ChatModel | null): Promise<Reranker | null> {
  if (chat === null || !config.chatTasks.rerank) return null;
  return { chat, prompt: await readPrompt(rerankTask) };
}

/** Off unless asked for, and a prompt that is not needed is not read. */
async function openLanguageModel(
  { chatTasks, chatBudget }: Config,
  chat: ChatModel | null,
): Promise<LanguageModel | null> {
  if (chat === null || !(chatTasks.draft || chatTasks.claims)) return null;
  const { tokensPerDraft } = chatBudget;
  return {
    drafter: chatTasks.draft ? { chat, prompt: await readPrompt(draftTask), tokensPerDraft } : null,
    claims: chatTasks.claims ? { chat, prompt: await readPrompt(claimsTask) } : null,
    budget: chatBudget,
  };
}

/** The configured embedder, and the bundled one for vectors stored before an endpoint was configured. */
export async function createEmbedders(config: Config): Promise<EmbedderSet> {
  const configured =
    config.remoteEmbeddings === null
      ? await createLocalEmbedder({ modelDir: config.modelDir })
      : await createOpenAIEmbedder(config.remoteEmbeddings);
  let bundled: Promise<Embedder | null> | null = null;
  const loadBundled = (): Promise<Embedder | null> =>
    (bundled ??= createLocalEmbedder({ modelDir: config.modelDir }).catch(() => null));
  return {
    configured,
    async find(fingerprint) {
      if (configured.info.fingerprint === fingerprint) return configured;
      const other = config.remoteEmbeddings === null ? null : await loadBundled();
      return other?.info.fingerprint === fingerprint ? other : null;
    },
    async [Symbol.asyncDispose]() {
      await configured[Symbol.asyncDispose]();
      await (await bundled)?.[Symbol.asyncDispose]();
    },
  };
}
