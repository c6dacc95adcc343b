import type { Enrolment, OwnAccount } from '#identity/index.ts';
import { PreferencesForm } from '../components/account/preferences-form.tsx';
import { SecretField } from '../components/account/secret-field.tsx';
import { SessionTable } from '../components/account/session-table.tsx';
import { EnrolmentForm, TwoFactorForm } from '../components/account/two-factor.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { lookUp } from '../problem.ts';
import { type Feedback, may, type View } from '../view.ts';

interface AccountPageProps {
  readonly view: View;
  readonly account: OwnAccount;
  readonly feedback: Feedback;
}

export function AccountPage({ view, account, feedback }: AccountPageProps) {
  const { t } = view;
  const { problem } = feedback;
  const notice = lookUp<string>(t.accountNotices, feedback.notice ?? '');
  return (
    <Layout view={view} title={t.account.title} failed={problem !== undefined}>
      <h1>{t.account.title}</h1>
      <ProblemAlert view={view} problem={problem} />
      {notice === undefined ? null : (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <section aria-labelledby="preferences-title" id="preferences">
        <h2 id="preferences-title">{t.preferences.title}</h2>
        <PreferencesForm view={view} />
      </section>
      <section aria-labelledby="password-title" id="password">
        <h2 id="password-title">{t.account.passwordTitle}</h2>
        {account.hasPassword ? (
          <PasswordForm view={view} problem={problem} />
        ) : (
          <p>{t.account.noPassword}</p>
        )}
      </section>
      {account.hasPassword ? (
        <section aria-labelledby="two-factor-title" id="two-factor">
          <h2 id="two-factor-title">{t.account.twoFactorTitle}</h2>
          <TwoFactorForm
            view={view}
            on={account.twoFactor}
            wrong={problem?.form === 'two-factor' && problem.field === 'password'}
          />
        </section>
      ) : null}
      <section aria-labelledby="sessions-title" id="sessions">
        <h2 id="sessions-title">{t.account.sessionsTitle}</h2>
        <SessionTable
          view={view}
          sessions={account.sessions}
          currentId={view.actor?.credential?.id ?? null}
        />
      </section>
      {may(view, 'keys.own') ? (
        <section aria-labelledby="keys-title" id="keys">
          <h2 id="keys-title">{t.admin.keys}</h2>
          <p>{t.account.keysHint}</p>
          <p>
            <a href="/admin/keys">{t.account.keysLink}</a>
          </p>
        </section>
      ) : null}
    </Layout>
  );
}

export function EnrolmentPage(props: { view: View; enrolment: Enrolment; feedback: Feedback }) {
  const { view, enrolment, feedback } = props;
  const { problem } = feedback;
  return (
    <Layout view={view} title={view.t.account.enrolTitle} failed={problem !== undefined}>
      <h1>{view.t.account.enrolTitle}</h1>
      <ProblemAlert view={view} problem={problem} />
      <EnrolmentForm view={view} {...enrolment} wrong={problem !== undefined} />
    </Layout>
  );
}

function PasswordForm({ view, problem }: { view: View; problem: Feedback['problem'] }) {
  const { t } = view;
  const field = problem?.form === 'password' ? problem.field : null;
  return (
    <form method="post" action="/account/password" class="narrow">
      <SecretField
        id="current"
        name="current"
        label={t.account.current}
        autocomplete="current-password"
        wrong={field === 'current'}
      />
      <SecretField
        id="fresh"
        name="password"
        label={t.account.fresh}
        autocomplete="new-password"
        hint={t.account.passwordHint}
        wrong={field?.startsWith('password') === true}
      />
      <button type="submit">{t.account.passwordButton}</button>
    </form>
  );
}
