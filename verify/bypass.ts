import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { verifyAudit } from '#audit/index.ts';
import { createInstallationKey, openInstallationKey } from '#audit/installation-key.ts';
import { parseConfig } from '#config/config.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { newId } from '#platform/ids.ts';
import { silentLog } from '#platform/log.ts';
import { createContext } from '../src/context.ts';
import { makeAttempts } from './bypass/list.ts';
import type { Outcome } from './bypass/attempt.ts';

/**
 * Tries to get round four eyes in every way that is known, for real: on the embedded database and, given
 * the address of a server whose user may create databases and roles, on PostgreSQL. `ok` needs every
 * attempt stopped. --drop-trigger TRIGGER:TABLE takes a guard away first, to see that its absence is noticed.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      'database-url': { type: 'string', default: process.env['DATABASE_URL'] ?? '' },
      'drop-trigger': { type: 'string' },
    },
  });
  const servers = [null, ...(values['database-url'] === '' ? [] : [values['database-url']])];
  const results = [];
  for (const serverUrl of servers) {
    results.push(await tryAll(serverUrl, values['drop-trigger'] ?? null));
  }
  const outcomes = results.flatMap((result) => result.outcomes);
  const count = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length;
  const succeeded = count(({ stoppedBy }) => stoppedBy === null);
  return {
    ok: succeeded === 0 && results.every(({ auditWhole }) => auditWhole),
    attempts: outcomes.length,
    succeeded,
    traced: count(({ traces }) => traces.length > 0),
    stoppedBy: Object.fromEntries(
      [...Map.groupBy(outcomes, ({ stoppedBy }) => stoppedBy ?? 'nothing')].map(
        ([layer, group]) => [layer, group.length],
      ),
    ),
    engines: results.map(({ engine }) => engine),
    auditWhole: results.every(({ auditWhole }) => auditWhole),
  };
}

async function tryAll(serverUrl: string | null, dropped: string | null) {
  const engine = serverUrl === null ? 'pglite' : 'postgres';
  const role = `doichung_bypass_${newId().replaceAll('-', '')}`;
  await using roles = dropRoleOnServer(serverUrl, role);
  await using database = await openTemporaryDatabase(serverUrl, silentLog);
  const configured = createScriptedEmbedder({ dimensions: 16 });
  await using ctx = await createContext(parseConfig({}), {
    database,
    embedders: {
      configured,
      find: async () => configured,
      [Symbol.asyncDispose]: () => configured[Symbol.asyncDispose](),
    },
    installationKey: await openInstallationKey(await createInstallationKey()),
    log: silentLog,
  });
  if (dropped !== null) {
    const [trigger = '', table = ''] = dropped.split(':');
    await sql`drop trigger ${sql.id(trigger)} on ${sql.table(table)}`.execute(ctx.db);
  }
  const outcomes = await makeAttempts(ctx, roles.role);
  process.stderr.write(`${engine}\n${outcomes.map(describe).join('\n')}\n`);
  return { engine, outcomes, auditWhole: (await verifyAudit(ctx)).ok };
}

function describe({ tried, stoppedBy, words, traces }: Outcome): string {
  const mark = stoppedBy === null ? '✗' : '✓';
  const trace = traces.length === 0 ? 'no trace but the server’s log' : traces.join(', ');
  return `${mark} ${tried.padEnd(62)} ${(stoppedBy ?? 'NOT STOPPED').padEnd(11)} ${words}  [${trace}]`;
}

/** A role belongs to the server, not to the database that goes. */
function dropRoleOnServer(
  serverUrl: string | null,
  role: string,
): AsyncDisposable & { readonly role: string } {
  return {
    role,
    async [Symbol.asyncDispose]() {
      if (serverUrl === null) return;
      const client = new pg.Client({ connectionString: serverUrl });
      await client.connect();
      try {
        await client.query(`drop role if exists "${role}"`);
      } finally {
        await client.end();
      }
    },
  };
}
