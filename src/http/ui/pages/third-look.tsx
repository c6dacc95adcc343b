import type { ReviewView } from '#review/index.ts';
import { ProblemAlert } from '../components/feedback.tsx';
import { choicesFrom, RadioGroup, TextArea } from '../components/fields.tsx';
import { Layout } from '../components/layout.tsx';
import { textOf } from '../forms.ts';
import type { Feedback, View } from '../view.ts';
import { Panes } from './review.tsx';

interface ThirdLookPageProps {
  readonly view: View;
  /** Null: none awaits this reader. */
  readonly look: { readonly approvalId: string; readonly waiting: number } | null;
  readonly review: ReviewView | null;
  readonly feedback: Feedback;
}

/** An approved answer as a third person reads it: without the two reviews, and what was said beside them. */
export function ThirdLookPage({ view, look, review, feedback }: ThirdLookPageProps) {
  const { t } = view;
  return (
    <Layout
      view={view}
      title={t.thirdLook.title}
      failed={feedback.problem !== undefined}
      styles={['review']}
      scripts={['review']}
      wide
    >
      <h1>{t.thirdLook.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      {feedback.notice === 'given' ? (
        <p class="notice" role="status">
          {t.thirdLook.given}
        </p>
      ) : null}
      {look === null || review === null || review.draft === null ? (
        <div class="empty">
          <p>
            {t.thirdLook.none} {t.thirdLook.noneHint}
          </p>
          <p>
            <a href="/">{t.errors.home}</a>
          </p>
        </div>
      ) : (
        <>
          <p class="lead">
            {t.thirdLook.intro} {t.thirdLook.waiting(look.waiting)}
          </p>
          <form method="post" action={`/third-look/${look.approvalId}`} id="review-form">
            <input type="hidden" name="content_sha256" value={review.draft.content_sha256} />
            <Panes
              view={view}
              review={{ ...review, reviews: [], decisions: null }}
              comments={[]}
              similar={[]}
              feedback={feedback}
              judging
              verdict={<ThirdVerdict view={view} typed={feedback.typed} />}
            />
          </form>
        </>
      )}
    </Layout>
  );
}

function ThirdVerdict({ view, typed }: { view: View; typed: FormData | undefined }) {
  const { t } = view;
  return (
    <div id="third-look" class="verdict">
      <h3>{t.thirdLook.verdict}</h3>
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
      <button type="submit" class="primary" id="decide">
        {t.thirdLook.button}
      </button>
    </div>
  );
}
