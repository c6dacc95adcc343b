import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError, ConflictError, ValidationError } from '#platform/errors.ts';
import {
  giveThirdLook,
  nextThirdLook,
  readForReview,
  sentenceLabels,
  thirdLookVerdicts,
} from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { choiceOf, isId, readForm, textOf } from '../forms.ts';
import { ThirdLookPage } from '../pages/third-look.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

/** Reading a sample of approved answers once more. */
export function thirdLookRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/third-look', (c) => thirdLookPage(c, { notice: c.req.query('notice') }, 200));
  // The address a refused form leaves in the browser, opened again.
  routes.get('/third-look/:id', (c) => c.redirect('/third-look'));
  routes.post('/third-look/:id', async (c) => {
    const typed = await readForm(c);
    try {
      const approvalId = c.req.param('id');
      if (!isId(approvalId)) throw new ConflictError('no such answer', { field: 'approval' });
      await giveThirdLook(c.get('ctx'), {
        approvalId,
        contentSha256: textOf(typed, 'content_sha256'),
        verdict: choiceOf(typed, 'verdict', thirdLookVerdicts),
        reason: textOf(typed, 'reason'),
        labels: labelsOf(typed),
      });
      return c.redirect('/third-look?notice=given', 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'third-look', viewOf(c).t);
      return thirdLookPage(c, { problem, typed }, toProblem(error, c.get('requestId')).status);
    }
  });
  return routes;
}

async function thirdLookPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'third_look.give');
  const look = await nextThirdLook(ctx);
  const review = look === null ? null : await readForReview(ctx, look.postId);
  const view = viewOf(c, '/third-look');
  return renderPage(
    c,
    <ThirdLookPage view={view} look={look} review={review} feedback={feedback} />,
    status,
  );
}

function labelsOf(form: FormData) {
  return [...form.keys()].flatMap((name) => {
    const ordinal = /^label\.(\d{1,4})$/.exec(name)?.[1];
    if (ordinal === undefined) return [];
    const label = sentenceLabels.find((one) => one === textOf(form, name));
    if (label === undefined) {
      throw new ValidationError('a sentence is not judged', { field: 'labels' });
    }
    return [{ ordinal: Number(ordinal), label }];
  });
}
