import type { Account } from '#identity/index.ts';
import { ConfirmFields } from '../../components/account/confirm-fields.tsx';
import { AdminPage, OneTimeSecret } from '../../components/admin/admin-page.tsx';
import { RoleChoice } from '../../components/admin/role-choice.tsx';
import { TextArea } from '../../components/fields.tsx';
import { TextField } from '../../components/text-field.tsx';
import { textOf } from '../../forms.ts';
import type { FormName } from '../../problem.ts';
import { type Feedback, may, type View } from '../../view.ts';
import { stateOf } from './users.tsx';

interface UserPageProps {
  readonly view: View;
  readonly account: Account;
  readonly feedback: Feedback;
  /** A temporary password that was just made. */
  readonly password?: string;
}

export function UserPage({ view, account, feedback, password }: UserPageProps) {
  const { t } = view;
  const text = t.usersPage;
  const isOwn = view.actor?.userId === account.id;
  const forms = { view, account, feedback };
  return (
    <AdminPage view={view} section="users" title={account.name} feedback={feedback}>
      {password === undefined ? null : (
        <OneTimeSecret view={view} label={text.password} secret={password} />
      )}
      <dl class="facts">
        <dt>{text.email}</dt>
        <dd class="break">{account.email ?? '–'}</dd>
        <dt>{text.roles}</dt>
        <dd>{account.roles.map((role) => t.roles[role]).join(', ')}</dd>
        <dt>{text.state}</dt>
        <dd>{stateOf(view, account)}</dd>
        <dt>{text.twoFactor}</dt>
        <dd>{account.twoFactor ? t.admin.yes : t.admin.no}</dd>
      </dl>
      <p class="actions">
        <a href="/admin/users">{text.back}</a>
        <a href={`/admin/keys?user=${account.id}`}>{text.userKeys}</a>
        {may(view, 'audit.read') ? (
          <a href={`/audit/entity/app_user/${account.id}`}>{text.history}</a>
        ) : null}
      </p>
      {isOwn ? <p class="callout">{text.own}</p> : <UserForms {...forms} />}
    </AdminPage>
  );
}

function UserForms({ view, account, feedback }: UserPageProps) {
  const text = view.t.usersPage;
  const refused = (name: FormName) => feedback.problem?.form === name;
  const typed = feedback.typed;
  const inUse = account.disabledAt === null;
  const path = `/admin/users/${account.id}`;
  const confirm = (name: FormName) =>
    refused(name) ? <ConfirmFields view={view} problem={feedback.problem} /> : null;
  const roles = refused('user-roles') ? typed?.getAll('roles').map(String) : undefined;
  return (
    <>
      {inUse ? (
        <section id="user-roles">
          <h2>{text.rolesTitle}</h2>
          <form method="post" action={`${path}/roles`}>
            <RoleChoice view={view} chosen={roles ?? account.roles} />
            {confirm('user-roles')}
            <button type="submit" class="primary">
              {text.rolesButton}
            </button>
          </form>
        </section>
      ) : null}
      {inUse ? (
        <section id="user-sign-in">
          <h2>{text.signInTitle}</h2>
          {account.email === null ? (
            <p>{text.passwordNone}</p>
          ) : (
            <form method="post" action={`${path}/password`}>
              <p>{text.passwordHint}</p>
              {confirm('user-sign-in')}
              <button type="submit">{text.passwordButton}</button>
            </form>
          )}
          {account.twoFactor ? (
            <details open={refused('user-sign-in')}>
              <summary>{text.resetButton}</summary>
              <form method="post" action={`${path}/two-factor`}>
                <p>{text.resetHint}</p>
                <Reason view={view} id="reset-reason" value={textOf(typed, 'reason')} />
                {confirm('user-sign-in')}
                <button type="submit">{text.resetButton}</button>
              </form>
            </details>
          ) : null}
        </section>
      ) : null}
      {account.person === account.id ? (
        <section id="user-state">
          <h2>{inUse ? text.disableTitle : text.enableTitle}</h2>
          <form method="post" action={`${path}/${inUse ? 'disable' : 'enable'}`}>
            {inUse ? <p>{text.disableHint}</p> : null}
            <Reason
              view={view}
              id="state-reason"
              value={refused('user-state') ? textOf(typed, 'reason') : ''}
            />
            {confirm('user-state')}
            <button type="submit">{inUse ? text.disableButton : text.enableButton}</button>
          </form>
        </section>
      ) : null}
      <details open={refused('user-merge')} id="user-merge">
        <summary>{text.mergeTitle}</summary>
        <form method="post" action={`${path}/merge/preview`} class="panel">
          <p>{text.mergeHint}</p>
          <TextField
            id="into"
            name="into"
            label={text.mergeInto}
            value={textOf(typed, 'into')}
            required
          />
          <Reason view={view} id="merge-reason" value={textOf(typed, 'reason')} />
          {confirm('user-merge')}
          <button type="submit">{text.previewButton}</button>
        </form>
      </details>
    </>
  );
}

function Reason({ view, id, value }: { view: View; id: string; value: string }) {
  return <TextArea id={id} name="reason" label={view.t.admin.reason} value={value} required />;
}
