import { ProblemAlert } from '../components/feedback.tsx';
import { SecretField } from '../components/account/secret-field.tsx';
import { Layout } from '../components/layout.tsx';
import type { Problem } from '../problem.ts';
import type { View } from '../view.ts';

interface LoginPageProps {
  readonly view: View;
  /** What the provider is called; null: passwords only. */
  readonly provider: string | null;
  readonly email?: string;
  readonly problem?: Problem;
}

export function LoginPage({ view, provider, email = '', problem }: LoginPageProps) {
  const { t } = view;
  const wrong = problem?.field === 'sign_in' && problem.code === 'unauthenticated';
  return (
    <Layout view={view} title={t.login.title} failed={problem !== undefined}>
      <h1>{t.login.title}</h1>
      <p class="lead">{t.tagline}</p>
      <ProblemAlert view={view} problem={problem} />
      <form method="post" action="/login" class="narrow" id="login">
        <p>{t.login.intro}</p>
        <div class="field">
          <label for="email">{t.login.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="username"
            value={email}
            required
            aria-invalid={wrong ? 'true' : undefined}
          />
        </div>
        <SecretField
          id="password"
          name="password"
          label={t.login.password}
          autocomplete="current-password"
          wrong={wrong}
        />
        <button type="submit" class="primary">
          {t.login.button}
        </button>
      </form>
      {provider === null ? null : (
        <p>
          {t.login.or}: <a href="/auth/start">{t.login.withProvider(provider)}</a>
        </p>
      )}
    </Layout>
  );
}

export function CodePage({ view, problem }: { view: View; problem?: Problem | undefined }) {
  const { t } = view;
  return (
    <Layout view={view} title={t.login.codeTitle} failed={problem !== undefined}>
      <h1>{t.login.codeTitle}</h1>
      <ProblemAlert view={view} problem={problem} />
      <form method="post" action="/login/code" class="narrow" id="login">
        <SecretField
          id="code"
          name="code"
          label={t.login.code}
          autocomplete="one-time-code"
          hint={t.login.codeIntro}
          wrong={problem?.field === 'code'}
          shown
        />
        <button type="submit" class="primary">
          {t.login.codeButton}
        </button>
      </form>
      <p>
        <a href="/login">{t.login.again}</a>
      </p>
    </Layout>
  );
}

/**
 * Goes on to an address by itself. A browser that another site has sent here shows the cookies of this
 * one only to what this one's own page asks for.
 */
export function GoOnPage({ view, href }: { view: View; href: string }) {
  const { t } = view;
  return (
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="refresh" content={`0;url=${href}`} />
        <title>{t.login.leaving}</title>
      </head>
      <body>
        <p>
          {t.login.leaving} <a href={href}>{t.login.goOn}</a>
        </p>
      </body>
    </html>
  );
}
