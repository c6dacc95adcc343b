import type { Problem } from '../../problem.ts';
import type { View } from '../../view.ts';
import { SecretField } from './secret-field.tsx';

/**
 * In a form whose last sending was refused because its person signed in too long ago: a field for the
 * password or a code. Nothing otherwise. `confirmFromForm` reads it.
 */
export function ConfirmFields({ view, problem }: { view: View; problem: Problem | undefined }) {
  const { t } = view;
  if (problem?.code !== 'confirmation_needed') return null;
  return (
    <fieldset>
      <legend>{t.confirm.title}</legend>
      <SecretField
        id="proof"
        name="proof"
        label={t.confirm.proof}
        autocomplete="current-password"
        wrong={problem.field === 'proof'}
        hint={t.confirm.signInAgain}
      />
    </fieldset>
  );
}
