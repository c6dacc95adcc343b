import type { DraftView } from '#review/index.ts';
import { textOf } from '../../forms.ts';
import type { Feedback, View } from '../../view.ts';
import { ConfirmFields } from '../account/confirm-fields.tsx';
import { choicesFrom, RadioGroup, TextArea } from '../fields.tsx';

interface VerdictProps {
  readonly view: View;
  readonly draft: DraftView;
  readonly feedback: Feedback;
  /** Whether the decision can be sent now; without a lease what was typed is only kept. */
  readonly held: boolean;
}

/** The verdict and its reason, at the end of the sentences. */
export function Verdict({ view, draft, feedback, held }: VerdictProps) {
  const { t } = view;
  const { problem, typed } = feedback;
  const count = draft.sentences.length;
  return (
    <div id="review" class="verdict">
      <h3>{t.review.verdict}</h3>
      <p class="muted">{t.review.hidden}</p>
      <p
        class="muted"
        id="judged"
        hidden
        data-judged={t.workspace.judged('{count}', String(count))}
      />
      <RadioGroup
        name="verdict"
        legend={t.workspace.yourVerdict}
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
      <ConfirmFields view={view} problem={problem?.form === 'review' ? problem : undefined} />
      {held ? (
        <>
          <button type="submit" class="primary" id="decide" aria-describedby="decide-hint">
            {t.review.button}
          </button>
          <p class="muted" id="decide-hint">
            {t.workspace.decideHint}
          </p>
        </>
      ) : null}
    </div>
  );
}
