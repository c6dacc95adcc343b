import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTransaction } from '#db/transaction.ts';
import { actAs, createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();
const left = (await actAs(ctx, 'left', ['admin'])).actor.userId as string;
const right = (await actAs(ctx, 'right', ['admin'])).actor.userId as string;

function lock(db: typeof ctx.db, id: string): Promise<unknown> {
  return db.selectFrom('app_user').select('id').where('id', '=', id).forUpdate().execute();
}

test.skipIf(!hasManyConnections)(
  'two transactions that wait for each other are both done in the end',
  async () => {
    let runs = 0;
    const held = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const take = (first: string, second: string, own: 0 | 1): Promise<void> =>
      withTransaction(ctx, async (ctx) => {
        runs += 1;
        await lock(ctx.db, first);
        held[own].resolve();
        await held[own === 0 ? 1 : 0].promise;
        await lock(ctx.db, second);
      });
    await Promise.all([take(left, right, 0), take(right, left, 1)]);
    expect(runs).toBe(3);
  },
);

test('another failure is thrown at once and nothing stays', async () => {
  let runs = 0;
  const work = withTransaction(ctx, async (ctx) => {
    runs += 1;
    await ctx.db.updateTable('app_user').set({ name: 'đổi tên' }).where('id', '=', left).execute();
    await sql`select 1 / 0`.execute(ctx.db);
  });
  await expect(work).rejects.toThrow(/division by zero/);
  expect(runs).toBe(1);
  const row = await ctx.db
    .selectFrom('app_user')
    .select('name')
    .where('id', '=', left)
    .executeTakeFirst();
  expect(row?.name).not.toBe('đổi tên');
});
