import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError, ValidationError } from '#platform/errors.ts';
import {
  declineItem,
  handOver,
  itemOfPost,
  type LeaseProof,
  releaseLease,
  renewLease,
  skipItem,
  takeItem,
} from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { formatClock } from '../format.ts';
import { choiceOf, isId, readForm, textOf } from '../forms.ts';
import { localeOf } from '../locale.ts';
import { describeProblem } from '../problem.ts';
import { forgetLease, keepLease } from '../session.ts';
import { viewOf } from '../view.ts';
import { onReview } from './review.tsx';

/** How far this process's clock may be from the database's before a lease looks cut short. */
const clockSlackMs = 5_000;
const passes = ['skip', 'decline', 'handover'] as const;

/** Taking, keeping, returning and passing on an item. */
export function turnRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // The address a refused form leaves in the browser, opened again.
  routes.get('/posts/:id/:form{take|renew|release|pass}', (c) =>
    c.redirect(`/posts/${c.req.param('id')}/review`),
  );
  routes.post('/posts/:id/take', (c) =>
    onReview(c, 'turn', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'review.decide');
      const itemId = await itemOfPost(ctx, postId);
      const lease = await takeItem(ctx, { itemId, leaseMs: ctx.leaseMs });
      keepLease(c, lease, ctx.leaseMs);
      // Only a review under way carries what was read; it goes on where it stood.
      return form.has('content_sha256')
        ? { notice: 'taken_again', lease }
        : `/posts/${postId}/review`;
    }),
  );
  routes.post('/posts/:id/renew', async (c) => {
    const ctx = c.get('ctx');
    if (c.req.header('Accept') === 'application/json') {
      try {
        requirePermission(ctx.actor, 'review.decide');
        const held = proofOf(await readForm(c));
        const { until } = await renewLease(ctx, { ...held, leaseMs: ctx.leaseMs });
        keepLease(c, { ...held, postId: c.req.param('id'), until }, ctx.leaseMs);
        const leftMs = until.getTime() - ctx.clock().getTime();
        // Kept for less than was asked: the most that one lease may last.
        return c.json({
          leftMs,
          limited: leftMs < ctx.leaseMs - clockSlackMs,
          until: formatClock(until, localeOf(c)),
        });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { message, remedy } = describeProblem(error, 'turn', viewOf(c).t);
        const { status } = toProblem(error, c.get('requestId'));
        return c.json({ message: `${message} ${remedy ?? ''}` }, status as 409);
      }
    }
    return onReview(c, 'turn', async (form, postId) => {
      requirePermission(ctx.actor, 'review.decide');
      const held = proofOf(form);
      const { until } = await renewLease(ctx, { ...held, leaseMs: ctx.leaseMs });
      keepLease(c, { ...held, postId, until }, ctx.leaseMs);
      return { notice: 'lease_renewed', lease: held };
    });
  });
  routes.post('/posts/:id/release', (c) =>
    onReview(c, 'turn', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'review.decide');
      await releaseLease(ctx, proofOf(form));
      forgetLease(c, postId);
      return '/?notice=released';
    }),
  );
  routes.post('/posts/:id/pass', (c) =>
    onReview(c, 'pass', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'review.decide');
      const held = { ...proofOf(form), reason: textOf(form, 'pass_reason') };
      switch (choiceOf(form, 'pass', passes)) {
        case 'skip':
          await skipItem(ctx, held);
          break;
        case 'decline':
          await declineItem(ctx, held);
          break;
        case 'handover':
          await handOver(ctx, { ...held, to: colleagueOf(form) });
      }
      forgetLease(c, postId);
      return '/?notice=item_passed';
    }),
  );
  return routes;
}

/** What the page's own forms carry of the lease. @throws ValidationError when they do not. */
function proofOf(form: FormData): LeaseProof {
  const itemId = textOf(form, 'item');
  const token = textOf(form, 'lease_token');
  const fence = textOf(form, 'fence');
  if (isId(itemId) && /^\d{1,9}$/.test(fence)) return { itemId, token, fence: Number(fence) };
  throw new ValidationError('this form carries no lease', {
    field: 'lease_token',
    remedy: 'Open the item again and use the form you see there.',
  });
}

function colleagueOf(form: FormData): string {
  const to = textOf(form, 'to');
  if (isId(to)) return to;
  throw new ValidationError('nobody is chosen', {
    field: 'to',
    remedy: 'Choose the colleague to hand the item to.',
  });
}
