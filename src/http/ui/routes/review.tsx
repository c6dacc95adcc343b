import { type Context, Hono } from 'hono';
import { markMentionsSeen, readComments } from '#comments/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import { readForReview, readGoldenResult, similarDecisions } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { isId, readForm } from '../forms.ts';
import { ReviewPage } from '../pages/review.tsx';
import { describeProblem, type FormName } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type HeldLease, heldLease } from '../session.ts';
import { type Feedback, viewOf } from '../view.ts';

const commentsShown = 100;

type ReviewContext = Context<HttpEnv, '/posts/:id/review'>;

/** Where to go after a form; or the same page again with what was typed, under this lease. */
export type AfterForm = string | { readonly notice: string; readonly lease: HeldLease };

/** The page on which a draft is judged. */
export function reviewRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/posts/:id/review', (c) =>
    reviewPage(c, { notice: c.req.query('notice') }, 200, heldLease(c)),
  );
  return routes;
}

/**
 * Runs a verb for a form of the review page. A refusal, and a lease kept or taken again, show the page
 * with every label and word that was in the form.
 */
export async function onReview(
  c: ReviewContext,
  form: FormName,
  act: (form: FormData, postId: string) => Promise<AfterForm>,
): Promise<Response> {
  const typed = await readForm(c);
  try {
    const next = await act(typed, idOf(c));
    if (typeof next === 'string') return c.redirect(next, 303);
    return reviewPage(c, { notice: next.notice, typed }, 200, next.lease);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = describeProblem(error, form, viewOf(c).t);
    const { status } = toProblem(error, c.get('requestId'));
    return reviewPage(c, { problem, typed }, status, heldLease(c));
  }
}

async function reviewPage(
  c: ReviewContext,
  feedback: Feedback,
  status: number,
  lease: HeldLease | null,
): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'posts.read');
  const postId = idOf(c);
  const review = await readForReview(ctx, postId);
  const { items: comments } = await readComments(ctx, { postId, limit: commentsShown });
  if (comments.some(({ mentions }) => mentions.includes(ctx.actor.name))) {
    await markMentionsSeen(ctx, { postId });
  }
  const posted = c.req.method === 'POST';
  return renderPage(
    c,
    <ReviewPage
      view={viewOf(c, posted ? `/posts/${postId}/review` : undefined)}
      review={review}
      comments={comments}
      similar={await similarDecisions(ctx, { postId })}
      golden={await readGoldenResult(ctx, postId)}
      lease={lease}
      feedback={{ ...feedback, typed: forThisDraft(feedback.typed, review.draft) }}
    />,
    status,
  );
}

/** Labels belong to the draft they were given to: of another one only the words are kept. */
function forThisDraft(
  typed: FormData | undefined,
  draft: { readonly content_sha256: string } | null,
): FormData | undefined {
  if (typed === undefined || typed.get('content_sha256') === draft?.content_sha256) return typed;
  const kept = new FormData();
  for (const [name, value] of typed) if (!name.startsWith('label.')) kept.append(name, value);
  return kept;
}

function idOf(c: ReviewContext): string {
  const id = c.req.param('id');
  if (!isId(id)) throw new NotFoundError('no such post', { field: 'post' });
  return id;
}
