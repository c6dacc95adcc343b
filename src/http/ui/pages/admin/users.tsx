import type { Account } from '#identity/index.ts';
import { ConfirmFields } from '../../components/account/confirm-fields.tsx';
import { AdminPage } from '../../components/admin/admin-page.tsx';
import { RoleChoice } from '../../components/admin/role-choice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatNumber, formatTime } from '../../format.ts';
import { textOf } from '../../forms.ts';
import type { Feedback, View } from '../../view.ts';

interface UsersPageProps {
  readonly view: View;
  readonly accounts: readonly Account[];
  readonly text: string;
  readonly feedback: Feedback;
}

export function UsersPage({ view, accounts, text, feedback }: UsersPageProps) {
  const t = view.t.usersPage;
  const { typed, problem } = feedback;
  return (
    <AdminPage view={view} section="users" feedback={feedback}>
      <p class="lead">{view.t.admin.noApproval}</p>
      <form method="get" action="/admin/users" class="inline">
        <div class="field">
          <label for="text">{t.search}</label>
          <input id="text" name="text" type="search" value={text} data-key="/" />
        </div>
        <button type="submit">{t.apply}</button>
      </form>
      {accounts.length === 0 ? (
        <p class="empty">{t.empty}</p>
      ) : (
        <AccountTable view={view} accounts={accounts} />
      )}
      <details open={problem !== undefined} id="user-new">
        <summary data-key="n">{t.create}</summary>
        <form method="post" action="/admin/users" class="panel">
          <TextField id="name" name="name" label={t.name} value={textOf(typed, 'name')} required />
          <TextField
            id="email"
            name="email"
            label={t.email}
            value={textOf(typed, 'email')}
            hint={t.emailHint}
          />
          <RoleChoice view={view} chosen={typed?.getAll('roles').map(String) ?? []} />
          <ConfirmFields view={view} problem={problem} />
          <button type="submit" class="primary">
            {t.createButton}
          </button>
        </form>
      </details>
    </AdminPage>
  );
}

function AccountTable({ view, accounts }: { view: View; accounts: readonly Account[] }) {
  const { t, locale } = view;
  const text = t.usersPage;
  return (
    <table class="queue">
      <caption>{text.caption(formatNumber(accounts.length, locale))}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.roles}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">{text.twoFactor}</th>
          <th scope="col">{text.signedIn}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr data-row>
            <th scope="row" class="break">
              <a href={`/admin/users/${account.id}`}>{account.name}</a>
              {account.email === null ? null : <span class="muted block">{account.email}</span>}
            </th>
            <td data-label={text.roles}>{account.roles.map((role) => t.roles[role]).join(', ')}</td>
            <td data-label={text.state}>{stateOf(view, account)}</td>
            <td data-label={text.twoFactor}>{account.twoFactor ? t.admin.yes : t.admin.no}</td>
            <td data-label={text.signedIn}>
              {account.signedInAt === null ? '–' : formatTime(account.signedInAt, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In words, whether an account is used. */
export function stateOf({ t, locale }: View, account: Account): string {
  if (account.person !== account.id) return t.usersPage.merged;
  if (account.disabledAt === null) return t.usersPage.active;
  return t.usersPage.disabled(formatTime(account.disabledAt, locale));
}
