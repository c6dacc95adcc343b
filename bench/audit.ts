import { parseArgs } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { appendAudit } from '#audit/index.ts';
import { type DatabaseHandle, openDatabase } from '#db/client.ts';
import type { DbContext } from '#db/context.ts';
import type { Database } from '#db/schema/index.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { withTransaction } from '#db/transaction.ts';
import { systemClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { silentLog } from '#platform/log.ts';
import { startBoss } from '#jobs/index.ts';
import { startServer } from './support/own-server.ts';

/** Items one connection works on, so that connections meet at the trail alone. */
const itemsEach = 50;
const mostConnections = 8;
const reason = 'Đã đọc từng câu và so với nguồn được dẫn. '.repeat(4);
const labels = JSON.stringify(
  Array.from({ length: 8 }, (_, ordinal) => ({ ordinal, label: 'supported' })),
);

interface Round {
  readonly audited: number;
  readonly unaudited: number;
}

/**
 * Decision-sized writes with and without their audit event, in turns of one run: hold a lease, read the
 * draft's sentences and the earlier decision, insert the decision, give the lease up, move the post.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '2' },
      'database-url': { type: 'string' },
    },
  });
  const options = { rounds: Number(values.rounds), turnMs: Number(values.seconds) * 1000 };
  await using server = values['database-url'] === undefined ? await startServer() : null;
  const results: Record<string, unknown> = {};
  for (const engine of ['pglite', 'postgres'] as const) {
    const url = engine === 'pglite' ? null : (values['database-url'] ?? server?.url ?? null);
    await using temporary = await openTemporaryDatabase(url, silentLog);
    await using pooled = await withPool(temporary);
    for (const connections of engine === 'pglite' ? [1] : [1, mostConnections]) {
      const rounds = await measure(pooled ?? temporary, { ...options, connections });
      results[`${engine}${connections}`] = summary(rounds);
      process.stderr.write(`${engine}, ${connections}: ${JSON.stringify(summary(rounds))}\n`);
    }
  }
  return { ...options, ...results };
}

/** The same server with a connection for each that works at once; null on the embedded database. */
async function withPool(database: DatabaseHandle): Promise<DatabaseHandle | null> {
  if (database.kind === 'pglite') return null;
  const { url } = database;
  return openDatabase({ kind: 'postgres', url, poolSize: mostConnections }, silentLog);
}

async function measure(
  database: DatabaseHandle,
  { rounds, turnMs, connections }: { rounds: number; turnMs: number; connections: number },
): Promise<Round[]> {
  await using boss = await startBoss(database, silentLog);
  const ctx: DbContext = {
    db: database.db,
    jobs: boss.queue,
    clock: systemClock,
    log: silentLog,
    actor: { userId: newId(), name: 'bench', roles: [] },
  };
  await createTables(ctx.db);
  const work = (audited: boolean, ms: number): Promise<number> =>
    rate(ctx, { audited, ms, connections });
  await work(true, turnMs);
  await work(false, turnMs);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in every second round: what grows meanwhile weighs on both.
    const first = round % 2 === 0;
    const one = await work(first, turnMs);
    const other = await work(!first, turnMs);
    measured.push(first ? { audited: one, unaudited: other } : { audited: other, unaudited: one });
  }
  await dropTables(ctx.db);
  return measured;
}

/** Writes per second of all connections together. */
async function rate(
  ctx: DbContext,
  { audited, ms, connections }: { audited: boolean; ms: number; connections: number },
): Promise<number> {
  const startedAt = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      let writes = 0;
      for (; performance.now() - startedAt < ms; writes += 1) {
        await write(ctx, connection * itemsEach + (writes % itemsEach) + 1, audited);
      }
      return writes;
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** The statements of a second review that moves its post, in number and in size. */
async function write(ctx: DbContext, item: number, audited: boolean): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const run = (statement: ReturnType<typeof sql>): Promise<unknown> => statement.execute(ctx.db);
    const id = newId();
    await run(sql`select fence, round from bench_item where id = ${item} for update`);
    await run(
      sql`select id, content from bench_draft where item = ${item} order by id desc limit 1`,
    );
    await run(sql`select ordinal from bench_sentence where item = ${item} order by ordinal`);
    await run(
      sql`select id, verdict from bench_decision where item = ${item} order by id desc limit 1`,
    );
    await run(sql`insert into bench_decision (id, item, verdict, reason, labels, decided_at)
      values (${id}, ${item}, 'approve', ${reason}, ${labels}, now())`);
    await run(sql`update bench_item set leased_until = null, fence = fence + 1 where id = ${item}`);
    await run(sql`update bench_draft set state = 'APPROVED' where item = ${item}`);
    if (!audited) return;
    await appendAudit(ctx, [
      {
        action: 'review.decided',
        entityType: 'draft',
        entityId: id,
        details: { stage: 2, item, round: 1, fence: 3, first: 'approve', second: 'approve' },
        after: { id, verdict: 'approve', reason, labels },
      },
    ]);
  });
}

async function createTables(db: Kysely<Database>): Promise<void> {
  const items = mostConnections * itemsEach;
  for (const statement of [
    `create table bench_item (id integer primary key, fence integer not null default 0,
      round integer not null default 1, leased_until timestamptz)`,
    `create table bench_draft (id integer primary key, item integer not null, content text not null,
      state text not null default 'IN_REVIEW')`,
    `create index on bench_draft (item)`,
    `create table bench_sentence (item integer, ordinal integer, primary key (item, ordinal))`,
    `create table bench_decision (id uuid primary key, item integer not null references bench_item,
      verdict text not null, reason text not null, labels jsonb not null,
      decided_at timestamptz not null)`,
    `create index on bench_decision (item, id)`,
    `insert into bench_item (id) select generate_series(1, ${items})`,
    `insert into bench_draft (id, item, content) select n, n, repeat('x', 900)
      from generate_series(1, ${items}) n`,
    `insert into bench_sentence select n, m from generate_series(1, ${items}) n, generate_series(0, 7) m`,
  ]) {
    await sql.raw(statement).execute(db);
  }
}

async function dropTables(db: Kysely<Database>): Promise<void> {
  await sql`drop table bench_item, bench_draft, bench_sentence, bench_decision`.execute(db);
}

function summary(rounds: readonly Round[]): Record<string, number> {
  const middle = (values: number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const ratios = rounds.map(({ audited, unaudited }) => audited / unaudited);
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    auditedPerSecond: Math.round(middle(rounds.map(({ audited }) => audited))),
    unauditedPerSecond: Math.round(middle(rounds.map(({ unaudited }) => unaudited))),
    ratio: rounded(middle(ratios)),
    lowestRatio: rounded(Math.min(...ratios)),
    highestRatio: rounded(Math.max(...ratios)),
  };
}
