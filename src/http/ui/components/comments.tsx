import type { CommentView } from '#comments/index.ts';
import type { Page } from '#db/pagination.ts';
import type { ItemView } from '#review/index.ts';
import { formatTime } from '../format.ts';
import { textOf } from '../forms.ts';
import { type Feedback, may, type View } from '../view.ts';
import { SelectField, TextArea, typedOr } from './fields.tsx';

interface CommentsProps {
  readonly view: View;
  readonly item: ItemView;
  readonly comments: Page<CommentView>;
  readonly feedback: Feedback;
}

/** All comments of a post, oldest first, and the form to write one. */
export function CommentsSection({ view, item, comments, feedback }: CommentsProps) {
  const { t } = view;
  const { items, nextCursor } = comments;
  return (
    <section id="comment" aria-labelledby="comments-title">
      <h2 id="comments-title">{t.comments.title}</h2>
      {feedback.notice === 'commented' ? (
        <p class="notice" role="status">
          {t.comments.written}
        </p>
      ) : null}
      {items.length === 0 ? <p class="muted">{t.comments.none}</p> : null}
      {items.map((comment) => (
        <Comment view={view} item={item} comment={comment} />
      ))}
      {nextCursor === null ? null : (
        <p>
          <a href={`/posts/${item.post.id}?comments=${encodeURIComponent(nextCursor)}#comment`}>
            {t.comments.more}
          </a>
        </p>
      )}
      {may(view, 'comment.write') ? (
        <CommentForm view={view} item={item} feedback={feedback} />
      ) : null}
    </section>
  );
}

/** What was said about one sentence of the draft that is shown. */
export function SentenceComments({
  view,
  comments,
  draftId,
  ordinal,
}: {
  view: View;
  comments: readonly CommentView[];
  draftId: string;
  ordinal: number;
}) {
  const here = comments.filter(
    ({ draftId: draft, sentence }) => draft === draftId && sentence === ordinal,
  );
  if (here.length === 0) return null;
  return (
    <ul class="sentence-comments" aria-label={view.t.comments.here}>
      {here.map((comment) => (
        <li>
          <CommentText text={comment.text} />
          <p class="muted">
            <a href={`#comment-${comment.id}`}>
              {comment.author}, {formatTime(comment.writtenAt, view.locale)}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Comment({ view, item, comment }: { view: View; item: ItemView; comment: CommentView }) {
  const { t, locale } = view;
  const { id, author, writtenAt, byReviewer, sentence, revision } = comment;
  const current = comment.draftId === item.draft?.id;
  const name = sentence === 0 ? t.draft.headline : t.draft.sentence(sentence ?? 0);
  return (
    <article class="panel" id={`comment-${id}`}>
      <p class="muted">
        <strong>{author}</strong> · {formatTime(writtenAt, locale)}
        {byReviewer ? ` · ${t.comments.byReviewer}` : ''}
        {sentence === null ? null : (
          <>
            {' · '}
            {current ? (
              <a href={`#sentence-${sentence}`}>{name}</a>
            ) : (
              `${name}, ${t.draft.revision(revision ?? 0)}`
            )}
          </>
        )}
      </p>
      <CommentText text={comment.text} />
    </article>
  );
}

/** Plain text as it was typed: its lines are lines, and its addresses are no links. */
function CommentText({ text }: { text: string }) {
  return (
    <p class="comment-text" dir="auto">
      {text}
    </p>
  );
}

function CommentForm({ view, item, feedback }: { view: View; item: ItemView; feedback: Feedback }) {
  const { t } = view;
  const { draft, post } = item;
  const typed = feedback.problem?.form === 'comment' ? feedback.typed : undefined;
  const places = [
    { value: '', label: t.comments.whole },
    ...(draft?.sentences ?? []).map(({ ordinal }) => ({
      value: String(ordinal),
      label: ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal),
    })),
  ];
  return (
    <form method="post" action={`/posts/${post.id}/comments`}>
      {draft === null ? null : (
        <>
          <input type="hidden" name="draft_id" value={draft.id} />
          <SelectField
            id="comment-sentence"
            name="sentence"
            label={t.comments.about}
            choices={places}
            selected={typedOr(typed, 'sentence', '')}
          />
        </>
      )}
      <TextArea
        id="comment-text"
        name="text"
        label={t.comments.text}
        value={textOf(typed, 'text')}
        rows={3}
        required
      />
      <p class="muted narrow">{t.comments.hint}</p>
      <button type="submit">{t.comments.button}</button>
    </form>
  );
}
