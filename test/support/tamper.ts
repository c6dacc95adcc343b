import { type Kysely, sql } from 'kysely';
import { hashEvent } from '#audit/chain.ts';
import { readEvents } from '#audit/read-trail.ts';
import type { Context } from '../../src/context.ts';
import type { Database } from '#db/schema/index.ts';

type OwnerContext = Pick<Context, 'db'>;

/** Runs with the guards of the trail taken off, as an intruder with the owner's rights would; nothing stays. */
export async function tampered<T>(
  ctx: OwnerContext,
  tamper: (db: Kysely<Database>) => Promise<unknown>,
  look: (ctx: OwnerContext) => Promise<T>,
): Promise<T> {
  let seen: { readonly value: T } | null = null;
  const undo = new Error('undo the tampering');
  await ctx.db
    .transaction()
    .execute(async (db) => {
      for (const table of ['audit_event', 'audit_block', 'audit_checkpoint', 'signing_key']) {
        await sql`alter table ${sql.ref(table)} disable trigger user`.execute(db);
      }
      await tamper(db);
      seen = { value: await look({ db }) };
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  if (seen === null) throw new Error('nobody looked');
  return (seen as { readonly value: T }).value;
}

/** A transaction that says it is none: whoever signs refuses what is not committed, a test cannot commit it. */
export function asIfCommitted(db: Kysely<Database>): Kysely<Database> {
  return new Proxy(db, {
    get(target, key) {
      if (key === 'isTransaction') return false;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Makes the chain whole again from `from` on, head and stored blocks too: nothing in the trail gives it away. */
export async function rewriteChain(db: Kysely<Database>, from: number): Promise<void> {
  const [before] = await readEvents({ db }, { after: from - 2, limit: 1 });
  let previous = from === 1 ? '0'.repeat(64) : (before?.hash ?? '');
  let seq = from - 1;
  for (const event of await readEvents({ db }, { after: from - 1 })) {
    const { hash: _old, ...rest } = event;
    seq += 1;
    const changed = { ...rest, seq, prev_hash: previous };
    previous = hashEvent(changed);
    await db
      .updateTable('audit_event')
      .set({ seq, prev_hash: changed.prev_hash, hash: previous })
      .where('seq', '=', event.seq)
      .execute();
  }
  await db.updateTable('audit_head').set({ seq, hash: previous }).execute();
  await db.deleteFrom('audit_block').execute();
}

/** The state when `seq` was the newest event: what a restored backup looks like. */
export async function rollBack(db: Kysely<Database>, seq: number): Promise<void> {
  await db.deleteFrom('audit_checkpoint').where('seq', '>', seq).execute();
  await db.deleteFrom('audit_event').where('seq', '>', seq).execute();
  const [last] = await readEvents({ db }, { after: seq - 1, limit: 1 });
  await db
    .updateTable('audit_head')
    .set({ seq, hash: last?.hash ?? '' })
    .execute();
}
