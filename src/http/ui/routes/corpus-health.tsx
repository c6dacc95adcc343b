import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import { corpusHealth, dismissFinding, type FindingKind, listFindings } from '#upkeep/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { isId, readForm, textOf } from '../forms.ts';
import { CorpusHealthPage } from '../pages/corpus-health.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

const kinds: readonly FindingKind[] = ['contradiction', 'near_duplicate'];
/** Findings of each kind on the whole page, and of one kind alone. */
const firstFindings = 5;
const pageSize = 20;

export function corpusHealthRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/health', (c) => healthPage(c, { notice: c.req.query('notice') }, 200));
  // The address a refused form leaves in the browser, opened again.
  routes.get('/corpus/health/dismiss', (c) => c.redirect('/corpus/health'));
  routes.post('/corpus/health/dismiss', async (c) => {
    const ctx = c.get('ctx');
    const typed = await readForm(c);
    try {
      requirePermission(ctx.actor, 'corpus.edit');
      const findingId = textOf(typed, 'finding');
      if (!isId(findingId)) throw new NotFoundError('no such finding', { field: 'id' });
      await dismissFinding(ctx, { findingId, reason: textOf(typed, 'reason') });
      const place = placeOf(c);
      place.set('notice', 'dismissed');
      return c.redirect(`/corpus/health?${place.toString()}#findings`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'dismiss', viewOf(c).t);
      return healthPage(c, { problem, typed }, toProblem(error, c.get('requestId')).status);
    }
  });
  return routes;
}

async function healthPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'corpus.read');
  const health = await corpusHealth(ctx);
  const place = placeOf(c);
  const asked = kindIn(place);
  const cursor = place.get('cursor');
  const limit = asked === undefined ? firstFindings : pageSize;
  const findings = [];
  for (const kind of asked === undefined ? kinds : [asked]) {
    findings.push({ kind, page: await listFindings(ctx, { kind, cursor, limit }) });
  }
  const view = viewOf(
    c,
    feedback.problem === undefined ? undefined : `/corpus/health?${place.toString()}`,
  );
  const page = (
    <CorpusHealthPage view={view} health={health} findings={findings} feedback={feedback} />
  );
  return renderPage(c, page, status);
}

/** Which findings are looked at: of one kind from a cursor on, or the first of each. */
function placeOf(c: Context<HttpEnv>): URLSearchParams {
  const place = new URLSearchParams();
  const kind = kinds.find((one) => one === c.req.query('kind'));
  if (kind === undefined) return place;
  place.set('kind', kind);
  const cursor = c.req.query('cursor');
  if (cursor) place.set('cursor', cursor);
  return place;
}

function kindIn(place: URLSearchParams): FindingKind | undefined {
  return kinds.find((kind) => kind === place.get('kind'));
}
