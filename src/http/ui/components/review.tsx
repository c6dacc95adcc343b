import type { ItemView } from '#review/index.ts';
import { textOf } from '../forms.ts';
import { formatClock } from '../format.ts';
import type { HeldLease } from '../session.ts';
import { may, type Feedback, type View } from '../view.ts';
import { Approval, Decisions } from './decisions.tsx';
import { NoticeLine } from './feedback.tsx';
import { choicesFrom, RadioGroup, TextArea } from './fields.tsx';
import { summaryOf } from './findings.tsx';

interface ReviewProps {
  readonly view: View;
  readonly item: ItemView;
  readonly feedback: Feedback;
  readonly lease: HeldLease | null;
}

/** The lease this person may answer with, if it still runs. */
export function runningLease(
  view: View,
  item: ItemView,
  lease: HeldLease | null,
): HeldLease | null {
  const { post } = item;
  const runs = post.leased_until !== null && post.leased_until > view.now;
  const own = runs && post.leased_by_id === view.actor?.userId;
  return own && post.state === 'IN_REVIEW' && lease?.itemId === post.item_id ? lease : null;
}

export function ReviewSection({ view, item, feedback, lease }: ReviewProps) {
  const { t } = view;
  return (
    <section id="review" aria-labelledby="review-title">
      <h2 id="review-title">{t.review.title}</h2>
      <NoticeLine view={view} feedback={feedback} names={['decided', 'released']} />
      <Approval view={view} item={item} />
      {item.post.state === 'IN_REVIEW' ? (
        <Turn view={view} item={item} feedback={feedback} lease={lease} />
      ) : null}
      <Decisions view={view} item={item} />
    </section>
  );
}

/** Whose turn it is, and the form when it is this person's. */
function Turn({ view, item, feedback, lease }: ReviewProps) {
  const { t } = view;
  const { post } = item;
  const until = post.leased_until;
  const held = until !== null && until > view.now;
  if (may(view, 'review.decide') && item.contributed) {
    return <p class="callout">{t.review.contributor}</p>;
  }
  const own = runningLease(view, item, lease);
  if (own !== null) return <ReviewForm view={view} item={item} feedback={feedback} lease={own} />;
  if (held && post.leased_by_id !== view.actor?.userId) {
    return <p>{t.review.heldBy(post.leased_by ?? '', formatClock(until, view.locale))}</p>;
  }
  // Decisions that show mean that this person has given theirs, or is no reviewer.
  if (!may(view, 'review.decide') || item.decisions !== null) return null;
  return (
    <form method="post" action="/review/next">
      <p>{held ? t.review.heldElsewhere : t.review.free}</p>
      <button type="submit">{held ? t.review.takeHere : t.queue.takeNext}</button>
    </form>
  );
}

function ReviewForm({ view, item, feedback, lease }: ReviewProps & { lease: HeldLease }) {
  const { t } = view;
  const { post, draft } = item;
  if (post.leased_until === null || draft === null) return null;
  const minutes = Math.ceil((post.leased_until.getTime() - view.now.getTime()) / 60_000);
  const typed = feedback.problem?.form === 'review' ? feedback.typed : undefined;
  const base = `/posts/${post.id}`;
  return (
    <div class="panel">
      <p class="callout">{t.review.lease(minutes, formatClock(post.leased_until, view.locale))}</p>
      <p class="muted">
        <a href="#draft">{t.review.labelHint}</a> <a href="#findings">{summaryOf(view, draft)}</a>
      </p>
      <form method="post" action={`${base}/decide`} id="review-form">
        <input type="hidden" name="item" value={lease.itemId} />
        <input type="hidden" name="lease_token" value={lease.token} />
        <input type="hidden" name="fence" value={String(lease.fence)} />
        <input type="hidden" name="content_sha256" value={draft.content_sha256} />
        <RadioGroup
          name="verdict"
          legend={t.review.verdict}
          choices={choicesFrom(t.verdicts)}
          selected={textOf(typed, 'verdict')}
        />
        <TextArea
          id="review-reason"
          name="reason"
          label={t.review.reason}
          value={textOf(typed, 'reason')}
          rows={4}
          required
        />
        <button type="submit" class="primary">
          {t.review.button}
        </button>
      </form>
      <form method="post" action={`${base}/release`}>
        <input type="hidden" name="item" value={lease.itemId} />
        <button type="submit" class="quiet">
          {t.review.release}
        </button>
      </form>
    </div>
  );
}
