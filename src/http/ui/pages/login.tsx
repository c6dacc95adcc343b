import { Layout } from '../components/layout.tsx';
import type { View } from '../view.ts';

export function LoginPage({ view, wrong }: { view: View; wrong: boolean }) {
  const { t } = view;
  return (
    <Layout view={view} title={t.login.title} failed={wrong}>
      <h1>{t.login.title}</h1>
      <p class="lead">{t.tagline}</p>
      {wrong ? (
        <div class="alert" role="alert" id="login-problem">
          <p>
            <strong>
              {t.layout.errorPrefix} {t.login.wrong}
            </strong>{' '}
            {t.login.wrongRemedy}
          </p>
        </div>
      ) : null}
      <form method="post" action="/login" class="narrow">
        <p id="key-hint">{t.login.intro}</p>
        <div class="field">
          <label for="key">{t.login.key}</label>
          <input
            id="key"
            name="key"
            type="password"
            autocomplete="current-password"
            spellcheck={false}
            required
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? 'login-problem key-hint' : 'key-hint'}
          />
        </div>
        <button type="submit" class="primary">
          {t.login.button}
        </button>
      </form>
    </Layout>
  );
}
