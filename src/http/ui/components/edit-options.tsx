import type { DraftView } from '#review/index.ts';
import { isoDay } from '#platform/clock.ts';
import { formatDay } from '../format.ts';
import type { View } from '../view.ts';
import { choicesFrom, SelectField, typedOr } from './fields.tsx';
import { TextField } from './text-field.tsx';

interface EditOptionsProps {
  readonly view: View;
  readonly draft: DraftView;
  /** What was typed into a refused form. */
  readonly typed: FormData | undefined;
}

/** For whom a draft is, how long it may be, and until when it holds. Nothing is set that nobody chose. */
export function EditOptions({ view, draft, typed }: EditOptionsProps) {
  const { t, locale } = view;
  const labels = t.editForm;
  const today = isoDay(view.now);
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
  const ticked = typed === undefined ? draft.no_alternative : typed.has('no_alternative');
  return (
    <fieldset class="edit-row">
      <legend>{labels.form}</legend>
      <div class="pair">
        <SelectField
          id="edit-audience"
          name="audience"
          label={t.draft.audience}
          choices={choicesFrom(t.audiences)}
          selected={typedOr(typed, 'audience', draft.audience)}
        />
        <SelectField
          id="edit-length"
          name="length"
          label={labels.length}
          choices={choicesFrom(labels.lengths)}
          selected={typedOr(typed, 'length', draft.length ?? 'statement')}
        />
        <SelectField
          id="edit-language"
          name="language"
          label={labels.language}
          choices={choicesFrom(labels.languages)}
          selected={typedOr(typed, 'language', draft.language)}
        />
      </div>
      <TextField
        id="edit-review-by"
        name="review_by"
        type="date"
        label={labels.reviewBy}
        value={typedOr(typed, 'review_by', draft.review_by ?? '')}
        hint={labels.reviewByHint(formatDay(nextYear, locale))}
      />
      <label class="check">
        <input type="checkbox" name="no_alternative" value="yes" checked={ticked} />{' '}
        {labels.noAlternative}
      </label>
    </fieldset>
  );
}
