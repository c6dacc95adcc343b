import type { Child } from 'hono/jsx';
import type { CommentView } from '#comments/index.ts';
import type { GoldenResult, ReviewView, SimilarDecision } from '#review/index.ts';
import { StateChip } from '../components/chips.tsx';
import { NoticeLine, ProblemAlert } from '../components/feedback.tsx';
import { GoldenNotice } from '../components/golden-result.tsx';
import { Layout } from '../components/layout.tsx';
import { AfterDecision } from '../components/review/after.tsx';
import { DraftPane } from '../components/review/draft-pane.tsx';
import { LeaseBar } from '../components/review/lease-bar.tsx';
import { PostPane } from '../components/review/post-pane.tsx';
import { quotedIn } from '../components/review/quoted.ts';
import { SourcePane } from '../components/review/source-pane.tsx';
import { Verdict } from '../components/review/verdict.tsx';
import { runningLease, WhoseTurn } from '../components/review-turn.tsx';
import type { HeldLease } from '../session.ts';
import type { Feedback, View } from '../view.ts';

/** What a reviewer reads and judges. */
export interface ReviewPageProps {
  readonly view: View;
  readonly review: ReviewView;
  readonly comments: readonly CommentView[];
  readonly similar: readonly SimilarDecision[];
  readonly golden: GoldenResult | null;
  readonly lease: HeldLease | null;
  readonly feedback: Feedback;
}

/** Post, draft and sources beside one another, with the reviewer's labels and verdict in one form. */
export function ReviewPage(props: ReviewPageProps) {
  const { view, review, golden, lease, feedback } = props;
  const { t } = view;
  const { post } = review;
  const own = runningLease(view, review, lease);
  // What was chosen and written stays on the page even when the item is held no more.
  const keptLabels = own === null && feedback.typed?.has('content_sha256') === true;
  const judging = own !== null || keptLabels;
  const { draft } = review;
  const verdict =
    draft === null ? null : (
      <Verdict view={view} draft={draft} feedback={feedback} held={own !== null} />
    );
  const panes = <Panes {...props} judging={judging} verdict={verdict} />;
  return (
    <Layout
      view={view}
      title={t.workspace.title}
      failed={feedback.problem !== undefined}
      styles={['review']}
      scripts={own === null ? ['review'] : ['review', 'lease']}
      wide
    >
      <div class="review-head">
        <h1>{t.workspace.title}</h1>
        <StateChip view={view} state={post.state} />
      </div>
      <ProblemAlert view={view} problem={feedback.problem} />
      <NoticeLine
        view={view}
        feedback={feedback}
        names={['decided', 'lease_renewed', 'taken_again']}
      />
      <GoldenNotice view={view} golden={golden} />
      {judging ? null : <WhoseTurn view={view} item={review} />}
      <AfterDecision view={view} review={review} golden={golden} />
      {judging ? (
        <form method="post" action={`/posts/${post.id}/decide`} id="review-form">
          <Carried review={review} lease={own} />
          {own === null || review.turn?.holder == null ? (
            <WhoseTurn view={view} item={review} inForm />
          ) : (
            <LeaseBar
              view={view}
              postId={post.id}
              turn={review.turn}
              until={review.turn.holder.until}
              feedback={feedback}
            />
          )}
          {panes}
        </form>
      ) : (
        panes
      )}
    </Layout>
  );
}

/** What the form is about, and the lease it answers with. */
function Carried({ review, lease }: { review: ReviewView; lease: HeldLease | null }) {
  return (
    <>
      {lease === null ? null : (
        <>
          <input type="hidden" name="item" value={lease.itemId} />
          <input type="hidden" name="lease_token" value={lease.token} />
          <input type="hidden" name="fence" value={String(lease.fence)} />
        </>
      )}
      <input type="hidden" name="content_sha256" value={review.draft?.content_sha256 ?? ''} />
    </>
  );
}

/** The three panes; a third look has the same ones. */
export function Panes(
  props: Omit<ReviewPageProps, 'golden' | 'lease'> & { judging: boolean; verdict: Child },
) {
  const { view, review } = props;
  const quoted = review.draft === null ? [] : quotedIn(review.draft, review.sources);
  return (
    <div class="review-panes">
      <PostPane view={view} review={review} />
      <DraftPane {...props} quoted={quoted} />
      <SourcePane view={view} quoted={quoted} />
    </div>
  );
}
