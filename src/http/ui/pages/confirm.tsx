import { SecretField } from '../components/account/secret-field.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { KeptField, KeptTexts } from '../components/kept-fields.tsx';
import { Layout } from '../components/layout.tsx';
import type { KeptForm } from '../kept-form.ts';
import type { Problem } from '../problem.ts';
import type { View } from '../view.ts';

interface ConfirmPageProps {
  readonly view: View;
  /** Page of this service to go back to. */
  readonly back: string;
  readonly problem?: Problem | undefined;
  /** What the person was sending when they were asked to confirm. */
  readonly kept?: KeptForm | null;
}

export function ConfirmPage({ view, back, problem, kept = null }: ConfirmPageProps) {
  const { t } = view;
  const wrong = problem?.field === 'proof';
  return (
    <Layout view={view} title={t.confirm.title} failed={problem !== undefined}>
      <h1>{t.confirm.title}</h1>
      <ProblemAlert view={view} problem={problem} />
      {kept === null ? null : <p class="callout">{t.kept.confirm}</p>}
      <form
        method="post"
        action="/confirm"
        class="panel narrow"
        id="confirm"
        enctype={kept === null ? undefined : 'multipart/form-data'}
      >
        <p>{t.confirm.intro}</p>
        <input type="hidden" name="back" value={back} />
        <KeptField kept={kept} />
        <SecretField
          id="proof"
          name="proof"
          label={t.confirm.proof}
          autocomplete="current-password"
          hint={t.confirm.signInAgain}
          wrong={wrong}
        />
        <button type="submit" class="primary">
          {t.confirm.button}
        </button>
      </form>
      {kept === null ? null : <KeptTexts view={view} kept={kept} />}
    </Layout>
  );
}
