import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** Sequences that triggers count their refusals with. */
export const guards = ['refused_four_eyes', 'refused_immutable'] as const;
export type Guard = (typeof guards)[number];

/** What a guard has counted. It outlives rollbacks; after a crash it may stand up to 32 too high. */
export async function readGuard(ctx: Pick<DbContext, 'db'>, guard: Guard): Promise<number> {
  const { rows } = await sql<{ last_value: number }>`
    select last_value from ${sql.table(guard)}`.execute(ctx.db);
  return (rows[0] as (typeof rows)[number]).last_value;
}
