import { type Context, Hono } from 'hono';
import { matchAgain, decideResponse, redraft, setOutcome } from '#drafting/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import { readWholeItem, submitDraft } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { choiceOf, isId, readForm, textOf } from '../forms.ts';
import { readBeside } from '../beside.ts';
import { ItemPage } from '../pages/item.tsx';
import { describeProblem, type FormName } from '../problem.ts';
import { redraftOf } from '../redraft-fields.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

const decisions = ['respond', 'monitor', 'do_not_respond'] as const;
const outcomes = [
  'CONTRADICTED',
  'CONSISTENT',
  'RELATED',
  'NO_POSITION',
  'NOT_CHECKABLE',
  'NEEDS_EXPERT',
] as const;

export type ItemContext = Context<HttpEnv, '/posts/:id'>;

export function itemRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/posts/:id', (c) => itemPage(c, { notice: c.req.query('notice') }, 200));
  // The address a refused form leaves in the browser, opened again.
  routes.get('/posts/:id/:form{response|outcome|match|redraft|submit}', (c) =>
    c.redirect(`/posts/${idOf(c)}`),
  );
  routes.post('/posts/:id/response', (c) =>
    onItem(c, 'response', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'response.decide');
      const decision = choiceOf(form, 'decision', decisions);
      await decideResponse(ctx, { postId, decision, reason: textOf(form, 'reason') });
      return '?notice=response#response';
    }),
  );
  routes.post('/posts/:id/outcome', (c) =>
    onItem(c, 'outcome', async (form) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'outcome.decide');
      const outcome = choiceOf(form, 'outcome', outcomes);
      await setOutcome(ctx, { claimId: claimOf(form), outcome, reason: textOf(form, 'reason') });
      const number = Number(textOf(form, 'number')) || 1;
      return `?notice=outcome:${number}#claim-${number}`;
    }),
  );
  routes.post('/posts/:id/match', (c) =>
    onItem(c, 'redraft', async (form) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'draft.write');
      await matchAgain(ctx, { claimId: claimOf(form) });
      const number = Number(textOf(form, 'number')) || 1;
      return `?notice=matched:${number}#claim-${number}`;
    }),
  );
  routes.post('/posts/:id/redraft', (c) =>
    onItem(c, 'redraft', async (form) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'draft.write');
      await redraft(ctx, { claimId: claimOf(form), ...redraftOf(form) });
      return '?notice=redraft#draft';
    }),
  );
  routes.post('/posts/:id/submit', (c) =>
    onItem(c, 'submit', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'draft.submit');
      await submitDraft(ctx, { postId, contentSha256: textOf(form, 'content_sha256') });
      return '?notice=submitted#draft';
    }),
  );
  return routes;
}

/** Runs a form's verb and goes back to the item; a refusal shows the item with what was typed. */
export async function onItem(
  c: ItemContext,
  form: FormName,
  act: (form: FormData, postId: string) => Promise<string>,
): Promise<Response> {
  const typed = await readForm(c);
  const postId = idOf(c);
  try {
    return c.redirect(`/posts/${postId}${await act(typed, postId)}`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = describeProblem(error, form, viewOf(c).t);
    return itemPage(c, { problem, typed }, toProblem(error, c.get('requestId')).status);
  }
}

async function itemPage(c: ItemContext, feedback: Feedback, status: number): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'posts.read');
  const postId = idOf(c);
  const item = await readWholeItem(ctx, postId);
  const view = viewOf(c, feedback.problem === undefined ? undefined : `/posts/${postId}`);
  const beside = await readBeside(c, item);
  return renderPage(
    c,
    <ItemPage view={view} item={item} beside={beside} feedback={feedback} />,
    status,
  );
}

/** @throws NotFoundError for what is no id. */
export function idOf(c: ItemContext): string {
  const id = c.req.param('id');
  if (!isId(id)) throw new NotFoundError('no such post', { field: 'post' });
  return id;
}

export function claimOf(form: FormData): string {
  const id = textOf(form, 'claim');
  if (!isId(id)) throw new NotFoundError('no such claim', { field: 'claim' });
  return id;
}
