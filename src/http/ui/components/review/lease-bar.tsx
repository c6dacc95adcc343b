import type { Turn } from '#review/index.ts';
import { textOf } from '../../forms.ts';
import { formatClock } from '../../format.ts';
import type { Feedback, View } from '../../view.ts';
import { choicesFrom, SelectField, TextArea } from '../fields.tsx';

interface LeaseBarProps {
  readonly view: View;
  readonly postId: string;
  readonly turn: Turn;
  readonly until: Date;
  readonly feedback: Feedback;
}

/** How long the item is still held, and the ways to keep it or to give it away. Part of the review's form. */
export function LeaseBar({ view, postId, turn, until, feedback }: LeaseBarProps) {
  const { t, locale } = view;
  const leftMs = Math.max(0, until.getTime() - view.now.getTime());
  const words = t.workspace;
  return (
    <div
      class="lease-bar"
      id="lease"
      data-left-ms={String(leftMs)}
      data-left={words.left('{time}')}
      data-minutes={words.minutes('{minutes}')}
      data-last-minutes={words.lastMinutes('{minutes}')}
      data-kept={words.kept}
      data-limit={words.limit}
      data-lost={words.lost}
      data-ended={words.ended}
    >
      <p class="clock">
        {words.heldUntil} <time datetime={until.toISOString()}>{formatClock(until, locale)}</time>,{' '}
        <strong id="lease-left">
          {words.left(words.minutes(String(Math.ceil(leftMs / 60_000))))}
        </strong>
      </p>
      <button
        type="submit"
        class="quiet"
        formaction={`/posts/${postId}/renew`}
        formnovalidate
        id="renew"
        data-key="r"
        data-key-label={t.turn.renew}
      >
        {t.turn.renew}
      </button>
      <PassFields view={view} postId={postId} turn={turn} feedback={feedback} />
      <p role="status" id="lease-said" />
    </div>
  );
}

/** Skipping, declining, handing over and returning without a word differ in one choice. */
function PassFields({ view, postId, turn, feedback }: Omit<LeaseBarProps, 'until'>) {
  const { t } = view;
  const refused = feedback.problem?.form === 'pass';
  const { handover, ...alone } = t.turn.kinds;
  const anybody = turn.colleagues.length > 0;
  const choices = choicesFrom(anybody ? { ...alone, handover } : alone);
  const typed = feedback.typed;
  return (
    <details id="pass" open={refused}>
      <summary data-key="x" data-key-label={t.turn.pass}>
        {t.turn.pass}
      </summary>
      <fieldset class="choices">
        <legend>{t.turn.what}</legend>
        {choices.map(({ value, label }) => (
          <label>
            <input
              type="radio"
              name="pass"
              value={value}
              checked={textOf(typed, 'pass') === value}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      {anybody ? (
        <SelectField
          id="pass-to"
          name="to"
          label={t.turn.to}
          choices={[
            { value: '', label: t.turn.nobody },
            ...turn.colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          selected={textOf(typed, 'to')}
        />
      ) : (
        <p class="muted">{t.turn.noColleagues}</p>
      )}
      <TextArea
        id="pass-reason"
        name="pass_reason"
        label={t.turn.reason}
        value={textOf(typed, 'pass_reason')}
      />
      <div class="inline">
        <button type="submit" formaction={`/posts/${postId}/pass`} formnovalidate>
          {t.turn.button}
        </button>
        <button
          type="submit"
          class="quiet"
          formaction={`/posts/${postId}/release`}
          formnovalidate
          id="release"
          data-key="q"
          data-key-focus
          data-key-label={t.review.release}
        >
          {t.review.release}
        </button>
      </div>
    </details>
  );
}
