import type { ItemView, ReuseView } from '#review/index.ts';
import { formatTime } from '../format.ts';
import { textOf } from '../forms.ts';
import { type Feedback, may, type View } from '../view.ts';
import { NoticeLine } from './feedback.tsx';
import { TextArea } from './fields.tsx';

interface NoticeProps {
  readonly view: View;
  readonly item: ItemView;
  readonly feedback: Feedback;
}

/** The answer this post reuses; after it ended, why, until the post is drafted again. */
export function ReuseNotice({ view, item, feedback }: NoticeProps) {
  const { latest } = item.reuse;
  if (latest === null) return null;
  if (latest.status === 'ended' && item.post.state !== 'RETURNED') return null;
  const { t } = view;
  return (
    <section id="reused" class="recheck-notice" aria-labelledby="reused-title">
      <h2 id="reused-title">{t.reuse.title}</h2>
      <NoticeLine view={view} feedback={feedback} names={['reused', 'reuseEnded']} />
      {latest.status === 'ended' ? (
        <Ended view={view} reuse={latest} />
      ) : (
        <InForce view={view} item={item} reuse={latest} feedback={feedback} />
      )}
    </section>
  );
}

function Ended({ view, reuse }: { view: View; reuse: ReuseView }) {
  const { t, locale } = view;
  const person = reuse.ended_by;
  return (
    <>
      <p class="callout">
        <strong>
          {person === null || reuse.ended_at === null
            ? t.reuse.endedByApproval
            : t.reuse.endedByPerson(person, formatTime(reuse.ended_at, locale))}
        </strong>{' '}
        {person === null ? `${t.approvalStates[reuse.approval_status]}.` : null}
      </p>
      {reuse.end_reason === null ? null : <blockquote>{reuse.end_reason}</blockquote>}
      <p>
        <a href={`/posts/${reuse.answered_post_id}`}>{t.reuse.answeredPost}</a>
      </p>
    </>
  );
}

function InForce({ view, item, reuse, feedback }: NoticeProps & { reuse: ReuseView }) {
  const { t, locale } = view;
  const address = `/v1/approvals/${reuse.approval_id}/export?format=`;
  return (
    <>
      <p>
        {t.reuse.confirmed(reuse.confirmed_by, formatTime(reuse.confirmed_at, locale))}{' '}
        <a href={`/posts/${reuse.answered_post_id}`}>{t.reuse.answeredPost}</a>
      </p>
      <blockquote>{reuse.reason}</blockquote>
      {may(view, 'export.read') ? (
        <p class="actions">
          <span>{t.review.export}:</span>
          <a href={`${address}markdown`} download>
            {t.review.markdown}
          </a>
          <a href={`${address}json`} download>
            {t.review.json}
          </a>
          <span class="muted">{t.reuse.exportHint}</span>
        </p>
      ) : null}
      <TakeBackForm view={view} item={item} feedback={feedback} />
    </>
  );
}

function TakeBackForm({ view, item, feedback }: NoticeProps) {
  const { t } = view;
  if (!may(view, 'answer.reuse')) return null;
  const refused = feedback.problem?.form === 'reuse';
  return (
    <details open={refused} id={refused ? 'reuse' : undefined}>
      <summary>{t.reuse.takeBack}</summary>
      <form method="post" action={`/posts/${item.post.id}/reuse/end`}>
        <TextArea
          id="reuse-end-reason"
          name="reason"
          label={t.reuse.takeBackReason}
          value={refused ? textOf(feedback.typed, 'reason') : ''}
          required
        />
        <button type="submit">{t.reuse.takeBackButton}</button>
      </form>
    </details>
  );
}
