import type { DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';

/** Addresses of the demonstration end with this; nobody can have one outside (RFC 2606). */
const demoDomain = '@demo.invalid';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Whether the demonstration was loaded here. */
export async function isDemo(ctx: Pick<DbContext, 'db'>): Promise<boolean> {
  const loaded = await ctx.db
    .selectFrom('audit_event')
    .select('seq')
    .where('entity_type', '=', 'demo')
    .where('entity_id', '=', 'demo')
    .where('action', '=', 'demo.loaded')
    .limit(1)
    .executeTakeFirst();
  return loaded !== undefined;
}

/** Who plays which part in the demonstration, in the order they were made; nobody elsewhere. */
export async function readDemoPeople(ctx: Pick<DbContext, 'db'>): Promise<DemoPerson[]> {
  if (!(await isDemo(ctx))) return [];
  const rows = await ctx.db
    .selectFrom('app_user')
    .select(['name', 'email', 'roles'])
    .where('email', 'like', `%${demoDomain}`)
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .orderBy('name')
    .limit(50)
    .execute();
  return rows.map(({ name, email, roles }) => ({ name, email: email ?? '', roles }));
}
