import { sliceCodePoints } from '#language/code-points.ts';
import type { ItemView } from '#review/index.ts';
import { StateChip } from '../components/chips.tsx';
import { DraftSection } from '../components/draft.tsx';
import { NoticeLine, ProblemAlert } from '../components/feedback.tsx';
import { PostInstructions } from '../components/instructions.tsx';
import { Layout } from '../components/layout.tsx';
import { ClaimsSection } from '../components/post/claims-section.tsx';
import { ClaimLegend, PostFacts, PostText } from '../components/post.tsx';
import { RecheckNotice } from '../components/recheck-notice.tsx';
import { ReuseNotice } from '../components/reuse-notice.tsx';
import { ResponseSection } from '../components/response.tsx';
import { ReviewSection } from '../components/review.tsx';
import { CommentsSection } from '../components/comments.tsx';
import { GoldenNotice } from '../components/golden-result.tsx';
import { SimilarDecisions } from '../components/similar-decisions.tsx';
import { ThirdLookNotice } from '../components/third-look-notice.tsx';
import type { Beside } from '../beside.ts';
import { type Feedback, may, type View } from '../view.ts';

interface ItemPageProps {
  readonly view: View;
  readonly item: ItemView;
  readonly beside: Beside;
  readonly feedback: Feedback;
}

export function ItemPage({ view, item, beside, feedback }: ItemPageProps) {
  const { t } = view;
  const { post } = item;
  const received = post.state === 'RECEIVED';
  return (
    <Layout
      view={view}
      title={`${t.item.title}: ${opening(post.text)}`}
      failed={feedback.problem !== undefined}
      styles={['post']}
      scripts={['post']}
    >
      <h1>{t.item.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      <NoticeLine view={view} feedback={feedback} names={['new', 'duplicate']} />
      <p class="summary">
        <StateChip view={view} state={post.state} />{' '}
        <span>
          {t.item.submissions(post.submission_count)}
          {post.round === null ? '' : ` · ${t.item.round(post.round)}`}
        </span>
        {may(view, 'audit.read') ? (
          <a href={`/audit/entity/post/${post.id}`}>{t.trail.history}</a>
        ) : null}
      </p>
      {beside.cluster === null ? null : (
        <p>
          <a href={`/triage?cluster=${beside.cluster.clusterId}`}>
            {t.postPage.nearCopies(beside.cluster.others)}
          </a>
        </p>
      )}
      {received ? null : <Contents view={view} item={item} />}
      <RecheckNotice view={view} item={item} />
      <ReuseNotice view={view} item={item} feedback={feedback} />
      <section class="post" aria-labelledby="post-title">
        <h2 id="post-title">{t.item.text}</h2>
        <PostInstructions
          view={view}
          text={post.text}
          language={post.language}
          spans={post.instructions}
        />
        <PostText view={view} item={item} />
        <ClaimLegend view={view} item={item} />
        <PostFacts view={view} item={item} />
      </section>
      {received ? (
        <p class="callout">
          {t.item.notAnalysed} {t.item.notAnalysedHint}{' '}
          <a href={`/posts/${post.id}`}>{t.item.reload}</a>
        </p>
      ) : (
        <Work view={view} item={item} beside={beside} feedback={feedback} />
      )}
    </Layout>
  );
}

/** Tells one tab from another. */
function opening(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  const start = sliceCodePoints(line, 0, 48);
  return start === line ? start : `${start}…`;
}

function Work({ view, item, beside, feedback }: ItemPageProps) {
  return (
    <>
      <ResponseSection view={view} item={item} feedback={feedback} />
      <ClaimsSection view={view} item={item} feedback={feedback} />
      <DraftSection view={view} item={item} feedback={feedback} comments={beside.comments.items} />
      <SimilarDecisions view={view} similar={beside.similar} />
      <GoldenNotice view={view} golden={beside.golden} />
      <ReviewSection view={view} item={item} feedback={feedback} />
      <ThirdLookNotice view={view} look={beside.thirdLook} />
      <CommentsSection view={view} item={item} comments={beside.comments} feedback={feedback} />
    </>
  );
}

function Contents({ view, item }: { view: View; item: ItemView }) {
  const { t } = view;
  const places = [
    ...(item.rechecks.length === 0 ? [] : [['#recheck', t.recheck.title]]),
    ['#response', t.response.title],
    ['#claims', t.claims.title],
    ['#draft', t.draft.title],
    ['#review', t.review.title],
    ['#comment', t.comments.title],
  ];
  return (
    <nav class="contents" aria-label={t.item.contents}>
      {places.map(([href, label]) => (
        <a href={href}>{label}</a>
      ))}
    </nav>
  );
}
