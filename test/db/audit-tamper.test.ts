import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { signCheckpoint } from '#audit/checkpoint-file.ts';
import { appendAudit, makeCheckpoint, verifyAudit } from '#audit/index.ts';
import { createInstallationKey, openInstallationKey } from '#audit/installation-key.ts';
import { verifyExport } from '#audit/verify-export.ts';
import { writeExport } from '#audit/write-export.ts';
import type { Database } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { asIfCommitted, rewriteChain, rollBack, tampered } from '../support/tamper.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const directory = await mkdtemp(join(tmpdir(), 'doichung-tamper-'));
afterAll(() => rm(directory, { recursive: true }));

async function record(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await withTransaction(ctx, (ctx) =>
      appendAudit(ctx, [{ action: 'test.done', entityType: 'test', entityId: `e${index}` }]),
    );
  }
}

await record(12);
const early = await makeCheckpoint(ctx);
await record(8);
const late = await makeCheckpoint(ctx);
await record(3);
const end = late.seq + 3;
const middle = early.seq - 4;
const trustedKeys = [ctx.installationKey.id];
const outside = [early, late];

type Tampering = (db: Kysely<Database>) => Promise<unknown>;
const edit: Tampering = (db) =>
  db
    .updateTable('audit_event')
    .set({ actor_name: 'somebody else' })
    .where('seq', '=', middle)
    .execute();
const remove: Tampering = (db) => db.deleteFrom('audit_event').where('seq', '=', middle).execute();
const swap: Tampering = async (db) => {
  const place = (from: number, to: number) =>
    db.updateTable('audit_event').set({ seq: to }).where('seq', '=', from).execute();
  await place(middle, -1);
  await place(middle + 1, middle);
  await place(-1, middle + 1);
};
const insert: Tampering = (db) =>
  sql`insert into audit_event select -1, at, actor_id, actor_name, 'forged', entity_type, entity_id,
    details, before_sha256, after_sha256, prev_hash, 'x' from audit_event where seq = ${middle}`.execute(
    db,
  );

test('untouched, the trail holds with and without what is kept outside', async () => {
  expect(await verifyAudit(ctx)).toMatchObject({ ok: true, events: end, checkpoints: 2 });
  expect(await verifyAudit(ctx, { outside, trustedKeys })).toMatchObject({
    ok: true,
    checkpoints: 2,
    keys: trustedKeys,
    problem: null,
  });
  const [nothing, later] = [async () => {}, { outside, trustedKeys }];
  expect(await tampered(ctx, nothing, (ctx) => verifyAudit(ctx, later))).toMatchObject({
    ok: true,
  });
});

test.each([
  ['an edited event', edit, middle, 'hash'],
  ['a removed event', remove, middle, 'sequence'],
  ['two events in each other’s place', swap, middle, 'previous_hash'],
  ['an event before the first', insert, 1, 'sequence'],
  [
    'a removed end',
    (db: Kysely<Database>) => db.deleteFrom('audit_event').where('seq', '>', late.seq).execute(),
    late.seq,
    'head',
  ],
  [
    'a head set back',
    (db: Kysely<Database>) =>
      db.updateTable('audit_head').set({ seq: late.seq, hash: late.hash }).execute(),
    end,
    'head',
  ],
] as const)('%s is found by the chain alone', async (_name, tamper, seq, problem) => {
  const verdict = await tampered(ctx, tamper, (ctx) => verifyAudit(ctx));
  expect(verdict).toMatchObject({ ok: false, firstBreak: { seq, problem } });
  expect(verdict.problem).toContain(`event ${seq}: `);
});

// Each of these leaves a chain without a fault: only what was signed contradicts it.
test.each([
  [
    'an edit',
    async (db: Kysely<Database>) => {
      await edit(db);
      await rewriteChain(db, middle);
    },
    early.seq,
    'checkpoint_hash',
  ],
  [
    'a removed event',
    async (db: Kysely<Database>) => {
      await remove(db);
      await rewriteChain(db, middle);
    },
    early.seq,
    'checkpoint_hash',
  ],
  [
    'another order',
    async (db: Kysely<Database>) => {
      await swap(db);
      await rewriteChain(db, middle);
    },
    early.seq,
    'checkpoint_hash',
  ],
  [
    'an end cut off with its head',
    async (db: Kysely<Database>) => {
      await db.deleteFrom('audit_event').where('seq', '>=', late.seq).execute();
      await rewriteChain(db, late.seq - 1);
    },
    late.seq,
    'checkpoint_beyond',
  ],
] as const)(
  '%s in a chain rewritten to its end is found by a checkpoint',
  async (_name, tamper, seq, problem) => {
    const chain = await tampered(
      ctx,
      async (db) => {
        await tamper(db);
        await db.deleteFrom('audit_checkpoint').execute();
      },
      (ctx) => verifyAudit(ctx),
    );
    expect(chain.ok).toBe(true);
    const inside = await tampered(ctx, tamper, (ctx) => verifyAudit(ctx, { trustedKeys }));
    expect(inside).toMatchObject({ ok: false, firstBreak: { seq, problem } });
    const fromOutside = await tampered(
      ctx,
      async (db) => {
        await tamper(db);
        await db.deleteFrom('audit_checkpoint').execute();
      },
      (ctx) => verifyAudit(ctx, { outside, trustedKeys }),
    );
    expect(fromOutside).toMatchObject({ ok: false, firstBreak: { seq, problem } });
  },
);

