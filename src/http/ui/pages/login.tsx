import type { Child } from 'hono/jsx';
import { SecretField } from '../components/account/secret-field.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { KeptField, KeptTexts } from '../components/kept-fields.tsx';
import { Layout } from '../components/layout.tsx';
import type { KeptForm } from '../kept-form.ts';
import type { Problem } from '../problem.ts';
import type { View } from '../view.ts';

interface SignInProps {
  readonly view: View;
  readonly email?: string;
  readonly problem?: Problem | undefined;
  /** What the person was sending when the session ended. */
  readonly kept?: KeptForm | null;
}

interface LoginPageProps extends SignInProps {
  /** What the provider is called; null: passwords only. */
  readonly provider: string | null;
  /** This is the demonstration: newcomers find out who is who. */
  readonly demo?: boolean;
}

export function LoginPage({ provider, demo = false, ...props }: LoginPageProps) {
  const { view, problem } = props;
  const { t } = view;
  return (
    <Layout view={view} title={t.login.title} failed={problem !== undefined}>
      <h1>{t.login.title}</h1>
      <p class="lead">{t.tagline}</p>
      <ProblemAlert view={view} problem={problem} />
      {demo ? (
        <p class="callout narrow">
          <a href="/welcome">{t.welcome.demoLink}</a>
        </p>
      ) : null}
      <SignInForm {...props} />
      {provider === null ? null : (
        <p>
          {t.login.or}: <a href="/auth/start">{t.login.withProvider(provider)}</a>
        </p>
      )}
      {props.kept == null ? null : <KeptTexts view={view} kept={props.kept} />}
    </Layout>
  );
}

export function SignInForm({ view, email = '', problem, kept }: SignInProps) {
  const { t } = view;
  const wrong = problem?.field === 'sign_in' && problem.code === 'unauthenticated';
  return (
    <form
      method="post"
      action="/login"
      class="panel narrow"
      id="login"
      enctype={kept == null ? undefined : 'multipart/form-data'}
    >
      <KeptField kept={kept} />
      <p class="muted">{t.login.intro}</p>
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
          aria-describedby={wrong ? 'problem' : undefined}
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
  );
}

export function CodePage({ view, problem, kept }: Omit<SignInProps, 'email'>) {
  const { t } = view;
  const wrong = problem?.field === 'code';
  return (
    <Layout view={view} title={t.login.codeTitle} failed={problem !== undefined}>
      <h1>{t.login.codeTitle}</h1>
      <ProblemAlert view={view} problem={problem} />
      <CodeForm id="login" kept={kept}>
        <SecretField
          id="code"
          name="code"
          label={t.login.code}
          autocomplete="one-time-code"
          hint={t.login.codeIntro}
          wrong={wrong}
          shown
          digits
        />
        <button type="submit" class="primary">
          {t.login.codeButton}
        </button>
      </CodeForm>
      <details class="narrow">
        <summary>{t.login.lostDevice}</summary>
        <CodeForm kept={kept}>
          <SecretField
            id="backup-code"
            name="code"
            label={t.login.backupCode}
            autocomplete="off"
            wrong={wrong}
            shown
          />
          <button type="submit">{t.login.codeButton}</button>
        </CodeForm>
      </details>
      <p>
        <a href="/login">{t.login.again}</a>
      </p>
    </Layout>
  );
}

function CodeForm(props: { id?: string; kept: KeptForm | null | undefined; children?: Child }) {
  const { id, kept, children } = props;
  return (
    <form
      method="post"
      action="/login/code"
      class="panel narrow"
      id={id}
      enctype={kept == null ? undefined : 'multipart/form-data'}
    >
      <KeptField kept={kept} />
      {children}
    </form>
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
