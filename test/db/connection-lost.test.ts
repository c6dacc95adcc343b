import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTransaction } from '#db/transaction.ts';
import { createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();

async function backendPid(db: typeof ctx.db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]?.pid ?? 0;
}

test.runIf(hasManyConnections)(
  'a connection lost inside a transaction fails it and nothing else',
  async () => {
    const lost = withTransaction(ctx, async ({ db }) => {
      const pid = await backendPid(db);
      await sql`select pg_terminate_backend(${pid})`.execute(ctx.db);
      // Lost while no statement runs: nobody waits for an answer who could be told.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await backendPid(db);
    });
    await expect(lost).rejects.toThrow();
    expect(await backendPid(ctx.db)).toBeGreaterThan(0);
  },
);
