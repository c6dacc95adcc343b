import type { CommentView } from '#comments/index.ts';
import type { ReviewView } from '#review/index.ts';
import { formatTime } from '../../format.ts';
import { may, type View } from '../../view.ts';

/** Comments about the whole item, and those about drafts before this one; the rest stand at their sentence. */
export function Remarks(props: {
  view: View;
  review: ReviewView;
  comments: readonly CommentView[];
}) {
  const { view, review, comments } = props;
  const { t, locale } = view;
  const elsewhere = comments.filter(
    ({ draftId, sentence }) => draftId !== review.draft?.id || sentence === null,
  );
  return (
    <details id="comments">
      <summary>{t.workspace.remarks(elsewhere.length)}</summary>
      {elsewhere.map(({ id, author, writtenAt, byReviewer, revision, text }) => (
        <article id={`comment-${id}`}>
          <p class="muted">
            <strong>{author}</strong> · {formatTime(writtenAt, locale)}
            {byReviewer ? ` · ${t.comments.byReviewer}` : ''}
            {revision === null ? '' : ` · ${t.draft.revision(revision)}`}
          </p>
          <p class="comment-text" dir="auto">
            {text}
          </p>
        </article>
      ))}
      {may(view, 'comment.write') ? (
        <p>
          <a href={`/posts/${review.post.id}#comment`} target="_blank" rel="noopener">
            {t.workspace.writeRemark}
          </a>
        </p>
      ) : null}
    </details>
  );
}
