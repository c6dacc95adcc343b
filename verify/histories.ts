import { parseArgs } from 'node:util';
import { parseConfig } from '#config/config.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { silentLog } from '#platform/log.ts';
import { embedPassages } from '#retrieval/index.ts';
import { verifyAudit } from '#audit/index.ts';
import { seededRandom } from '../bench/support/random.ts';
import { createContext } from '../src/context.ts';
import { checkHistories } from '../test/support/check-histories.ts';
import { playHistories } from '../test/support/histories.ts';
import { actingAs } from './plan.ts';

/** Small vectors: what is verified is which passages may come back, not how well they are ranked. */
const dimensions = 16;

/**
 * Plays thousands of random histories of documents (drafts, approvals, supersessions, withdrawals, terms
 * that run out) and searches as of random days: nothing out of force may come back.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      histories: { type: 'string', default: '10000' },
      searches: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      'database-url': { type: 'string' },
    },
  });
  const startedAt = performance.now();
  const seed = Number(values.seed);
  const configured = createScriptedEmbedder({ dimensions });
  await using database = await openTemporaryDatabase(values['database-url'] ?? null, silentLog);
  await using ctx = await createContext(parseConfig({}), {
    database,
    embedders: {
      configured,
      find: async (fingerprint) =>
        configured.info.fingerprint === fingerprint ? configured : null,
      [Symbol.asyncDispose]: () => configured[Symbol.asyncDispose](),
    },
    log: silentLog,
  });
  const editor = await actingAs(ctx, 'editor', 'corpus_editor');
  const approver = await actingAs(ctx, 'approver', 'corpus_approver');
  const count = Number(values.histories);
  const histories = await playHistories({ editor, approver }, count, seed, (round) =>
    process.stderr.write(`round ${round} of ${count} histories\n`),
  );
  await embedPassages(ctx);
  const checked = await checkHistories(
    ctx,
    histories,
    Number(values.searches),
    seededRandom(seed + 1),
  );
  for (const fault of checked.faults.slice(0, 50)) process.stderr.write(`✗ ${fault}\n`);
  const audit = await verifyAudit(ctx);
  return {
    ok: checked.faults.length === 0 && checked.found > 0 && audit.ok,
    histories: count,
    versions: histories.reduce((sum, history) => sum + history.versions.length, 0),
    searches: checked.searches,
    found: checked.found,
    faults: checked.faults.length,
    auditWhole: audit.ok,
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}
