import type { StoredEvent } from '#audit/index.ts';
import type { HistoryType, RelatedRecords } from '#review/index.ts';
import { AuditTabs } from '../../components/audit/audit-tabs.tsx';
import { EventList } from '../../components/audit/event-list.tsx';
import { shortId } from '../../components/audit/history-path.ts';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';
import { Pages } from './search.tsx';

interface HistoryPageProps {
  readonly view: View;
  readonly type: HistoryType;
  readonly id: string;
  readonly related: RelatedRecords;
  readonly events: readonly StoredEvent[];
  readonly next: string | null;
  readonly first: string | null;
}

/** What happened to one thing and to all that belongs to it. */
export function HistoryPage(props: HistoryPageProps) {
  const { view, type, id, related, events } = props;
  const t = view.t.trail;
  const name = `${t.types[type]} ${related.title ?? shortId(id)}`;
  return (
    <Layout view={view} title={t.historyOf(name)} styles={['audit']}>
      <h1>{t.historyOf(name)}</h1>
      <AuditTabs view={view} current="" />
      <p class="lead">{t.historyHint}</p>
      <p class="actions">
        {related.postId === null ? null : <a href={`/posts/${related.postId}`}>{t.openPost}</a>}
        {type === 'document' ? <a href={`/corpus/${id}`}>{t.openDocument}</a> : null}
        {type === 'document_version' ? (
          <a href={`/corpus/versions/${id}`}>{t.openDocument}</a>
        ) : null}
        {type === 'app_user' ? <a href={`/audit?person=${id}`}>{t.doneBy}</a> : null}
      </p>
      <section aria-labelledby="results-title">
        <h2 id="results-title">{t.results}</h2>
        {events.length === 0 ? <p>{t.empty}</p> : <EventList view={view} events={events} />}
        <Pages view={view} next={props.next} first={props.first} />
      </section>
    </Layout>
  );
}
