import type { StoredEvent } from '#audit/index.ts';
import { AuditTabs } from '../../components/audit/audit-tabs.tsx';
import { EventList } from '../../components/audit/event-list.tsx';
import { SearchForm, type TypedSearch } from '../../components/audit/search-form.tsx';
import { ProblemAlert } from '../../components/feedback.tsx';
import { Layout } from '../../components/layout.tsx';
import { formatNumber } from '../../format.ts';
import type { Feedback, View } from '../../view.ts';

interface SearchPageProps {
  readonly view: View;
  readonly typed: TypedSearch;
  readonly events: readonly StoredEvent[];
  /** Addresses of the page that follows and of the first; null: there is none, or this is it. */
  readonly next: string | null;
  readonly first: string | null;
  readonly names: readonly string[];
  readonly feedback: Feedback;
}

export function AuditSearchPage(props: SearchPageProps) {
  const { view, typed, events, feedback } = props;
  const t = view.t.trail;
  return (
    <Layout view={view} title={t.title} styles={['audit']} failed={feedback.problem !== undefined}>
      <h1>{t.title}</h1>
      <AuditTabs view={view} current="/audit" />
      <p class="lead">{t.intro}</p>
      <ProblemAlert view={view} problem={feedback.problem} />
      <section aria-labelledby="search-title">
        <h2 id="search-title">{t.search}</h2>
        <SearchForm view={view} typed={typed} names={props.names} />
      </section>
      <section aria-labelledby="results-title">
        <h2 id="results-title">{t.results}</h2>
        {events.length === 0 ? (
          <p>
            {t.empty} {t.emptyHint}
          </p>
        ) : (
          <>
            <p class="muted">{t.count(formatNumber(events.length, view.locale))}</p>
            <EventList view={view} events={events} />
          </>
        )}
        <Pages view={view} next={props.next} first={props.first} />
      </section>
      <section aria-labelledby="download-title">
        <h2 id="download-title">{t.download}</h2>
        <p>{t.downloadHint}</p>
        <p class="actions">
          <a href="/audit/export.ndjson" download>
            {t.exportEvents}
          </a>
          <a href="/audit/checkpoints.ndjson" download>
            {t.exportCheckpoints}
          </a>
        </p>
      </section>
    </Layout>
  );
}

/** Ways to the page after this one and back to the first. */
export function Pages(props: { view: View; next: string | null; first: string | null }) {
  const t = props.view.t.trail;
  if (props.next === null && props.first === null) return null;
  return (
    <nav class="pages" aria-label={t.pages}>
      {props.first === null ? null : <a href={props.first}>{t.first}</a>}
      {props.next === null ? null : (
        <a href={props.next} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  );
}
