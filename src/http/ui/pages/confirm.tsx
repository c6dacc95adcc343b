import { SecretField } from '../components/account/secret-field.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import type { Problem } from '../problem.ts';
import type { View } from '../view.ts';

interface ConfirmPageProps {
  readonly view: View;
  /** Page of this service to go back to. */
  readonly back: string;
  readonly problem?: Problem | undefined;
}

export function ConfirmPage({ view, back, problem }: ConfirmPageProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.confirm.title} failed={problem !== undefined}>
      <h1>{t.confirm.title}</h1>
      <ProblemAlert view={view} problem={problem} />
      <form method="post" action="/confirm" class="narrow" id="confirm">
        <p>{t.confirm.intro}</p>
        <input type="hidden" name="back" value={back} />
        <SecretField
          id="proof"
          name="proof"
          label={t.confirm.proof}
          autocomplete="current-password"
          hint={t.confirm.signInAgain}
          wrong={problem?.field === 'proof'}
        />
        <button type="submit" class="primary">
          {t.confirm.button}
        </button>
      </form>
    </Layout>
  );
}
