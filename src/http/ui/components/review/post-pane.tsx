import type { ReviewView } from '#review/index.ts';
import { formatTime } from '../../format.ts';
import type { View } from '../../view.ts';
import { OutcomeChip } from '../chips.tsx';
import { PostInstructions } from '../instructions.tsx';
import { segmentText } from '../segments.ts';

interface PostPaneProps {
  readonly view: View;
  readonly review: ReviewView;
}

/** The post with the answered claim marked among the others, and what was concluded about that claim. */
export function PostPane({ view, review }: PostPaneProps) {
  const { t, locale } = view;
  const { post, draft } = review;
  return (
    <section class="pane" aria-labelledby="post-title">
      <h2 id="post-title">{t.item.text}</h2>
      <PostInstructions
        view={view}
        text={post.text}
        language={post.language}
        spans={post.instructions}
      />
      <MarkedPost view={view} review={review} />
      <Answered view={view} review={review} />
      <p class="muted">
        {post.platform ?? t.item.unknown} · {t.item.receivedAt}{' '}
        {formatTime(post.received_at, locale)} · {t.item.submissions(post.submission_count)}
        {post.round === null ? '' : ` · ${t.item.round(post.round)}`}
      </p>
      <p>
        <a href={`/posts/${post.id}`}>{draft === null ? t.item.title : t.workspace.wholeItem}</a>
      </p>
    </section>
  );
}

function MarkedPost({ view, review }: PostPaneProps) {
  const { post, claims, draft } = review;
  const spans = [
    ...claims.map(({ id, start_offset: start, end_offset: end }) => ({
      ...{ start, end },
      name: id === draft?.claim_id ? 'answered' : 'claim',
    })),
    ...post.instructions.map(({ start, end }) => ({ name: 'instruction', start, end })),
  ];
  return (
    <div class="post-text" lang={post.language} id="post-text">
      {segmentText(post.text, spans).map(({ text, names }) => {
        if (names.length === 0) return text;
        const answered = names.includes('answered');
        return (
          <mark class={[...new Set(names)].join(' ')}>
            {answered ? <span class="spoken">{view.t.workspace.answeredStart} </span> : null}
            {text}
          </mark>
        );
      })}
    </div>
  );
}

function Answered({ view, review }: PostPaneProps) {
  const { t, locale } = view;
  const index = review.claims.findIndex(({ id }) => id === review.draft?.claim_id);
  const claim = review.claims[index];
  if (claim === undefined) return null;
  const { outcome, decided_by: by, decided_at: at } = claim;
  return (
    <p>
      <strong>{t.draft.answers(index + 1)}:</strong> <OutcomeChip view={view} outcome={outcome} />{' '}
      <span class="muted">
        {by === null || at === null
          ? t.claims.suggested
          : t.claims.decidedBy(by, formatTime(at, locale))}
      </span>
    </p>
  );
}
