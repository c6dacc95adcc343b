import { type Context, Hono } from 'hono';
import {
  askVerification,
  exportCheckpoints,
  exportParts,
  listCheckpoints,
  listVerifications,
  recordExport,
  searchEvents,
} from '#audit/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError, UnavailableError } from '#platform/errors.ts';
import { countRefusals, historyTypes, relatedRecords } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { isId } from '../forms.ts';
import { HistoryPage } from '../pages/audit/history.tsx';
import { AuditSearchPage } from '../pages/audit/search.tsx';
import { VerifyPage } from '../pages/audit/verify.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { readSearch, someNames, typedSearch } from '../trail-search.ts';
import { type Feedback, viewOf } from '../view.ts';

const pageSize = 50;
const shownRuns = 10;

/** The trail for who may read it. */
export function auditRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/audit', (c) => searchPage(c));
  routes.get('/audit/entity/:type/:id', (c) => historyPage(c));
  routes.get('/audit/verify', (c) => verifyPage(c));
  routes.post('/audit/verify', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'audit.read');
    await askVerification(ctx);
    return c.redirect('/audit/verify', 303);
  });
  routes.get('/audit/export.ndjson', (c) => exportTrail(c));
  routes.get('/audit/checkpoints.ndjson', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'audit.read');
    return c.body(await exportCheckpoints(ctx), 200, asFile('doichung-checkpoints.ndjson'));
  });
  return routes;
}

async function searchPage(c: Context<HttpEnv>): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'audit.read');
  const typed = typedSearch((name) => c.req.query(name) ?? '');
  const cursor = c.req.query('cursor') || null;
  const found = await searchOr(c, async () =>
    searchEvents(ctx, { ...(await readSearch(ctx, typed)), cursor, limit: pageSize }),
  );
  const page = (
    <AuditSearchPage
      view={viewOf(c)}
      typed={typed}
      events={found.page.items}
      next={pageAfter(c, found.page.nextCursor)}
      first={cursor === null ? null : pageAfter(c, '')}
      names={await someNames(ctx)}
      feedback={found.feedback}
    />
  );
  return renderPage(c, page, found.status);
}

/** What was found, or, for a search that cannot be made, why. */
async function searchOr(
  c: Context<HttpEnv>,
  search: () => ReturnType<typeof searchEvents>,
): Promise<{ page: Awaited<ReturnType<typeof searchEvents>>; feedback: Feedback; status: number }> {
  try {
    return { page: await search(), feedback: {}, status: 200 };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'validation') throw error;
    const feedback = { problem: describeProblem(error, 'trail', viewOf(c).t) };
    const { status } = toProblem(error, c.get('requestId'));
    return { page: { items: [], nextCursor: null }, feedback, status };
  }
}

async function historyPage(c: Context<HttpEnv>): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'audit.read');
  const id = c.req.param('id') ?? '';
  const type = historyTypes.find((one) => one === c.req.param('type'));
  const related = type === undefined || !isId(id) ? null : await relatedRecords(ctx, { type, id });
  if (type === undefined || related === null) {
    throw new NotFoundError('the trail keeps no history of such a thing', { field: 'id' });
  }
  const cursor = c.req.query('cursor') || null;
  const found = await searchEvents(ctx, { entityIds: related.ids, cursor, limit: pageSize });
  const page = (
    <HistoryPage
      view={viewOf(c)}
      type={type}
      id={id}
      related={related}
      events={found.items}
      next={pageAfter(c, found.nextCursor)}
      first={cursor === null ? null : pageAfter(c, '')}
    />
  );
  return renderPage(c, page);
}

async function verifyPage(c: Context<HttpEnv>): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'audit.read');
  const { items } = await listCheckpoints(ctx, { limit: 1 });
  const page = (
    <VerifyPage
      view={viewOf(c)}
      runs={await listVerifications(ctx, { limit: shownRuns })}
      newest={items[0] ?? null}
      refusals={await countRefusals(ctx)}
      ownKey={ctx.installationKey.id}
    />
  );
  return renderPage(c, page);
}

/** Sent while it is read: a long trail does not fit in memory. */
async function exportTrail(c: Context<HttpEnv>): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'audit.read');
  if (c.get('readItems') === null) {
    throw new UnavailableError('this server cannot keep the database open while it sends', {
      remedy: 'Ask a server that runs on Node, or use: doichung audit export',
    });
  }
  const { last } = await recordExport(ctx);
  const encoder = new TextEncoder();
  async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const { text } of exportParts(ctx, last)) yield encoder.encode(text);
  }
  const body = ReadableStream.from<Uint8Array<ArrayBuffer>>(bytes());
  return c.body(body, 200, asFile('doichung-audit.ndjson'));
}

function asFile(name: string): Record<string, string> {
  return {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  };
}

/** This page with another cursor; empty: without one. */
function pageAfter(c: Context<HttpEnv>, cursor: string | null): string | null {
  if (cursor === null) return null;
  const url = new URL(c.req.url);
  if (cursor === '') url.searchParams.delete('cursor');
  else url.searchParams.set('cursor', cursor);
  return url.pathname + url.search;
}
