import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import type { NameGroup, NameVariant } from './name-group.ts';

/** Any fixed number: proposals and approvals compare names with all others, so they take turns. */
const listLock = 7_301_883;

/** Holds until the transaction ends. */
export async function lockNames(ctx: Pick<DbContext, 'db'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(listLock)})`.execute(ctx.db);
}

/** Groups in force of which a name begins with one of these terms. */
export async function selectNamesByTerms(
  ctx: Pick<DbContext, 'db'>,
  terms: readonly string[],
): Promise<NameGroup[]> {
  const { rows } = await sql<NameGroup & { preferred: readonly NameVariant[] }>`
    select key, kind, variants, preferred from name_version
    where approved_at is not null and withdrawn_at is null
      and id in (select version_id from name_term where term = any(${[...terms]}::text[]))
    order by key`.execute(ctx.db);
  return rows;
}

export interface LivingVersion extends NameGroup {
  readonly id: string;
  readonly isApproved: boolean;
}

/** Every version that is proposed or in force; a list of names is small enough to be read whole. */
export async function selectLivingNames(ctx: Pick<DbContext, 'db'>): Promise<LivingVersion[]> {
  const rows = await ctx.db
    .selectFrom('name_version')
    .select(['id', 'key', 'kind', 'variants', 'preferred', 'note', 'approved_at'])
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ approved_at, ...row }) => ({ ...row, isApproved: approved_at !== null }));
}

/** Newest version number of each of these keys that has one. */
export async function selectVersionNumbers(
  ctx: Pick<DbContext, 'db'>,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; newest: number }>`
    select key, max(version_number) as newest from name_version
    where key = any(${[...keys]}::text[]) group by key`.execute(ctx.db);
  return new Map(rows.map((row) => [row.key, row.newest]));
}
