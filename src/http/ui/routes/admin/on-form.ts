import type { Context } from 'hono';
import { type Action, requirePermission, requireRecentProof } from '#identity/index.ts';
import { AppError } from '#platform/errors.ts';
import type { HttpEnv } from '../../../env.ts';
import { sayWhenAgain, toProblem } from '../../../errors.ts';
import { confirmFromForm } from '../../confirm-form.ts';
import { readForm } from '../../forms.ts';
import { describeProblem, type FormName } from '../../problem.ts';
import { type Feedback, viewOf } from '../../view.ts';

interface FormOptions {
  readonly may: Action;
  readonly name: FormName;
  /** Who gives rights away sits there now, and did not leave a browser open. */
  readonly inPerson?: boolean;
  /** The page again, with what was typed and why it was refused. */
  readonly again: (feedback: Feedback, status: number) => Promise<Response>;
}

/** Does what a form asks for; a refusal shows its page again. */
export async function onForm(
  c: Context<HttpEnv>,
  { may, name, inPerson = false, again }: FormOptions,
  act: (form: FormData) => Promise<Response>,
): Promise<Response> {
  requirePermission(c.get('ctx').actor, may);
  const form = await readForm(c);
  try {
    if (inPerson) {
      await confirmFromForm(c, form);
      const ctx = c.get('ctx');
      requireRecentProof(ctx, ctx.config.signIn.confirmMs);
    }
    return await act(form);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    sayWhenAgain(c, error);
    const problem = describeProblem(error, name, viewOf(c).t);
    return again({ problem, typed: form }, toProblem(error, c.get('requestId')).status);
  }
}
