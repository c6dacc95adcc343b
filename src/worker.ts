import { createOpenAIEmbedder } from '#ai/openai-embedder.ts';
import type { Embedder } from '#ai/ports.ts';
import { type InstallationKey, openInstallationKey } from '#audit/index.ts';
import { type Config, parseConfig } from '#config/config.ts';
import { systemActor } from '#db/context.ts';
import { openForRequest } from '#db/pool.ts';
import { transactionQueue } from '#jobs/transaction-queue.ts';
import { systemClock } from '#platform/clock.ts';
import { consoleLog } from '#platform/console-log.ts';
import { ConfigError } from '#platform/errors.ts';
import { settingsOf } from '#retrieval/index.ts';
import { createApp } from './http/app.ts';
import type { AppContext } from './http/env.ts';
import type { OpenedContext } from './http/middleware/open-context.ts';
import { createUi } from './http/ui/index.ts';
import { version } from './version.ts';

/** Bindings of wrangler.toml. */
interface WorkerEnv {
  readonly HYPERDRIVE: { readonly connectionString: string };
  /** Settings by their names in .env.example. */
  readonly [setting: string]: unknown;
}

let settings: {
  readonly config: Config;
  readonly embedder: Embedder;
  readonly installationKey: InstallationKey;
} | null = null;

const app = createApp({
  version,
  log: consoleLog,
  openContext: (c) => open(c.env as WorkerEnv),
  // Workers have no file system: /docs leads to the contract.
  docsFiles: null,
  ui: createUi(),
});

export default { fetch: app.fetch };

async function open(env: WorkerEnv): Promise<OpenedContext> {
  settings ??= await readSettings(env);
  const { config, embedder, installationKey } = settings;
  const db = openForRequest(env.HYPERDRIVE.connectionString, consoleLog);
  const ctx: AppContext = {
    db,
    jobs: transactionQueue(),
    settingsOf,
    // Only jobs let a language model reorder what was found.
    reranker: null,
    syllables: async () => null,
    clock: systemClock,
    log: consoleLog,
    actor: systemActor,
    leaseMs: config.leaseMs,
    config,
    installationKey,
    embedders: {
      configured: embedder,
      find: async (fingerprint) => (embedder.info.fingerprint === fingerprint ? embedder : null),
      [Symbol.asyncDispose]: async () => {},
    },
  };
  return { ctx, close: () => db.destroy() };
}

async function readSettings(env: WorkerEnv) {
  const texts = Object.entries(env).filter(([, value]) => typeof value === 'string');
  const config = parseConfig(Object.fromEntries(texts) as Record<string, string>);
  if (config.remoteEmbeddings === null) {
    throw new ConfigError('a Worker cannot run the bundled model', {
      field: 'EMBEDDINGS_BASE_URL',
      remedy: 'Set it, EMBEDDINGS_MODEL and EMBEDDINGS_DIMENSIONS in wrangler.toml.',
    });
  }
  if (config.installationKey === null) {
    throw new ConfigError('a Worker has no file to keep the installation key in', {
      field: 'INSTALLATION_KEY',
      remedy:
        'Make one (doichung installation new-key) and store it: wrangler secret put INSTALLATION_KEY',
    });
  }
  return {
    config,
    embedder: await createOpenAIEmbedder(config.remoteEmbeddings),
    installationKey: await openInstallationKey(config.installationKey),
  };
}
