import { type Kysely, sql } from 'kysely';
import { openInstallationKey } from '#audit/index.ts';
import { createInstallationKey } from '#audit/installation-key.ts';
import { makeCheckpoint } from '#audit/make-checkpoint.ts';
import type { Database } from '#db/schema/index.ts';
import { systemClock } from '#platform/clock.ts';
import { asIfCommitted, rewriteChain, rollBack } from '../../test/support/tamper.ts';

/** What an intruder with the owner's rights does to the tables, the guards taken off. */
export interface DatabaseAttack {
  readonly name: string;
  tamper(
    db: Kysely<Database>,
    trail: { readonly seq: number; readonly signed: number },
  ): Promise<unknown>;
}

const event = (db: Kysely<Database>, seq: number) =>
  db.updateTable('audit_event').where('seq', '=', seq);

async function swap(db: Kysely<Database>, seq: number): Promise<void> {
  await event(db, seq).set({ seq: -1 }).execute();
  await event(db, seq + 1)
    .set({ seq })
    .execute();
  await event(db, -1)
    .set({ seq: seq + 1 })
    .execute();
}

const columns = {
  'the person': { actor_name: 'somebody else' },
  'the action': { action: 'approval.revoked' },
  'the thing': { entity_id: 'another' },
  'the details': { details: '{"n":0}' },
  'the time': { at: new Date(0) },
  'the state after': { after_sha256: 'f'.repeat(64) },
  'its own hash': { hash: 'f'.repeat(64) },
  'the hash before': { prev_hash: 'f'.repeat(64) },
} as const;

const inPlace: DatabaseAttack[] = [
  ...Object.entries(columns).map(([name, change]) => ({
    name: `edit: ${name}`,
    tamper: (db: Kysely<Database>, { seq }: { seq: number }) =>
      event(db, seq).set(change).execute(),
  })),
  {
    name: 'delete one event',
    tamper: (db, { seq }) => db.deleteFrom('audit_event').where('seq', '=', seq).execute(),
  },
  { name: 'swap two events', tamper: (db, { seq }) => swap(db, seq) },
  { name: 'put an event before the first', tamper: (db) => event(db, 1).set({ seq: 0 }).execute() },
  {
    name: 'delete the end',
    tamper: (db, { signed }) => db.deleteFrom('audit_event').where('seq', '>', signed).execute(),
  },
  { name: 'delete everything', tamper: (db) => db.deleteFrom('audit_event').execute() },
  {
    name: 'set the head back',
    tamper: (db, { seq }) => db.updateTable('audit_head').set({ seq }).execute(),
  },
  {
    name: 'change a stored block’s root',
    tamper: (db) =>
      db
        .updateTable('audit_block')
        .set({ root: 'f'.repeat(64) })
        .execute(),
  },
  {
    name: 'change a checkpoint’s root',
    tamper: (db) =>
      db
        .updateTable('audit_checkpoint')
        .set({ root: 'f'.repeat(64) })
        .execute(),
  },
  {
    name: 'change a checkpoint’s time',
    tamper: (db) =>
      db
        .updateTable('audit_checkpoint')
        .set({ signed_at: new Date(0) })
        .execute(),
  },
  {
    name: 'put another public key in place',
    tamper: (db) => db.updateTable('signing_key').set({ public_key: 'AAAA' }).execute(),
  },
];

/** Each leaves a chain without a fault. */
const rewritten: DatabaseAttack[] = [
  {
    name: 'edit, whole chain rewritten',
    async tamper(db, { seq }) {
      await event(db, seq).set({ actor_name: 'somebody else' }).execute();
      await rewriteChain(db, seq);
    },
  },
  {
    name: 'delete, whole chain rewritten',
    async tamper(db, { seq }) {
      await db.deleteFrom('audit_event').where('seq', '=', seq).execute();
      await rewriteChain(db, seq);
    },
  },
  {
    name: 'reorder, whole chain rewritten',
    async tamper(db, { seq }) {
      await swap(db, seq);
      await rewriteChain(db, seq);
    },
  },
  {
    name: 'rewritten, the checkpoints of the database deleted',
    async tamper(db, { seq }) {
      await event(db, seq).set({ actor_name: 'somebody else' }).execute();
      await rewriteChain(db, seq);
      await db.deleteFrom('audit_checkpoint').execute();
    },
  },
  {
    name: 'rewritten and signed again by another key',
    async tamper(db, { seq }) {
      await event(db, seq).set({ actor_name: 'somebody else' }).execute();
      await rewriteChain(db, seq);
      await db.deleteFrom('audit_checkpoint').execute();
      const installationKey = await openInstallationKey(await createInstallationKey());
      await makeCheckpoint({ db: asIfCommitted(db), clock: systemClock, installationKey });
    },
  },
  {
    name: 'truncate: the end and its head',
    async tamper(db, { signed }) {
      await db.deleteFrom('audit_event').where('seq', '>=', signed).execute();
      await rewriteChain(db, signed - 1);
    },
  },
  { name: 'roll back to an older state', tamper: (db, { seq }) => rollBack(db, seq) },
  {
    name: 'a new, empty trail',
    async tamper(db) {
      await db.deleteFrom('audit_checkpoint').execute();
      await db.deleteFrom('audit_event').execute();
      await db
        .updateTable('audit_head')
        .set({ seq: 0, hash: '0'.repeat(64) })
        .execute();
    },
  },
];

export const databaseAttacks: readonly DatabaseAttack[] = [...inPlace, ...rewritten];

/** With the guards in place: the database refuses each. */
export const refusedStatements = [
  sql`update audit_event set action = 'forged' where seq = 1`,
  sql`delete from audit_event where seq = 1`,
  sql`truncate audit_event`,
  sql`update audit_checkpoint set root = 'x'`,
  sql`delete from audit_checkpoint`,
  sql`delete from signing_key`,
  sql`update audit_block set root = 'x'`,
];
