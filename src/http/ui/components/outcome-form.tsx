import type { ClaimView, ItemView } from '#review/index.ts';
import { textOf } from '../forms.ts';
import { may, type Feedback, type View } from '../view.ts';
import { choicesFrom, SelectField, TextArea } from './fields.tsx';

const openStates = ['ANALYSED', 'NO_ACTION', 'IN_DRAFT', 'RETURNED'];

interface OutcomeFormProps {
  readonly view: View;
  readonly item: ItemView;
  readonly claim: ClaimView;
  readonly number: number;
  readonly feedback: Feedback;
}

/** For drafters while the post is theirs to work on. */
export function OutcomeForm({ view, item, claim, number, feedback }: OutcomeFormProps) {
  const { t } = view;
  if (!may(view, 'outcome.decide') || !openStates.includes(item.post.state)) return null;
  const refused =
    feedback.problem?.form === 'outcome' && textOf(feedback.typed, 'claim') === claim.id;
  const typed = refused ? feedback.typed : undefined;
  const names = Object.fromEntries(
    Object.entries(t.outcomes)
      .filter(([outcome]) => claim.checkable || outcome !== 'CONTRADICTED')
      .map(([outcome, { name }]) => [outcome, name]),
  );
  return (
    <details open={refused} id={refused ? 'outcome' : undefined}>
      <summary>{t.claims.setOutcome}</summary>
      <form method="post" action={`/posts/${item.post.id}/outcome`}>
        <input type="hidden" name="claim" value={claim.id} />
        <input type="hidden" name="number" value={String(number)} />
        <SelectField
          id={`outcome-${number}`}
          name="outcome"
          label={t.claims.newOutcome}
          choices={choicesFrom(names)}
          selected={textOf(typed, 'outcome')}
          placeholder={t.review.choose}
        />
        <TextArea
          id={`outcome-reason-${number}`}
          name="reason"
          label={t.claims.reason}
          value={textOf(typed, 'reason')}
          required
        />
        <button type="submit">{t.claims.button}</button>
      </form>
    </details>
  );
}
