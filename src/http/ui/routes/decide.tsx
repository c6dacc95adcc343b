import { Hono } from 'hono';
import { requireRecentProof } from '#identity/index.ts';
import { ConflictError } from '#platform/errors.ts';
import { decide, readItem, revokeApproval, sentenceLabels, verdicts } from '#review/index.ts';
import type { LabelledSentence } from '#db/schema/index.ts';
import type { HttpEnv } from '../../env.ts';
import { requirePermissionTo } from '../../require-permission.ts';
import { confirmFromForm } from '../confirm-form.ts';
import { choiceOf, isId, textOf } from '../forms.ts';
import { forgetLease } from '../session.ts';
import { onItem } from './item.tsx';

/** A reviewer's verdict, and taking an approval out of force. */
export function decideRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // The address a refused form leaves in the browser, opened again.
  for (const path of ['/posts/:id/decide', '/posts/:id/revoke'] as const) {
    routes.get(path, (c) => c.redirect(`/posts/${c.req.param('id')}`));
  }
  routes.post('/posts/:id/decide', (c) =>
    onItem(c, 'review', async (form, postId) => {
      const itemId = textOf(form, 'item');
      await requirePermissionTo(c.get('ctx'), 'review.decide', itemId);
      await confirmFromForm(c, form);
      const ctx = c.get('ctx');
      requireRecentProof(ctx, ctx.config.signIn.confirmMs);
      const { draft } = await readItem(ctx, postId);
      const decision = {
        itemId,
        leaseToken: textOf(form, 'lease_token'),
        fence: Number(textOf(form, 'fence')),
        contentSha256: textOf(form, 'content_sha256'),
        verdict: choiceOf(form, 'verdict', verdicts),
        reason: textOf(form, 'reason'),
        labels: (draft?.sentences ?? []).flatMap(({ ordinal }) => labelOf(form, ordinal)),
      };
      const { golden } = await decide(ctx, decision, {
        thirdLookShare: ctx.config.thirdLookShare,
      });
      forgetLease(c, postId);
      return golden === null ? '?notice=decided#review' : '#golden';
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

/** Nothing for a sentence without a label: the verb names it. */
function labelOf(form: FormData, ordinal: number): LabelledSentence[] {
  const label = sentenceLabels.find((one) => one === textOf(form, `label.${ordinal}`));
  return label === undefined ? [] : [{ ordinal, label }];
}

function approvalOf(form: FormData): string {
  const id = textOf(form, 'approval');
  if (!isId(id)) throw new ConflictError('no such approval', { field: 'approval' });
  return id;
}
