import type { ItemView } from '#review/index.ts';
import { textOf } from '../forms.ts';
import type { HeldLease } from '../session.ts';
import type { Feedback, View } from '../view.ts';
import { ConfirmFields } from './account/confirm-fields.tsx';
import { choicesFrom, RadioGroup, TextArea } from './fields.tsx';
import { summaryOf } from './findings.tsx';

interface ReviewFormProps {
  readonly view: View;
  readonly item: ItemView;
  readonly feedback: Feedback;
  readonly lease: HeldLease;
}

/** The verdict and its reason, for who holds the item. */
export function ReviewForm({ view, item, feedback, lease }: ReviewFormProps) {
  const { t } = view;
  const { post, draft } = item;
  if (draft === null) return null;
  const typed = feedback.problem?.form === 'review' ? feedback.typed : undefined;
  const base = `/posts/${post.id}`;
  return (
    <>
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
        <ConfirmFields
          view={view}
          problem={feedback.problem?.form === 'review' ? feedback.problem : undefined}
        />
        <button type="submit" class="primary">
          {t.review.button}
        </button>
      </form>
    </>
  );
}
