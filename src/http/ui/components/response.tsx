import type { ItemView } from '#review/index.ts';
import { textOf } from '../forms.ts';
import { formatTime } from '../format.ts';
import { may, type Feedback, type View } from '../view.ts';
import { choicesFrom, RadioGroup, TextArea } from './fields.tsx';
import { NoticeLine } from './feedback.tsx';

const openStates = ['ANALYSED', 'NO_ACTION', 'IN_DRAFT', 'RETURNED'];

interface ResponseProps {
  readonly view: View;
  readonly item: ItemView;
  readonly feedback: Feedback;
}

export function ResponseSection({ view, item, feedback }: ResponseProps) {
  const { t } = view;
  const { response } = item;
  return (
    <section id="response" aria-labelledby="response-title">
      <h2 id="response-title">{t.response.title}</h2>
      <NoticeLine view={view} feedback={feedback} names={['response']} />
      {response === null ? (
        <p class="muted">{t.response.none}</p>
      ) : (
        <>
          <p>
            <strong>{t.decisions[response.decision]}</strong>{' '}
            <span class="muted">
              {t.response.by(response.decided_by, formatTime(response.decided_at, view.locale))}
            </span>
          </p>
          <blockquote>{response.reason}</blockquote>
        </>
      )}
      <ResponseForm view={view} item={item} feedback={feedback} />
    </section>
  );
}

function ResponseForm({ view, item, feedback }: ResponseProps) {
  const { t } = view;
  if (!may(view, 'response.decide') || !openStates.includes(item.post.state)) return null;
  const refused = feedback.problem?.form === 'response';
  const typed = refused ? feedback.typed : undefined;
  return (
    <details open={refused || item.response === null}>
      <summary>{item.response === null ? t.response.open : t.response.change}</summary>
      <form method="post" action={`/posts/${item.post.id}/response`}>
        <RadioGroup
          name="decision"
          legend={t.response.decision}
          choices={choicesFrom(t.decisions)}
          selected={textOf(typed, 'decision')}
        />
        <TextArea
          id="response-reason"
          name="reason"
          label={t.response.reason}
          value={textOf(typed, 'reason')}
          required
        />
        <button type="submit">{t.response.button}</button>
      </form>
    </details>
  );
}
