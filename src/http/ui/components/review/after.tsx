import type { GoldenResult, ReviewView } from '#review/index.ts';
import { may, type View } from '../../view.ts';
import { ReviewRounds } from '../review-rounds.tsx';

interface AfterProps {
  readonly view: View;
  readonly review: ReviewView;
}

/** After one's decision: what is still awaited, or both reviews side by side; and the way to the next item. */
export function AfterDecision(props: AfterProps & { golden: GoldenResult | null }) {
  const { view, review, golden } = props;
  const { t } = view;
  const { decisions, draft, post } = review;
  if (golden !== null) return <NextItem view={view} primary />;
  if (draft === null || decisions === null || decisions.length === 0) return null;
  const me = view.actor?.userId ?? null;
  const mine = decisions.some(({ reviewer_id: reviewer }) => reviewer === me);
  const waiting = post.state === 'IN_REVIEW' && decisions.length === 1;
  return (
    <section id="decided" aria-labelledby="decided-title">
      <h2 id="decided-title">
        {waiting ? t.workspace.waitingTitle : t.reviews.round(draft.revision)}
      </h2>
      {waiting ? <p>{t.workspace.waiting}</p> : null}
      <ReviewRounds view={view} item={{ draft, reviews: review.reviews.slice(0, 1) }} />
      {post.state === 'APPROVED' ? (
        <p>
          <a href={`/posts/${post.id}#review`}>{t.workspace.toApproval}</a>
        </p>
      ) : null}
      {mine ? <NextItem view={view} primary /> : null}
    </section>
  );
}

/** What earlier drafts of this post were told; nothing in the first round. */
export function EarlierRounds({ view, review }: AfterProps) {
  const { draft, reviews } = review;
  const earlier = reviews.filter(({ draftId }) => draftId !== draft?.id);
  if (draft === null || earlier.length === 0) return null;
  return (
    <div id="earlier">
      <ReviewRounds view={view} item={{ draft, reviews: earlier }} />
    </div>
  );
}

/** One key takes the next item. */
export function NextItem({ view, primary = false }: { view: View; primary?: boolean }) {
  const { t } = view;
  if (!may(view, 'review.decide')) return null;
  return (
    <form method="post" action="/review/next" class="next-item">
      <button
        type="submit"
        class={primary ? 'primary' : undefined}
        data-key="n"
        data-key-label={t.queue.takeNext}
        aria-describedby="take-hint"
      >
        {t.queue.takeNext}
      </button>
      <p class="muted" id="take-hint">
        {t.queue.takeNextHint}
      </p>
    </form>
  );
}
