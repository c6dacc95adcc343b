import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { appendAudit, verifyAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();

async function append(...actions: string[]): Promise<void> {
  await withTransaction(ctx, (ctx) =>
    appendAudit(
      ctx,
      actions.map((action) => ({ action, entityType: 'test', entityId: 'x', details: { n: 1 } })),
    ),
  );
}

test('events form one unbroken chain', async () => {
  await append('a.done', 'b.done');
  await append('c.done');
  const verdict = await verifyAudit(ctx);
  expect(verdict.ok).toBe(true);
  expect(verdict.events).toBeGreaterThanOrEqual(3);
});

test('an entry outside a transaction is refused', async () => {
  await expect(
    appendAudit(ctx, [{ action: 'a.done', entityType: 'test', entityId: 'x' }]),
  ).rejects.toThrow(/transaction/);
});

test('what rolls back leaves no trace and no gap', async () => {
  const before = await verifyAudit(ctx);
  await expect(
    withTransaction(ctx, async (ctx) => {
      await appendAudit(ctx, [{ action: 'a.done', entityType: 'test', entityId: 'x' }]);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await append('d.done');
  const after = await verifyAudit(ctx);
  expect(after).toMatchObject({ ok: true, events: before.events + 1 });
});

test.each([
  ['an update', sql`update audit_event set action = 'forged' where seq = 1`],
  ['a delete', sql`delete from audit_event where seq = 1`],
  ['a truncate', sql`truncate audit_event`],
])('%s is refused by the database', async (_name, statement) => {
  await expect(statement.execute(ctx.db)).rejects.toThrow(/immutable/);
});

// The trigger is removed as an intruder with the owner's rights would.
test.each([
  ['a changed event', sql`update audit_event set actor_name = 'other' where seq = 2`, 'hash', 2],
  ['a removed event', sql`delete from audit_event where seq = 2`, 'sequence', 2],
  [
    'a removed end',
    sql`delete from audit_event where seq = (select max(seq) from audit_event)`,
    'head',
    null,
  ],
])('%s is found', async (_name, tampering, problem, seq) => {
  await expect(
    ctx.db.transaction().execute(async (db) => {
      await sql`alter table audit_event disable trigger user`.execute(db);
      await tampering.execute(db);
      const verdict = await verifyAudit({ db });
      expect(verdict.ok).toBe(false);
      expect(verdict.firstBreak?.problem).toBe(problem);
      if (seq !== null) expect(verdict.firstBreak?.seq).toBe(seq);
      throw new Error('undo the tampering');
    }),
  ).rejects.toThrow('undo the tampering');
});
