import type { OwnSession } from '#identity/index.ts';
import { formatTime } from '../../format.ts';
import type { View } from '../../view.ts';

interface SessionTableProps {
  readonly view: View;
  readonly sessions: readonly OwnSession[];
  readonly currentId: string | null;
}

export function SessionTable({ view, sessions, currentId }: SessionTableProps) {
  const t = view.t.account;
  return (
    <table class="queue">
      <caption>{t.sessionsCaption(sessions.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.startedAt}</th>
          <th scope="col">{t.expiresAt}</th>
          <th scope="col">{t.browser}</th>
          <th scope="col">{t.address}</th>
          <th scope="col">{t.actions}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr>
            <td data-label={t.startedAt}>{formatTime(session.startedAt, view.locale)}</td>
            <td data-label={t.expiresAt}>{formatTime(session.expiresAt, view.locale)}</td>
            <td data-label={t.browser}>{session.browser || t.unknown}</td>
            <td data-label={t.address}>{session.address || t.unknown}</td>
            <td data-label={t.actions}>
              {session.id === currentId ? (
                t.thisOne
              ) : (
                <form method="post" action="/account/sessions/end">
                  <input type="hidden" name="id" value={session.id} />
                  <button type="submit" class="quiet">
                    {t.end}
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
