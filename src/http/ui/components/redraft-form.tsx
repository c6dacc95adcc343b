import type { ClaimView, ItemView, MatchView } from '#review/index.ts';
import { textOf } from '../forms.ts';
import { isOpenForDrafting } from './open-for-drafting.ts';
import { may, type Feedback, type View } from '../view.ts';
import { choicesFrom, SelectField, typedOr } from './fields.tsx';
import { passageName } from './passage-name.ts';

interface RedraftProps {
  readonly view: View;
  readonly item: ItemView;
  readonly claim: ClaimView;
  readonly number: number;
  readonly feedback: Feedback;
}

/** Beside a claim: a new machine draft that answers it out of chosen passages. */
export function RedraftForm({ view, item, claim, number, feedback }: RedraftProps) {
  const { t } = view;
  const open = may(view, 'draft.write') && isOpenForDrafting(item);
  if (!open || !claim.checkable || claim.matches.length === 0) return null;
  const refused =
    feedback.problem?.form === 'redraft' && textOf(feedback.typed, 'claim') === claim.id;
  const typed = refused ? feedback.typed : undefined;
  const chosen = typed?.getAll('passage') ?? null;
  return (
    <>
      <p>
        <a href={`/posts/${item.post.id}/variants?claim=${claim.id}`}>{t.variants.link}</a>
      </p>
      <details open={refused} id={refused ? 'redraft' : undefined}>
        <summary>{t.draft.redraft}</summary>
        <form method="post" action={`/posts/${item.post.id}/redraft`}>
          <p class="muted">{t.draft.redraftHint}</p>
          <input type="hidden" name="claim" value={claim.id} />
          <fieldset class="choices">
            <legend>{t.draft.passages}</legend>
            {claim.matches.map((match) => (
              <label>
                <input
                  type="checkbox"
                  name="passage"
                  value={String(match.passage_id)}
                  checked={chosen?.includes(String(match.passage_id)) ?? isProbable(claim, match)}
                />{' '}
                {match.rank}. <span lang={match.language}>{passageName(match)}</span>
              </label>
            ))}
          </fieldset>
          <SelectField
            id={`audience-${number}`}
            name="audience"
            label={t.draft.audience}
            choices={choicesFrom(t.audiences)}
            selected={textOf(typed, 'audience')}
          />
          <SelectField
            id={`length-${number}`}
            name="length"
            label={t.editForm.length}
            choices={choicesFrom(t.editForm.lengths)}
            selected={typedOr(typed, 'length', 'statement')}
          />
          <SelectField
            id={`language-${number}`}
            name="language"
            label={t.editForm.language}
            choices={[{ value: '', label: t.variants.usual }, ...choicesFrom(t.editForm.languages)]}
            selected={textOf(typed, 'language')}
          />
          <button type="submit">{t.draft.redraftButton}</button>
        </form>
      </details>
    </>
  );
}

/** An improbable match is chosen beforehand only where there is no other. */
function isProbable({ threshold, matches }: ClaimView, match: MatchView): boolean {
  const reaches = ({ probability }: MatchView): boolean =>
    threshold === null || probability >= threshold;
  return reaches(match) || !matches.some(reaches);
}
