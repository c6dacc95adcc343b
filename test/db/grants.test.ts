import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { makeCheckpoint, verifyAudit } from '#audit/index.ts';
import { openDatabase } from '#db/client.ts';
import { grantApplicationRole } from '#db/grants.ts';
import { refreshStatistics } from '#db/refresh-statistics.ts';
import { jobSchema } from '#jobs/index.ts';
import { ConfigError, NotFoundError } from '#platform/errors.ts';
import { silentLog } from '#platform/log.ts';
import { createBundle, verifyBundle, writeBundle } from '#review/index.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext, engine } from '../support/test-context.ts';

const permissionDenied = '42501';

if (engine === 'postgres') describe('the application as a role that owns nothing', onServer);
else test.skip('the embedded database has one user', () => undefined);

async function onServer(): Promise<void> {
  const ctx = await createTestContext({ asApplication: true });
  const as = (name: string, ...roles: Parameters<typeof actAs>[2]) => actAs(ctx, name, roles);
  await approveCorpus(ctx, [invented]);
  const postId = await analysedPost(ctx, contradictingClaim);
  await submitForReview(await as('drafter', 'drafter'), postId);
  const reviewers = [await as('first', 'reviewer'), await as('second', 'reviewer')];
  const approvalId = await approveInReview(reviewers, postId);

  test('receives, analyses, drafts, judges, approves, proves and signs', async () => {
    const { rows } = await sql<{ name: string }>`select current_user as name`.execute(ctx.db);
    expect(rows[0]?.name).toBe('doichung_application');
    const bundle = writeBundle(await createBundle(await as('auditor', 'auditor'), { approvalId }));
    expect(await verifyBundle(bundle, { key: ctx.installationKey.id })).toMatchObject({ ok: true });
    const { seq } = await makeCheckpoint(ctx);
    expect(await verifyAudit(ctx)).toMatchObject({ ok: true, events: seq });
  });

  test('builds the one index it needs, and refreshes what the planner knows', async () => {
    await sql`select index_vectors(1, 384)`.execute(ctx.db);
    const built = sql<{ tableowner: string }>`select tableowner from pg_indexes i
      join pg_tables t on t.tablename = i.tablename where indexname = 'passage_embedding_half_1'`;
    expect((await built.execute(ctx.db)).rows).toEqual([{ tableowner: 'postgres' }]);
    await ctx.db
      .insertInto('lexical_term')
      .values(
        Array.from({ length: 200 }, (_, index) => ({
          term: `t${index}`,
          document_frequency: 1,
        })),
      )
      .execute();
    await sql`select pg_stat_force_next_flush()`.execute(ctx.db);
    await refreshStatistics(ctx);
    const analysed = await sql<{ done: boolean }>`select last_analyze is not null as done
      from pg_stat_user_tables where relname = 'lexical_term'`.execute(ctx.db);
    const version = await sql<{ number: number }>`
      select current_setting('server_version_num')::int as number`.execute(ctx.db);
    expect(analysed.rows[0]?.done).toBe((version.rows[0]?.number ?? 0) >= 170_000);
  });

  test.each([
    `update audit_event set action = 'forged'`,
    `delete from audit_event`,
    `truncate audit_event`,
    `alter table audit_event disable trigger user`,
    `drop trigger audit_event_append_only on audit_event`,
    `drop table audit_event`,
    `alter table audit_event rename to other`,
    `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    `create or replace function check_approval() returns trigger language plpgsql as 'begin return new; end'`,
    `alter function check_approval() owner to doichung_application`,
    `set session_replication_role = replica`,
    `delete from audit_head`,
    `insert into audit_head (singleton, seq, hash) values (true, 0, '')`,
    `update audit_checkpoint set hash = ''`,
    `delete from audit_checkpoint`,
    `update audit_block set root = ''`,
    `update signing_key set public_key = ''`,
    `delete from approval`,
    `update review_decision set verdict = 'approve'`,
    `delete from review_decision`,
    `delete from app_user`,
    `update clock_limit set seconds = 1000000000`,
    `select setval('refused_four_eyes', 0)`,
    `alter sequence refused_immutable restart`,
    `delete from kysely_migration`,
    // A table of this name would stand before the real one in the eyes of the triggers.
    `create temporary table review_decision (draft_id uuid)`,
    `create table other (id integer)`,
    `create schema other`,
    `create view other as select 1`,
    `set role postgres`,
  ])('is refused by the server: %s', async (statement) => {
    await expect(sql.raw(statement).execute(ctx.db)).rejects.toMatchObject({
      code: permissionDenied,
    });
  });

  test('may change no table whose rows are kept for ever, and empty none of these', async () => {
    const { rows } = await sql<{ name: string; updates: boolean; deletes: boolean; kept: boolean }>`
      select c.relname as name,
        has_table_privilege(current_user, c.oid, 'update') as updates,
        has_table_privilege(current_user, c.oid, 'delete, truncate, trigger') as deletes,
        exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgtype & 16 <> 0
          and t.tgfoid = 'refuse_change'::regproc) as kept
      from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
      ctx.db,
    );
    const kept = rows.filter((row) => row.kept).map((row) => row.name);
    expect(kept).toEqual(expect.arrayContaining(['audit_event', 'audit_checkpoint', 'revocation']));
    expect(rows.filter((row) => row.kept && row.updates)).toEqual([]);
    const emptied = rows.filter((row) => row.deletes).map((row) => row.name);
    for (const name of [
      ...kept.filter((name) => name !== 'passage'),
      'approval',
      'post',
      'draft',
    ]) {
      expect(emptied).not.toContain(name);
    }
  });

  test('cannot migrate, and says who can', async () => {
    const serverUrl = new URL(inject('serverUrl') as string);
    const name = `doichung_test_unmigrated_${process.pid}`;
    await asOwner(serverUrl, `drop database if exists ${name}`, `create database ${name}`);
    const own = new URL(serverUrl);
    own.pathname = `/${name}`;
    await asOwner(own, 'create extension vector');
    own.username = 'doichung_application';
    own.password = 'doichung_application';
    const opening = openDatabase({ kind: 'postgres', url: own.toString(), poolSize: 1 }, silentLog);
    await expect(opening).rejects.toMatchObject({
      name: 'ConfigError',
      field: 'DATABASE_OWNER_URL',
    });
    await asOwner(serverUrl, `drop database ${name} with (force)`);
  });

  test('only a role without any other right is taken', async () => {
    const url = inject('serverUrl') as string;
    const owner = await openOwner(url);
    const grant = (role: string) => grantApplicationRole(owner.db, { role, jobSchema });
    await expect(grant('nobody here')).rejects.toThrow(NotFoundError);
    await expect(grant('postgres')).rejects.toThrow(ConfigError);
    await owner[Symbol.asyncDispose]();
  });
}

async function openOwner(serverUrl: string): Promise<AsyncDisposable & { db: Kysely<unknown> }> {
  const url = new URL(serverUrl);
  url.pathname = '/doichung_test_template';
  const handle = await openDatabase(
    { kind: 'postgres', url: url.toString(), poolSize: 1 },
    silentLog,
  );
  return handle as unknown as AsyncDisposable & { db: Kysely<unknown> };
}

async function asOwner(url: URL, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
