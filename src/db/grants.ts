import { type Kysely, sql } from 'kysely';
import { ConfigError, NotFoundError } from '#platform/errors.ts';

/** Rows that only a migration makes; the application reads them, and changes what `mayChange` names. */
const fixedRows = [
  'audit_head',
  'clock_limit',
  'kysely_migration',
  'kysely_migration_lock',
  'lexical_statistics',
  'refusal_noted',
];
/** Beside tables whose rows a trigger keeps for ever. */
const neverUpdated = ['clock_limit', 'kysely_migration', 'kysely_migration_lock'];
/** The only tables rows leave: what can be made again, and what people may take back. */
const mayDelete = [
  'auth_account',
  'auth_rate_limit',
  'auth_session',
  'auth_two_factor',
  'auth_verification',
  'lexical_posting',
  'mail_sent',
  'match',
  'passage',
  'passage_embedding',
  'saved_filter',
  'syllable_count',
  'syllable_counted_version',
];
/** Any number that no other advisory lock of this database uses. */
const grantLock = 7_301_884;
/** From here on a role can be allowed to analyse tables that are not its own. */
const maintainSince = 170_000;
const triggerOnUpdate = 16;

/**
 * Gives a role what the application needs and no more; run as the owner of the tables, and again after each
 * migration. Such a role can change no immutable row, touch no trigger and make no table, whatever SQL it
 * sends. @throws NotFoundError for no such role; ConfigError for one that could help itself to more.
 */
export async function grantApplicationRole<T>(
  db: Kysely<T>,
  { role, jobSchema }: { readonly role: string; readonly jobSchema: string },
): Promise<void> {
  await refuseUnfit(db, role);
  await db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${grantLock})`.execute(db);
    const tables = await readTables(db);
    for (const statement of statements({ role, jobSchema, tables, ...(await readServer(db)) })) {
      await sql.raw(statement).execute(db);
    }
    await refuseMaker(db, role);
  });
}

interface Table {
  readonly name: string;
  /** A trigger refuses every update. */
  readonly immutable: boolean;
}

function statements({
  role,
  jobSchema,
  tables,
  database,
  version,
}: {
  readonly role: string;
  readonly jobSchema: string;
  readonly tables: readonly Table[];
  readonly database: string;
  readonly version: number;
}): string[] {
  const to = `to ${quote(role)}`;
  const named = (names: readonly string[]): string => {
    const missing = names.find((name) => !tables.some((table) => table.name === name));
    if (missing !== undefined) throw new Error(`there is no table ${missing} to grant`);
    return names.map((name) => `public.${quote(name)}`).join(', ');
  };
  const updated = tables.filter(
    ({ name, immutable }) => !immutable && !neverUpdated.includes(name),
  );
  return [
    `grant connect on database ${quote(database)} ${to}`,
    // A temporary table of the same name would stand before the real one in the eyes of every trigger.
    `revoke temporary on database ${quote(database)} from public, ${quote(role)}`,
    `revoke create on schema public from public, ${quote(role)}`,
    `grant usage on schema public, ${quote(jobSchema)} ${to}`,
    `revoke all on all tables in schema public from ${quote(role)}`,
    `revoke all on all sequences in schema public from ${quote(role)}`,
    `grant select, insert on all tables in schema public ${to}`,
    `revoke insert on ${named(fixedRows)} from ${quote(role)}`,
    `grant update on ${named(updated.map(({ name }) => name))} ${to}`,
    `grant delete on ${named(mayDelete)} ${to}`,
    // Not update: setting a sequence back would hide what was refused.
    `grant usage, select on all sequences in schema public ${to}`,
    ...(version < maintainSince ? [] : [`grant maintain on all tables in schema public ${to}`]),
    `grant select, insert, update, delete on all tables in schema ${quote(jobSchema)} ${to}`,
    `grant usage, select, update on all sequences in schema ${quote(jobSchema)} ${to}`,
    `alter default privileges in schema public grant select, insert on tables ${to}`,
    `alter default privileges in schema public grant usage, select on sequences ${to}`,
  ];
}

async function readTables<T>(db: Kysely<T>): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, exists (select from pg_trigger t where t.tgrelid = c.oid
        and t.tgfoid = 'public.refuse_change'::regproc and t.tgtype & ${sql.lit(triggerOnUpdate)} <> 0)
      as immutable
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by name`.execute(db);
  return rows;
}

async function readServer<T>(db: Kysely<T>): Promise<{ database: string; version: number }> {
  const { rows } = await sql<{ database: string; version: number }>`
    select current_database() as database, current_setting('server_version_num')::int as version`.execute(
    db,
  );
  return rows[0] as { database: string; version: number };
}

async function refuseUnfit<T>(db: Kysely<T>, role: string): Promise<void> {
  const { rows } = await sql<{ attributes: boolean; owner: boolean }>`
    select r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
        as attributes,
      exists (select from pg_class c where c.relnamespace = 'public'::regnamespace
        and pg_has_role(r.oid, c.relowner, 'member')) as owner
    from pg_roles r where r.rolname = ${role}`.execute(db);
  const [found] = rows;
  if (found === undefined) {
    throw new NotFoundError(`there is no role ${role} on this server`, {
      field: '--role',
      remedy: `Create it as an administrator of the server: create role ${quote(role)} login password '…'`,
    });
  }
  if (!found.attributes && !found.owner) return;
  const why = found.owner ? 'owns tables here' : 'may do more than use this database';
  throw new ConfigError(`the role ${role} ${why}: nothing that is refused to it would hold`, {
    field: '--role',
    remedy: 'Take a role of its own for the application, without attributes or memberships.',
  });
}

async function refuseMaker<T>(db: Kysely<T>, role: string): Promise<void> {
  const { rows } = await sql<{ makes: boolean }>`
    select has_schema_privilege(${role}, 'public', 'create')
      or has_database_privilege(${role}, current_database(), 'temporary')
      or has_database_privilege(${role}, current_database(), 'create') as makes`.execute(db);
  if (rows[0]?.makes !== true) return;
  throw new ConfigError(`the role ${role} may still create tables in this database`, {
    field: '--role',
    remedy: 'Run this as the owner of the database and of its schema public.',
  });
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
