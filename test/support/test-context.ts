import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Embedder, EmbedderSet } from '#ai/ports.ts';
import { createInstallationKey, openInstallationKey } from '#audit/installation-key.ts';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { parseConfig } from '#config/config.ts';
import { type Context, createContext } from '../../src/context.ts';
import { type DatabaseHandle, embedded, openDatabase, startPGlite } from '#db/client.ts';
import type { Role } from '#db/roles.ts';
import type { LanguageModel } from '#drafting/index.ts';
import { createUser } from '#identity/index.ts';
import { startWorkers } from '#jobs/index.ts';
import { newId } from '#platform/ids.ts';
import { silentLog } from '#platform/log.ts';
import { type ModelSettings, settingsOf } from '#retrieval/index.ts';
import { openAsApplication } from './application-role.ts';
import { templateName } from './database-template.ts';

/** Which engine the suite runs on; skip by what a test needs, never by name. */
export const engine = process.env['DB'] === 'postgres' ? 'postgres' : 'pglite';
export const hasManyConnections = engine === 'postgres';

/** A migrated database of this test file's own; `DB_ROLE=application`: as a role that owns nothing of it. */
export async function openTestDatabase(
  asApplication = process.env['DB_ROLE'] === 'application',
): Promise<DatabaseHandle> {
  const dumpPath = inject('dumpPath');
  if (dumpPath !== null) {
    return embedded(await startPGlite({ loadDataDir: new Blob([await readFile(dumpPath)]) }));
  }
  const serverUrl = inject('serverUrl') as string;
  const name = `doichung_test_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${templateName}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (asApplication) return openAsApplication(url.toString());
  return openDatabase({ kind: 'postgres', url: url.toString(), poolSize: 6 }, silentLog);
}

/** The scripted embedder's vectors are close when words are shared: its cosine is the probability. */
const scripted: ModelSettings = {
  ...settingsOf('scripted'),
  fusion: { lexicalWeight: 0.05 },
  ranking: { ...settingsOf('scripted').ranking, cosine: 1, lexical: 0.05 },
  calibration: {
    bias: -10,
    weights: { ...settingsOf('scripted').calibration.weights, cosine: 20 },
    curve: [],
  },
  threshold: 0.5,
};

function scriptedSettings(modelName: string | null): ModelSettings {
  return modelName === 'scripted' ? scripted : settingsOf(modelName);
}

export function embedderSet(configured: Embedder): EmbedderSet {
  return {
    configured,
    find: async (fingerprint) => (configured.info.fingerprint === fingerprint ? configured : null),
    [Symbol.asyncDispose]: () => configured[Symbol.asyncDispose](),
  };
}

/**
 * A context on its own database with the deterministic embedder; closed after the file's tests, and a
 * context left open fails the run. With `workers` the job loop runs.
 */
export async function createTestContext(
  options: {
    workers?: boolean;
    embedder?: Embedder;
    languageModel?: LanguageModel;
    asApplication?: boolean;
  } = {},
): Promise<Context> {
  const database = await openTestDatabase(options.asApplication);
  const embedder = options.embedder ?? createScriptedEmbedder();
  const ctx = await createContext(parseConfig({ GOLDEN_SHARE: '0', THIRD_LOOK_SHARE: '0' }), {
    database,
    embedders: embedderSet(embedder),
    settingsOf: scriptedSettings,
    log: silentLog,
    languageModel: options.languageModel ?? null,
    installationKey: await openInstallationKey(await createInstallationKey()),
  });
  if (options.workers === true) await startWorkers(ctx, ctx.boss);
  afterAll(async () => {
    await ctx[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });
  return ctx;
}

/** The same context acting as a new user with these roles. */
export async function actAs(ctx: Context, name: string, roles: readonly Role[]): Promise<Context> {
  return { ...ctx, actor: await createUser(ctx, { name: `${name}-${newId()}`, roles }) };
}
