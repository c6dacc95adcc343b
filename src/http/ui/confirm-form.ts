import type { Context } from 'hono';
import { confirmIdentity } from '#identity/index.ts';
import type { HttpEnv } from '../env.ts';
import { visitOf } from '../visit.ts';
import { textOf } from './forms.ts';

/**
 * Confirms who sends the form, when it carries a password or code (`ConfirmFields`); from then on
 * `c.var.ctx` is confirmed. Call it before `requireRecentProof`. @throws ConfirmationNeededError (field
 * `proof`) when it is wrong. @throws TooManyError
 */
export async function confirmFromForm(c: Context<HttpEnv>, form: FormData): Promise<void> {
  const proof = textOf(form, 'proof');
  if (proof === '') return;
  const { ctx } = c.var;
  const credential = await confirmIdentity(ctx, { proof, visit: visitOf(c) });
  c.set('ctx', { ...ctx, actor: { ...ctx.actor, credential } });
}
