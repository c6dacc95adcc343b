import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError, ValidationError } from '#platform/errors.ts';
import {
  declineItem,
  handOver,
  type LeaseProof,
  readItem,
  releaseLease,
  renewLease,
  skipItem,
  takeItem,
} from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { choiceOf, isId, textOf } from '../forms.ts';
import { forgetLease, keepLease } from '../session.ts';
import { onItem } from './item.tsx';

const passes = ['skip', 'decline', 'handover'] as const;

/** Taking, keeping, returning and passing on the item of a page. */
export function turnRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // The address a refused form leaves in the browser, opened again.
  routes.get('/posts/:id/:form{take|renew|release|pass}', (c) =>
    c.redirect(`/posts/${c.req.param('id')}#review`),
  );
  routes.post('/posts/:id/take', (c) =>
    onItem(c, 'turn', async (_form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'review.decide');
      const { post } = await readItem(ctx, postId);
      if (post.item_id === null) throw new NotFoundError('no such item', { field: 'item' });
      const lease = await takeItem(ctx, { itemId: post.item_id, leaseMs: ctx.leaseMs });
      keepLease(c, lease, ctx.leaseMs);
      return '#review';
    }),
  );
  routes.post('/posts/:id/renew', (c) =>
    onItem(c, 'turn', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'review.decide');
      const held = proofOf(form);
      const { until } = await renewLease(ctx, { ...held, leaseMs: ctx.leaseMs });
      keepLease(c, { ...held, postId, until }, ctx.leaseMs);
      return '?notice=lease_renewed#review';
    }),
  );
  routes.post('/posts/:id/release', (c) =>
    onItem(c, 'turn', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'review.decide');
      await releaseLease(ctx, proofOf(form));
      forgetLease(c, postId);
      return '?notice=released#review';
    }),
  );
  routes.post('/posts/:id/pass', (c) =>
    onItem(c, 'pass', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'review.decide');
      const held = { ...proofOf(form), reason: textOf(form, 'reason') };
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
      return '?notice=item_passed#review';
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
