import type { StoredEvent } from '#audit/index.ts';
import { canonicalJson } from '#platform/hash.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { isId } from '../../forms.ts';
import { lookUp } from '../../problem.ts';
import type { View } from '../../view.ts';
import { historyPath, shortId } from './history-path.ts';

/** Events as sentences, each with what was recorded folded below. */
export function EventList({ view, events }: { view: View; events: readonly StoredEvent[] }) {
  return (
    <ol class="events" aria-label={view.t.trail.results}>
      {events.map((event) => (
        <li data-row id={`event-${event.seq}`}>
          <p>
            <time datetime={event.at}>{formatTime(new Date(event.at), view.locale)}</time>{' '}
            <EventSentence view={view} event={event} />
          </p>
          <EventFacts view={view} event={event} />
          <details>
            <summary>
              {view.t.trail.raw}{' '}
              <span class="muted">· {view.t.trail.seq(formatNumber(event.seq, view.locale))}</span>
            </summary>
            <pre lang="en" tabindex={0}>
              <code>{canonicalJson(event)}</code>
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** Who did what to what; a code without words is shown as it is. */
function EventSentence({ view, event }: { view: View; event: StoredEvent }) {
  const { trail } = view.t;
  const done = lookUp<string>(trail.actions, event.action) ?? event.action;
  const path = historyPath(event.entity_type, event.entity_id);
  const id = shortId(event.entity_id);
  const type = lookUp<string>(trail.types, event.entity_type) ?? event.entity_type;
  return (
    <>
      <strong>{event.actor_id === null ? trail.system : event.actor_name}</strong> {done}{' '}
      {path === null ? (
        <code title={`${type} ${event.entity_id}`}>{id}</code>
      ) : (
        <a href={path} title={`${type} ${event.entity_id}`}>
          <code>{id}</code>
        </a>
      )}
    </>
  );
}

/** What was decided and why, where the event tells it. */
function EventFacts({ view, event }: { view: View; event: StoredEvent }) {
  const { t } = view;
  const { reason, decision, after, verdict, post } = event.details;
  const codes = [
    typeof decision === 'string' ? lookUp<string>(t.decisions, decision) : undefined,
    event.action === 'outcome.set' && typeof after === 'string'
      ? lookUp(t.outcomes, after)?.name
      : undefined,
    typeof verdict === 'string' ? lookUp<string>(t.verdicts, verdict) : undefined,
  ].filter((text) => text !== undefined);
  // In the history of that very post the link would lead to where one is.
  const isAbout =
    typeof post === 'string' &&
    isId(post) &&
    post !== event.entity_id &&
    view.path.split('?')[0] !== `/audit/entity/post/${post}`;
  if (codes.length === 0 && typeof reason !== 'string' && !isAbout) return null;
  return (
    <p class="muted">
      {codes.length === 0 ? null : `${t.trail.value}: ${codes.join(', ')}. `}
      {typeof reason === 'string' ? `${t.trail.reason}: ${reason}. ` : null}
      {isAbout ? (
        <a href={`/audit/entity/post/${post}`}>
          {t.trail.types.post} {shortId(post)}
        </a>
      ) : null}
    </p>
  );
}
