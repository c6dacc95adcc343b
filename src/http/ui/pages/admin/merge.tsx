import type { Account } from '#identity/index.ts';
import type { MergeResult } from '#review/index.ts';
import { ConfirmFields } from '../../components/account/confirm-fields.tsx';
import { AdminPage } from '../../components/admin/admin-page.tsx';
import { shortId } from '../../components/audit/history-path.ts';
import { TextField } from '../../components/text-field.tsx';
import { formatNumber } from '../../format.ts';
import type { Feedback, View } from '../../view.ts';

interface MergePageProps {
  readonly view: View;
  readonly from: Account;
  readonly into: Account;
  readonly reason: string;
  readonly follows: MergeResult;
  readonly feedback: Feedback;
}

/** What a merge would end, before it is confirmed by typing the name of what is closed. */
export function MergePage({ view, from, into, reason, follows, feedback }: MergePageProps) {
  const text = view.t.usersPage;
  const number = (value: number): string => formatNumber(value, view.locale);
  const { approvalIds, returnedPostIds, decidedAlone } = follows;
  const alone = Object.values(decidedAlone).flat().length;
  const title = text.consequencesOf(from.name, into.name);
  return (
    <AdminPage view={view} section="users" title={title} feedback={feedback}>
      <section aria-labelledby="follows">
        <h2 id="follows">{text.consequences}</h2>
        <ul>
          <li>{text.closes(from.name)}</li>
          <li>
            {approvalIds.length === 0 ? text.noneRevoked : text.revoked(number(approvalIds.length))}
            <ul>
              {approvalIds.map((id) => (
                <li>
                  <code>{shortId(id)}</code>
                </li>
              ))}
            </ul>
          </li>
          {returnedPostIds.length === 0 ? null : (
            <li>
              {text.returned(number(returnedPostIds.length))}
              <ul>
                {returnedPostIds.map((id) => (
                  <li>
                    <a href={`/posts/${id}`}>{shortId(id)}</a>
                  </li>
                ))}
              </ul>
            </li>
          )}
          {alone === 0 ? null : <li>{text.alone(number(alone))}</li>}
        </ul>
        <form method="post" action={`/admin/users/${from.id}/merge`} id="user-merge">
          <input type="hidden" name="into" value={into.name} />
          <input type="hidden" name="reason" value={reason} />
          <TextField id="typed" name="typed" label={text.typeName(from.name)} value="" required />
          <ConfirmFields view={view} problem={feedback.problem} />
          <div class="buttons">
            <button type="submit" class="danger">
              {text.mergeButton}
            </button>{' '}
            <a href={`/admin/users/${from.id}`}>{from.name}</a>
          </div>
        </form>
      </section>
    </AdminPage>
  );
}
