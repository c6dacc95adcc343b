import type { ItemView } from '#review/index.ts';
import { formatTime } from '../format.ts';
import { type Feedback, may, type View } from '../view.ts';
import { ApprovalExports, Published } from './approval-exports.tsx';
import { ReviewRounds } from './review-rounds.tsx';

/** Blind: while one of two is missing, whoever has not decided sees why there is nothing to see. */
export function Decisions({ view, item }: { view: View; item: ItemView }) {
  const { t } = view;
  if (item.draft === null) return <p class="muted">{t.review.notYet}</p>;
  const { decisions } = item;
  return (
    <>
      {decisions === null ? (
        <p class="muted">
          {may(view, 'review.decide') && !item.contributed
            ? t.review.hidden
            : t.review.hiddenContributor}
        </p>
      ) : null}
      {decisions?.length === 0 ? <p class="muted">{t.review.notYet}</p> : null}
      <ReviewRounds view={view} item={item} />
    </>
  );
}

export function Approval({
  view,
  item,
  feedback,
}: {
  view: View;
  item: ItemView;
  feedback: Feedback;
}) {
  const { t, locale } = view;
  const { approval } = item;
  if (approval === null) return null;
  return (
    <div class="panel approval">
      <h3>{t.review.approval}</h3>
      <p>
        <strong>{t.approvalStates[approval.status]}.</strong>{' '}
        {t.review.approvedAt(formatTime(approval.approved_at, locale))}
      </p>
      <ApprovalExports view={view} item={item} />
      <Published view={view} item={item} feedback={feedback} />
    </div>
  );
}
