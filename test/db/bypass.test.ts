import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyAudit } from '#audit/index.ts';
import { newId } from '#platform/ids.ts';
import { make } from '../../verify/bypass/attempt.ts';
import { attempts, makeAttempts } from '../../verify/bypass/list.ts';
import { setStage } from '../../verify/bypass/stage.ts';
import { createTestContext } from '../support/test-context.ts';

/** A role belongs to the server: a name of its own, and gone afterwards. */
const role = `doichung_test_${newId().replaceAll('-', '')}`;

async function strictContext() {
  const ctx = await createTestContext();
  await ctx.db.updateTable('clock_limit').set({ seconds: 300 }).execute();
  return ctx;
}

test('no known way round four eyes succeeds, and the audit trail tells of those it can see', async () => {
  const ctx = await strictContext();
  const outcomes = await makeAttempts(ctx, role);
  await sql`drop owned by ${sql.id(role)}`.execute(ctx.db);
  await sql`drop role ${sql.id(role)}`.execute(ctx.db);
  expect(outcomes.filter(({ stoppedBy }) => stoppedBy === null)).toEqual([]);
  expect(outcomes).toHaveLength(attempts.length);
  // What the server itself refuses never reaches a trigger; everything else leaves a trace.
  const untold = outcomes.filter(
    ({ stoppedBy, traces }) => stoppedBy !== 'grant' && traces.length === 0,
  );
  expect(untold).toEqual([]);
  expect((await verifyAudit(ctx)).ok).toBe(true);
}, 120_000);

test('a guard that is gone is noticed', async () => {
  const ctx = await strictContext();
  const holed = `${role}_b`;
  const stage = await setStage(ctx, holed);
  await sql`drop trigger approval_four_eyes on approval`.execute(ctx.db);
  await sql`drop trigger approval_recorded on approval`.execute(ctx.db);
  const attempt = attempts.find(({ tried }) => tried === 'SQL: an approval after one review');
  if (attempt === undefined) throw new Error('no such attempt');
  expect(await make(stage, attempt)).toMatchObject({ stoppedBy: null });
  await sql`drop owned by ${sql.id(holed)}`.execute(ctx.db);
  await sql`drop role ${sql.id(holed)}`.execute(ctx.db);
}, 60_000);

test('what is neither refused nor done is told apart from a refusal', async () => {
  const ctx = await strictContext();
  const stage = await setStage(ctx, `${role}_c`);
  const broken = { tried: 'a mistake of the list', run: () => Promise.reject(new TypeError('x')) };
  await expect(make(stage, broken)).rejects.toThrow('a mistake of the list');
  await sql`drop owned by ${sql.id(`${role}_c`)}`.execute(ctx.db);
  await sql`drop role ${sql.id(`${role}_c`)}`.execute(ctx.db);
}, 60_000);
