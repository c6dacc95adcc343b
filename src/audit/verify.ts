import type { DbContext } from '#db/context.ts';
import { type ChainBreak, findBreak, genesisHash } from './chain.ts';

export interface AuditVerdict {
  readonly ok: boolean;
  readonly events: number;
  readonly headHash: string;
  readonly firstBreak: ChainBreak | { readonly seq: number; readonly problem: 'head' } | null;
}

/** Walks the whole chain in pages of 1,000 and compares its end with the head row. */
export async function verifyAudit(ctx: Pick<DbContext, 'db'>): Promise<AuditVerdict> {
  let previous = { seq: 0, hash: genesisHash };
  for (;;) {
    const rows = await ctx.db
      .selectFrom('audit_event')
      .selectAll()
      .where('seq', '>', previous.seq)
      .orderBy('seq')
      .limit(1000)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) break;
    const events = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    const firstBreak = await findBreak(events, previous);
    if (firstBreak !== null) {
      return { ok: false, events: previous.seq, headHash: previous.hash, firstBreak };
    }
    previous = { seq: last.seq, hash: last.hash };
  }
  const head = await ctx.db
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const ok = head.seq === previous.seq && head.hash === previous.hash;
  return {
    ok,
    events: previous.seq,
    headHash: previous.hash,
    firstBreak: ok ? null : { seq: previous.seq, problem: 'head' },
  };
}
