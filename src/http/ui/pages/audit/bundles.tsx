import { type ApprovalStatus, approvalStatuses, type FoundApproval } from '#review/index.ts';
import { AuditTabs } from '../../components/audit/audit-tabs.tsx';
import { historyPath } from '../../components/audit/history-path.ts';
import { ProblemAlert } from '../../components/feedback.tsx';
import { SelectField } from '../../components/fields.tsx';
import { Layout } from '../../components/layout.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatNumber, formatTime } from '../../format.ts';
import { textOf } from '../../forms.ts';
import { type Feedback, may, type View } from '../../view.ts';
import { Pages } from './search.tsx';

interface BundlesPageProps {
  readonly view: View;
  readonly approvals: readonly FoundApproval[];
  readonly status: ApprovalStatus | undefined;
  readonly about: string;
  readonly next: string | null;
  readonly first: string | null;
  readonly feedback: Feedback;
}

export function BundlesPage(props: BundlesPageProps) {
  const { view, approvals, feedback } = props;
  const t = view.t.bundlePages;
  return (
    <Layout view={view} title={t.title} styles={['audit']} failed={feedback.problem !== undefined}>
      <h1>{t.title}</h1>
      <AuditTabs view={view} current="/audit/bundles" />
      <p class="lead">{t.intro}</p>
      <ProblemAlert view={view} problem={feedback.problem} />
      <form method="get" action="/audit/bundles" class="trail-search">
        <SelectField
          id="status"
          name="status"
          label={t.status}
          choices={[
            { value: '', label: t.any },
            ...approvalStatuses.map((value) => ({ value, label: t.statuses[value] })),
          ]}
          selected={props.status ?? ''}
        />
        <TextField id="about" name="about" label={t.about} value={props.about} type="search" />
        <div class="buttons">
          <button type="submit">{t.apply}</button>
        </div>
      </form>
      {approvals.length === 0 ? <p class="empty">{t.empty}</p> : <Approvals {...props} />}
      <Pages view={view} next={props.next} first={props.first} />
      <section aria-labelledby="check-title" id="bundle-check">
        <h2 id="check-title">{t.check}</h2>
        <p>{t.checkHint}</p>
        <form method="post" action="/audit/bundles/check" enctype="multipart/form-data">
          <div class="field">
            <label for="file">{t.file}</label>
            <input id="file" name="file" type="file" accept=".json,application/json" required />
          </div>
          <TextField id="key" name="key" label={t.key} value={textOf(feedback.typed, 'key')} />
          <button type="submit" class="primary">
            {t.checkButton}
          </button>
        </form>
      </section>
    </Layout>
  );
}

function Approvals({ view, approvals }: BundlesPageProps) {
  const t = view.t.bundlePages;
  return (
    <table class="queue">
      <caption>{t.caption(formatNumber(approvals.length, view.locale))}</caption>
      <thead>
        <tr>
          <th scope="col">{t.headline}</th>
          <th scope="col">{t.status}</th>
          <th scope="col">{t.approvedAt}</th>
          <th scope="col">{t.actions}</th>
        </tr>
      </thead>
      <tbody>
        {approvals.map((one) => (
          <tr data-row>
            <th scope="row">
              <a href={`/posts/${one.postId}`} lang={one.language}>
                {one.headline}
              </a>
            </th>
            <td data-label={t.status}>{t.statuses[one.status]}</td>
            <td data-label={t.approvedAt}>{formatTime(one.approvedAt, view.locale)}</td>
            <td data-label={t.actions}>
              <form method="post" action={`/audit/bundles/${one.id}`}>
                <button type="submit" aria-label={t.makeFor(one.headline)}>
                  {t.make}
                </button>
              </form>
              {may(view, 'audit.read') ? (
                <a class="history" href={historyPath('approval', one.id) ?? '/audit'}>
                  {view.t.trail.history}
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
