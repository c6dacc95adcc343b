import { type Context, Hono } from 'hono';
import { decideMany, readBulk, undoMany } from '#drafting/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import { listClusters, postDecisions } from '#posts/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { addressOfTriage, triageOfAddress } from '../components/triage-address.ts';
import { choiceOf, isId, readForm, textOf } from '../forms.ts';
import { TriagePage } from '../pages/triage.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

const pageSize = 25;
const decisions = postDecisions.filter((one) => one !== 'none');

/** Which posts are answered: clusters, search, and one decision on many. */
export function triageRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/triage', (c) => triagePage(c, new URL(c.req.url).searchParams, {}, 200));
  // The address a refused form leaves in the browser, opened again.
  routes.get('/triage/:form{decide|undo}', (c) => c.redirect('/triage'));
  routes.post('/triage/decide', (c) =>
    onList(c, async (form) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'response.decide');
      const seenAt = new Date(textOf(form, 'seen_at'));
      const { id } = await decideMany(ctx, {
        decision: choiceOf(form, 'decision', decisions),
        reason: textOf(form, 'reason'),
        postIds: chosenPosts(form),
        seenAt: Number.isNaN(seenAt.getTime()) ? null : seenAt,
      });
      return id;
    }),
  );
  routes.post('/triage/undo', (c) =>
    onList(c, async (form) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'response.decide');
      const bulkId = textOf(form, 'bulk');
      if (!isId(bulkId)) throw new NotFoundError('no such decision of yours', { field: 'bulk' });
      await undoMany(ctx, { bulkId });
      return bulkId;
    }),
  );
  return routes;
}

/** Posts ticked one by one, and those of ticked clusters that the page showed. */
function chosenPosts(form: FormData): string[] {
  const clusters = form.getAll('cluster').map(String);
  const members = clusters.flatMap((id) => textOf(form, `members.${id}`).split(','));
  return [...form.getAll('post').map(String), ...members].filter(isId);
}

/** Runs a form's verb and goes back to the list with what became of it; a refusal shows what was typed. */
async function onList(
  c: Context<HttpEnv>,
  act: (form: FormData) => Promise<string>,
): Promise<Response> {
  const form = await readForm(c);
  const search = new URL(textOf(form, 'back'), 'http://page/').searchParams;
  try {
    const bulk = await act(form);
    const cursor = search.get('cursor') || null;
    return c.redirect(addressOfTriage(triageOfAddress(search), { cursor, bulk }), 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = describeProblem(error, 'triage', viewOf(c).t);
    const { status } = toProblem(error, c.get('requestId'));
    return triagePage(c, search, { problem, typed: form }, status);
  }
}

async function triagePage(
  c: Context<HttpEnv>,
  search: URLSearchParams,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'posts.read');
  const shown = triageOfAddress(search);
  const cursor = search.get('cursor') || null;
  const bulkId = search.get('bulk') ?? '';
  const address = addressOfTriage(shown, { cursor });
  return renderPage(
    c,
    <TriagePage
      view={viewOf(c, feedback.problem === undefined ? undefined : address)}
      shown={shown}
      cursor={cursor}
      page={await listClusters(ctx, {
        ...shown.filter,
        order: shown.order,
        cursor,
        limit: pageSize,
      })}
      bulk={isId(bulkId) ? await readBulk(ctx, bulkId) : null}
      feedback={feedback}
    />,
    status,
  );
}
