import {
  actions,
  defaultKeyDays,
  defaultOverlapHours,
  type IssuedKey,
  type Key,
  maxKeyDays,
} from '#identity/index.ts';
import type { Page } from '#db/pagination.ts';
import { ConfirmFields } from '../../components/account/confirm-fields.tsx';
import { AdminPage, AdminPages, OneTimeSecret } from '../../components/admin/admin-page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatDay, formatTime } from '../../format.ts';
import { textOf } from '../../forms.ts';
import { type Feedback, may, type View } from '../../view.ts';

interface KeysPageProps {
  readonly view: View;
  readonly page: Page<Key>;
  /** Whose: one's own, everybody's, or those of one account. */
  readonly of: 'own' | 'all' | 'user';
  readonly path: string;
  readonly paged: boolean;
  readonly feedback: Feedback;
  readonly issued?: IssuedKey;
}

/** A key that ends within so many milliseconds is marked: a fortnight. */
const soonMs = 14 * 86_400_000;

export function KeysPage(props: KeysPageProps) {
  const { view, page, of, feedback, issued } = props;
  const t = view.t.keysPage;
  const others = may(view, 'users.manage');
  return (
    <AdminPage view={view} section="keys" feedback={feedback}>
      {issued === undefined ? null : (
        <>
          <OneTimeSecret view={view} label={t.issued} secret={issued.key} />
          <p>
            <a href="/admin/keys">{t.backToList}</a>
          </p>
        </>
      )}
      {others ? (
        <p class="actions">
          <a href="/admin/keys" aria-current={of === 'own' ? 'true' : undefined}>
            {t.own}
          </a>
          <a href="/admin/keys?of=all" aria-current={of === 'all' ? 'true' : undefined}>
            {t.all}
          </a>
        </p>
      ) : null}
      {page.items.length === 0 ? <p class="empty">{t.empty}</p> : <KeyTable {...props} />}
      <AdminPages view={view} path={props.path} next={page.nextCursor} paged={props.paged} />
      <details open={feedback.problem?.form === 'key-new'} id="key-new">
        <summary data-key="n">{t.issue}</summary>
        <IssueForm view={view} feedback={feedback} />
      </details>
    </AdminPage>
  );
}

function IssueForm({ view, feedback }: { view: View; feedback: Feedback }) {
  const t = view.t.keysPage;
  const { typed } = feedback;
  const ticked = typed?.getAll('scopes') ?? [];
  const offered = actions.filter((action) => may(view, 'users.manage') || may(view, action));
  return (
    <form method="post" action="/admin/keys" class="panel">
      <TextField id="label" name="label" label={t.label} value={textOf(typed, 'label')} required />
      {may(view, 'users.manage') ? (
        <TextField id="user" name="user" label={t.forWhom} value={textOf(typed, 'user')} />
      ) : null}
      <TextField
        id="days"
        name="days"
        type="number"
        label={t.days(maxKeyDays)}
        value={textOf(typed, 'days') || String(defaultKeyDays)}
        required
      />
      <fieldset class="choices" aria-describedby="scopes-hint">
        <legend>{t.scopes}</legend>
        <p class="muted" id="scopes-hint">
          {t.scopesHint}
        </p>
        <div class="boxes">
          {offered.map((action) => (
            <label>
              <input
                type="checkbox"
                name="scopes"
                value={action}
                checked={ticked.includes(action)}
              />{' '}
              <code>{action}</code>
            </label>
          ))}
        </div>
      </fieldset>
      <ConfirmFields view={view} problem={feedback.problem} />
      <button type="submit" class="primary">
        {t.issueButton}
      </button>
    </form>
  );
}

function KeyTable({ view, page, of }: KeysPageProps) {
  const { t, locale } = view;
  const text = t.keysPage;
  return (
    <table class={of === 'own' ? 'queue own-keys' : 'queue'}>
      <caption>{of === 'own' ? text.ownCaption : text.allCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.label}</th>
          {of === 'own' ? null : <th scope="col">{text.owner}</th>}
          <th scope="col">{text.scopes}</th>
          <th scope="col">{text.expires}</th>
          <th scope="col">{text.lastUsed}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">{t.admin.actions}</th>
        </tr>
      </thead>
      <tbody>
        {page.items.map((key) => (
          <tr data-row>
            <th scope="row" class="break">
              {key.label}
            </th>
            {of === 'own' ? null : <td data-label={text.owner}>{key.userName}</td>}
            <td data-label={text.scopes} class="break wraps">
              {key.scopes === null ? text.everything : <code>{key.scopes.join(', ')}</code>}
            </td>
            <td data-label={text.expires}>
              {key.expiresAt === null ? '–' : formatTime(key.expiresAt, locale)}{' '}
              {isSoon(view, key) ? <span class="chip stale">{text.soon}</span> : null}
            </td>
            <td data-label={text.lastUsed}>
              {key.lastUsedOn === null ? t.admin.never : formatDay(key.lastUsedOn, locale)}
            </td>
            <td data-label={text.state}>{text[stateOf(view, key)]}</td>
            <td data-label={t.admin.actions}>
              {stateOf(view, key) === 'active' ? <KeyActions view={view} key_={key} /> : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeyActions({ view, key_: key }: { view: View; key_: Key }) {
  const t = view.t.keysPage;
  return (
    <div class="row-actions">
      {key.userId === view.actor?.userId && key.rotatedTo === null ? (
        <form method="post" action={`/admin/keys/${key.id}/rotate`}>
          <button
            type="submit"
            aria-label={t.rotateOne(key.label)}
            title={t.rotateHint(defaultOverlapHours)}
          >
            {t.rotate}
          </button>
        </form>
      ) : null}
      <form method="post" action={`/admin/keys/${key.id}/revoke`}>
        <button type="submit" class="danger" aria-label={t.revokeOne(key.label)}>
          {t.revoke}
        </button>
      </form>
    </div>
  );
}

function stateOf(view: View, key: Key): 'revoked' | 'expired' | 'active' {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt !== null && key.expiresAt <= view.now ? 'expired' : 'active';
}

function isSoon(view: View, key: Key): boolean {
  return (
    stateOf(view, key) === 'active' &&
    key.expiresAt !== null &&
    key.expiresAt.getTime() - view.now.getTime() < soonMs
  );
}
