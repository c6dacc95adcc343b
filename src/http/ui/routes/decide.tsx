import { Hono } from 'hono';
import { requireRecentProof } from '#identity/index.ts';
import { ConflictError } from '#platform/errors.ts';
import { decide, isStored, revokeApproval, sentenceLabels, verdicts } from '#review/index.ts';
import type { DbContext } from '#db/context.ts';
import type { LabelledSentence } from '#db/schema/index.ts';
import type { HttpEnv } from '../../env.ts';
import { requirePermissionTo } from '../../require-permission.ts';
import { confirmFromForm } from '../confirm-form.ts';
import { choiceOf, isId, textOf } from '../forms.ts';
import { forgetLease } from '../session.ts';
import { onItem } from './item.tsx';
import { onReview } from './review.tsx';

/** A reviewer's verdict, and taking an approval out of force. */
export function decideRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // The address a refused form leaves in the browser, opened again.
  routes.get('/posts/:id/decide', (c) => c.redirect(`/posts/${c.req.param('id')}/review`));
  routes.get('/posts/:id/revoke', (c) => c.redirect(`/posts/${c.req.param('id')}`));
  routes.post('/posts/:id/decide', (c) =>
    onReview(c, 'review', async (form, postId) => {
      const itemId = textOf(form, 'item');
      await requirePermissionTo(c.get('ctx'), 'review.decide', itemId);
      await confirmFromForm(c, form);
      const ctx = c.get('ctx');
      requireRecentProof(ctx, ctx.config.signIn.confirmMs);
      const decision = {
        itemId,
        leaseToken: textOf(form, 'lease_token'),
        fence: Number(textOf(form, 'fence')),
        contentSha256: textOf(form, 'content_sha256'),
        verdict: choiceOf(form, 'verdict', verdicts),
        reason: textOf(form, 'reason'),
        labels: labelsOf(form),
      };
      // Sent twice, as by a double click, it is the one decision that stands already.
      const golden = await unlessStored(ctx, postId, decision, () =>
        decide(ctx, decision, { thirdLookShare: ctx.config.thirdLookShare }),
      );
      forgetLease(c, postId);
      return `/posts/${postId}/review${golden ? '#golden' : '?notice=decided#decided'}`;
    }),
  );
  routes.post('/posts/:id/revoke', (c) =>
    onItem(c, 'revoke', async (form) => {
      await requirePermissionTo(c.get('ctx'), 'approval.revoke', undefined);
      await confirmFromForm(c, form);
      const ctx = c.get('ctx');
      requireRecentProof(ctx, ctx.config.signIn.confirmMs);
      await revokeApproval(ctx, { approvalId: approvalOf(form), reason: textOf(form, 'reason') });
      return '?notice=revoked#review';
    }),
  );
  return routes;
}

/** One for each sentence that has one: the verb names what is missing. */
function labelsOf(form: FormData): LabelledSentence[] {
  return [...form.keys()].flatMap((name) => {
    const ordinal = /^label\.(\d{1,4})$/.exec(name)?.[1];
    const label = sentenceLabels.find((one) => one === textOf(form, name));
    return ordinal === undefined || label === undefined
      ? []
      : [{ ordinal: Number(ordinal), label }];
  });
}

/** Whether it was a golden item. @throws AppError of `act`, unless the same decision is stored. */
async function unlessStored(
  ctx: DbContext,
  postId: string,
  decision: Parameters<typeof isStored>[1]['decision'],
  act: () => ReturnType<typeof decide>,
): Promise<boolean> {
  try {
    return (await act()).golden !== null;
  } catch (error) {
    if (!(error instanceof ConflictError) || error.field !== 'lease_token') throw error;
    const stored = await isStored(ctx, { postId, decision });
    if (stored === null) throw error;
    return stored.golden;
  }
}

function approvalOf(form: FormData): string {
  const id = textOf(form, 'approval');
  if (!isId(id)) throw new ConflictError('no such approval', { field: 'approval' });
  return id;
}