test('a root that the events do not have is found', async () => {
  const verdict = await tampered(
    ctx,
    (db) =>
      db
        .updateTable('audit_checkpoint')
        .set({ root: early.root })
        .where('seq', '=', late.seq)
        .execute(),
    (ctx) => verifyAudit(ctx),
  );
  expect(verdict.firstBreak).toEqual({ seq: late.seq, problem: 'checkpoint_root' });
});

test('a chain rewritten and signed again by another key is found by the key', async () => {
  const other = await openInstallationKey(await createInstallationKey());
  const tamper: Tampering = async (db) => {
    await edit(db);
    await rewriteChain(db, middle);
    await db.deleteFrom('audit_checkpoint').execute();
  };
  const verdict = await tampered(ctx, tamper, async ({ db }) => {
    await makeCheckpoint({ ...ctx, db: asIfCommitted(db), installationKey: other });
    expect((await verifyAudit({ db })).ok).toBe(true);
    return verifyAudit({ db }, { trustedKeys });
  });
  expect(verdict.firstBreak).toEqual({ seq: end, problem: 'checkpoint_key' });
});

test('an older state is whole in itself; only what is kept outside tells', async () => {
  const [alone, told] = await tampered(
    ctx,
    (db) => rollBack(db, early.seq),
    async (ctx) => [
      await verifyAudit(ctx, { trustedKeys }),
      await verifyAudit(ctx, { outside, trustedKeys }),
    ],
  );
  expect(alone).toMatchObject({ ok: true, events: early.seq });
  expect(told?.firstBreak).toEqual({ seq: late.seq, problem: 'checkpoint_beyond' });
});

test('nothing is signed over a rollback or a break, and the file is left alone', async () => {
  const path = join(directory, 'trail.ndjson');
  await signCheckpoint(ctx, path);
  const kept = await readFile(path, 'utf8');
  const sign: (ctx: { db: Kysely<Database> }) => Promise<string> = ({ db }) => {
    return signCheckpoint({ ...ctx, db: asIfCommitted(db) }, path).then(
      () => 'signed',
      (error: unknown) => String(error),
    );
  };
  expect(await tampered(ctx, (db) => rollBack(db, early.seq), sign)).toMatch(/ends before event/);
  const forgotten: Tampering = async (db) => {
    await edit(db);
    await rewriteChain(db, middle);
    await db.deleteFrom('audit_checkpoint').execute();
  };
  expect(await tampered(ctx, forgotten, sign)).toMatch(/is another than at event/);
  const grown: Tampering = async (db) => {
    await db.deleteFrom('audit_checkpoint').where('seq', '>', late.seq).execute();
    await db
      .updateTable('audit_event')
      .set({ action: 'x' })
      .where('seq', '=', end - 1)
      .execute();
  };
  await rm(path);
  expect(await tampered(ctx, grown, sign)).toMatch(/broken at event/);
  expect(kept.trim().split('\n')).toHaveLength(1);
});

test('an export speaks for itself without the database', async () => {
  const file = join(directory, 'trail-export.ndjson');
  expect(await writeExport(ctx, file)).toBe(end);
  const text = await readFile(file, 'utf8');
  const lines = text.trimEnd().split('\n');
  const judge = (
    content: string,
    checkpoints = outside,
    keys: readonly string[] | null = trustedKeys,
  ) => verifyExport(pieces(content), { checkpoints, trustedKeys: keys });
  expect(await judge(text)).toMatchObject({
    ok: true,
    events: end,
    unsigned: 3,
    keys: trustedKeys,
  });

  const without = (index: number) => `${lines.toSpliced(index, 1).join('\n')}\n`;
  const cases: readonly [string, Promise<{ firstBreak: unknown }>, object][] = [
    ['edited', judge(text.replace('"e3"', '"e4"')), { seq: 4 + (end - 23), problem: 'hash' }],
    ['a space', judge(text.replace('{', '{ ')), { seq: 1, problem: 'unreadable' }],
    ['removed', judge(without(4)), { seq: 5, problem: 'sequence' }],
    [
      'repeated',
      judge(`${lines.toSpliced(4, 0, lines[4] as string).join('\n')}\n`),
      { seq: 6, problem: 'sequence' },
    ],
    [
      'end gone',
      judge(`${lines.slice(0, late.seq - 1).join('\n')}\n`),
      { seq: late.seq, problem: 'checkpoint_beyond' },
    ],
    ['no newline', judge(text.slice(0, -1)), { seq: end, problem: 'cut_off' }],
    ['half a line', judge(text.slice(0, -40)), { seq: end, problem: 'cut_off' }],
    ['empty', judge(''), { seq: early.seq, problem: 'checkpoint_beyond' }],
    [
      'forged signature',
      judge(text, [{ ...early, signature: late.signature }]),
      { seq: early.seq, problem: 'checkpoint_signature' },
    ],
    [
      'swapped checkpoint',
      judge(text, [{ ...late, seq: early.seq }]),
      { seq: early.seq, problem: 'checkpoint_hash' },
    ],
    [
      'another key expected',
      judge(text, outside, ['0'.repeat(32)]),
      { seq: early.seq, problem: 'checkpoint_key' },
    ],
  ];
  for (const [name, verdict, firstBreak] of cases) {
    expect((await verdict).firstBreak, name).toEqual(firstBreak);
  }
});

/** Cut anywhere, as a stream does. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += 997) yield text.slice(start, start + 997);
}
