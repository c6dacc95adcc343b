import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { appendAudit, makeCheckpoint, openInstallationKey, verifyAudit } from '#audit/index.ts';
import { createInstallationKey } from '#audit/installation-key.ts';
import { verifyExport } from '#audit/verify-export.ts';
import { writeExport } from '#audit/write-export.ts';
import { type DbContext, systemActor } from '#db/context.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { withTransaction } from '#db/transaction.ts';
import { systemClock } from '#platform/clock.ts';
import { silentLog } from '#platform/log.ts';
import { tampered } from '../test/support/tamper.ts';
import { databaseAttacks, refusedStatements } from './tamper/database-attacks.ts';
import { exportAttacks } from './tamper/export-attacks.ts';

interface Attempt {
  readonly on: 'database' | 'export';
  readonly name: string;
  /** What gave it away; null: nothing did. */
  readonly found: string | null;
}

/**
 * Tampers with a real trail and with its export in every listed way, each on the untouched state, and says
 * what gave it away. The untouched trail and export must pass, or nothing that is found means anything.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { 'database-url': { type: 'string' } } });
  await using database = await openTemporaryDatabase(values['database-url'] ?? null, silentLog);
  const installationKey = await openInstallationKey(await createInstallationKey());
  const ctx = {
    db: database.db,
    jobs: { enqueue: async () => undefined },
    clock: systemClock,
    log: silentLog,
    actor: systemActor,
    installationKey,
  };
  // Past a whole block, whose root is stored.
  await record(ctx, 1030);
  const early = await makeCheckpoint(ctx);
  await record(ctx, 20);
  const late = await makeCheckpoint(ctx);
  await record(ctx, 10);
  const known = { outside: [early, late], trustedKeys: [installationKey.id] };
  const trail = { seq: early.seq - 9, signed: late.seq };

  const attempts: Attempt[] = [];
  for (const statement of refusedStatements) {
    const { sql: name } = statement.compile(ctx.db);
    const refusal = await ctx.db
      .transaction()
      .execute((db) => statement.execute(db))
      .then(
        () => null,
        (error: Error) => `refused: ${error.message}`,
      );
    attempts.push({ on: 'database', name, found: refusal });
  }
  for (const { name, tamper } of databaseAttacks) {
    const verdict = await tampered(
      ctx,
      (db) => tamper(db, trail),
      (ctx) => verifyAudit(ctx, known),
    );
    attempts.push({ on: 'database', name, found: verdict.problem });
  }
  const text = await exportedText(ctx);
  const checkpoints = [early, late];
  const judge = (given: { text: string; checkpoints: readonly (typeof early)[] }) =>
    verifyExport(oneText(given.text), { ...given, trustedKeys: known.trustedKeys });
  const other = await openInstallationKey(await createInstallationKey());
  for (const { name, tamper } of exportAttacks(other)) {
    const verdict = await judge(await tamper({ text, checkpoints }));
    attempts.push({ on: 'export', name, found: verdict.problem });
  }
  const untouched = await tampered(
    ctx,
    async () => undefined,
    (ctx) => verifyAudit(ctx, known),
  );
  const control = untouched.ok && (await judge({ text, checkpoints })).ok;
  show(attempts);
  const detected = attempts.filter(({ found }) => found !== null).length;
  return {
    ok: control && detected === attempts.length,
    attempts: attempts.length,
    detected,
    control,
  };
}

function record(ctx: DbContext, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, n) => ({
    ...{ action: 'post.received', entityType: 'post', entityId: `p${n}` },
    ...{ details: { n }, after: n },
  }));
  return withTransaction(ctx, (ctx) => appendAudit(ctx, entries));
}

async function exportedText(ctx: Pick<DbContext, 'db'>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'doichung-tamper-'));
  try {
    const file = join(directory, 'trail.ndjson');
    await writeExport(ctx, file);
    return await readFile(file, 'utf8');
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function* oneText(text: string): AsyncGenerator<string> {
  yield text;
}

/** Attempts of one name on one line: found in every case, or where not. */
function show(attempts: readonly Attempt[]): void {
  const table = new Table({ head: ['on', 'attempt', 'found'], style: { head: [], border: [] } });
  const groups = Map.groupBy(attempts, ({ on, name }) => `${on} ${name}`);
  for (const group of groups.values()) {
    const [first] = group as [Attempt, ...Attempt[]];
    const missed = group.filter(({ found }) => found === null).length;
    const found =
      group.length === 1
        ? (first.found ?? 'NOT FOUND')
        : `${group.length - missed} of ${group.length}`;
    table.push([first.on, first.name, found]);
  }
  process.stderr.write(`${table.toString()}\n`);
}
