import type { ItemView } from '#review/index.ts';
import { textOf } from '../forms.ts';
import { type Feedback, may, type View } from '../view.ts';
import { ConfirmFields } from './account/confirm-fields.tsx';
import { TextArea } from './fields.tsx';

/** Takes the approval of a post out of force; folded, because it is for the case that nobody hoped for. */
export function RevokeForm(props: { view: View; item: ItemView; feedback: Feedback }) {
  const { view, item, feedback } = props;
  const { t } = view;
  const { approval, post } = item;
  if (approval?.status !== 'in_force' || !may(view, 'approval.revoke')) return null;
  const problem = feedback.problem?.form === 'revoke' ? feedback.problem : undefined;
  const typed = problem === undefined ? undefined : feedback.typed;
  return (
    <details open={problem !== undefined} id="revoke">
      <summary>{t.reviews.revoke}</summary>
      <form method="post" action={`/posts/${post.id}/revoke`}>
        <p>{t.reviews.revokeHint}</p>
        <input type="hidden" name="approval" value={approval.id} />
        <TextArea
          id="revoke-reason"
          name="reason"
          label={t.reviews.revokeReason}
          value={textOf(typed, 'reason')}
          required
        />
        <ConfirmFields view={view} problem={problem} />
        <button type="submit">{t.reviews.revokeButton}</button>
      </form>
    </details>
  );
}
