import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createTestContext } from '../support/test-context.ts';
import { appOver, problemIn, sender } from './client.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));

describe('without a key', () => {
  test('/healthz tells the version', async () => {
    const answer = await send('GET', '/healthz');
    expect(answer.body).toEqual({ status: 'ok', version: '0.0.0-test' });
  });

  test('/healthz asks nothing of the database', async () => {
    const closed = { ...ctx, db: null as never };
    expect((await sender(appOver(closed))('GET', '/healthz')).status).toBe(200);
  });

  test('/readyz tells the state of the model', async () => {
    const answer = await send('GET', '/readyz');
    expect(answer.body).toEqual({
      status: 'ready',
      embedding_model: { name: 'scripted', state: 'active' },
    });
  });

  test('/readyz is 503 when the schema lacks a migration', async () => {
    await sql`update kysely_migration set name = name || '-' where name like '%four-eyes'`.execute(
      ctx.db,
    );
    const problem = problemIn(await send('GET', '/readyz'));
    expect(problem).toMatchObject({ status: 503, detail: 'the schema lacks 1 migrations' });
    await sql`update kysely_migration set name = rtrim(name, '-')`.execute(ctx.db);
  });

  test('/readyz is 503 when nobody embeds with the configured model', async () => {
    const configured = { ...ctx.embedders.configured };
    const other = { ...configured, info: { ...configured.info, fingerprint: 'f'.repeat(64) } };
    const answer = await sender(
      appOver({ ...ctx, embedders: { ...ctx.embedders, configured: other } }),
    )('GET', '/readyz');
    expect(problemIn(answer).status).toBe(503);
  });

  test('/openapi.json and /docs are there, offline', async () => {
    const contract = await send<{ openapi: string }>('GET', '/openapi.json');
    expect(contract.body.openapi).toBe('3.1.0');
    const page = await send<string>('GET', '/docs');
    expect(page.body).not.toMatch(/https?:\/\//);
    expect(page.body).not.toMatch(/<script>|onload=|style=/);
    expect((await send('GET', '/docs/swagger-ui.css')).headers.get('Content-Type')).toMatch(/css/);
    expect((await send('GET', '/docs/start.js')).body).toContain('/openapi.json');
    expect((await send('GET', '/docs/package.json')).status).toBe(404);
  });
});
