import type { ItemView } from '#review/index.ts';
import { DraftSection } from '../components/draft.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { choicesFrom, RadioGroup, TextArea } from '../components/fields.tsx';
import { Layout } from '../components/layout.tsx';
import { PostText } from '../components/post.tsx';
import { textOf } from '../forms.ts';
import type { Feedback, View } from '../view.ts';

interface ThirdLookPageProps {
  readonly view: View;
  /** Null: none awaits this reader. */
  readonly look: { readonly approvalId: string; readonly waiting: number } | null;
  readonly item: ItemView | null;
  readonly feedback: Feedback;
}

/** An approved answer as a third person reads it: without the two reviews. */
export function ThirdLookPage({ view, look, item, feedback }: ThirdLookPageProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.thirdLook.title} failed={feedback.problem !== undefined}>
      <h1>{t.thirdLook.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      {feedback.notice === 'given' ? (
        <p class="notice" role="status">
          {t.thirdLook.given}
        </p>
      ) : null}
      {look === null || item === null || item.draft === null ? (
        <p class="empty">{t.thirdLook.none}</p>
      ) : (
        <>
          <p>
            {t.thirdLook.intro} {t.thirdLook.waiting(look.waiting)}
          </p>
          <section class="post" aria-labelledby="post-title">
            <h2 id="post-title">{t.item.text}</h2>
            <PostText view={view} item={item} />
          </section>
          <DraftSection view={view} item={item} feedback={feedback} judging />
          <ThirdLookForm
            view={view}
            approvalId={look.approvalId}
            contentSha256={item.draft.content_sha256}
            typed={feedback.typed}
          />
        </>
      )}
    </Layout>
  );
}

function ThirdLookForm({
  view,
  approvalId,
  contentSha256,
  typed,
}: {
  view: View;
  approvalId: string;
  contentSha256: string;
  typed: FormData | undefined;
}) {
  const { t } = view;
  return (
    <section id="third-look" aria-labelledby="third-look-title">
      <h2 id="third-look-title">{t.thirdLook.verdict}</h2>
      {/* The labels beside the sentences belong to the form of this id. */}
      <form method="post" action={`/third-look/${approvalId}`} id="review-form">
        <input type="hidden" name="content_sha256" value={contentSha256} />
        <RadioGroup
          name="verdict"
          legend={t.thirdLook.question}
          choices={choicesFrom(t.thirdLookVerdicts)}
          selected={textOf(typed, 'verdict')}
        />
        <TextArea
          id="third-look-reason"
          name="reason"
          label={t.review.reason}
          value={textOf(typed, 'reason')}
          rows={4}
          required
        />
        <button type="submit" class="primary">
          {t.thirdLook.button}
        </button>
      </form>
    </section>
  );
}
