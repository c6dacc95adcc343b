import type { Page } from '#db/pagination.ts';
import type { QueueCount, QueueEntry, QueueFilter, SavedFilter } from '#review/index.ts';
import { NoticeLine, ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { QueueCounts } from '../components/queue-counts.tsx';
import { FilterForm, SavedFilters } from '../components/queue-filter.tsx';
import { NextItem } from '../components/review/after.tsx';
import { QueueTable } from '../components/queue-table.tsx';
import { addressOfFilter } from '../queue-address.ts';
import { may, type Feedback, type View } from '../view.ts';

interface QueueProps {
  readonly view: View;
  readonly page: Page<QueueEntry>;
  /** What the person holds or was handed; shown first. */
  readonly own: readonly QueueEntry[];
  /** Null for who does not review. */
  readonly count: QueueCount | null;
  readonly filter: QueueFilter;
  readonly saved: readonly SavedFilter[];
  readonly feedback: Feedback;
}

export function QueuePage(props: QueueProps) {
  const { view, page, filter, saved, feedback, count } = props;
  const { t } = view;
  return (
    <Layout
      view={view}
      title={t.queue.title}
      failed={feedback.problem !== undefined}
      styles={['queue']}
    >
      <div class="queue-head">
        <h1>{t.queue.title}</h1>
        {count === null ? null : <NextItem view={view} primary={count.waiting + count.held > 0} />}
      </div>
      <ProblemAlert view={view} problem={feedback.problem} />
      {feedback.notice === 'nothing' ? (
        <p class="notice" role="status">
          {t.queue.nothingToReview} {t.queue.nothingToReviewHint}
        </p>
      ) : null}
      <NoticeLine view={view} feedback={feedback} names={['released', 'item_passed']} />
      <div id="queue-own" data-live="queue">
        {count === null ? null : <QueueCounts view={view} count={count} filter={filter} />}
        {props.own.length === 0 ? null : (
          <QueueTable view={view} caption={t.turn.own} items={props.own} />
        )}
      </div>
      <FilterForm view={view} filter={filter} />
      <SavedFilters view={view} filter={filter} saved={saved} feedback={feedback} />
      <div id="queue-items" data-live="queue">
        <Items view={view} page={page} filter={filter} />
      </div>
      <Pages view={view} page={page} filter={filter} />
    </Layout>
  );
}

function Items({ view, page, filter }: Pick<QueueProps, 'view' | 'page' | 'filter'>) {
  const { t } = view;
  const count = page.items.length;
  if (count === 0) return <Empty view={view} filter={filter} />;
  const caption =
    filter.order === 'priority' ? t.queueFilter.byPriority(count) : t.queue.caption(count);
  return <QueueTable view={view} caption={caption} items={page.items} />;
}

function Empty({ view, filter }: { view: View; filter: QueueFilter }) {
  const { t } = view;
  const { state, ...others } = filter;
  const filtered = Object.values(others).some((one) => one !== undefined);
  if (filtered) {
    const alone = addressOfFilter(filter) === addressOfFilter({ needsRecheck: true });
    return (
      <div class="empty">
        <p>{alone ? t.recheck.none : t.queueFilter.nothing}</p>
        <p>
          <a href="/">{t.queueFilter.clear}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p>{state === undefined ? t.queue.empty : t.queue.emptyState(t.states[state])}</p>
      {state === undefined && may(view, 'posts.submit') ? (
        <p>
          <a href="/submit">{t.queue.emptyHint}</a>
        </p>
      ) : null}
    </div>
  );
}

function Pages({ view, page, filter }: Pick<QueueProps, 'view' | 'page' | 'filter'>) {
  const { t } = view;
  const later = new URL(view.path, 'http://page').searchParams.has('cursor');
  if (!later && page.nextCursor === null) return null;
  return (
    <nav class="pages" aria-label={t.queue.pages}>
      {later ? <a href={addressOfFilter(filter)}>{t.queue.first}</a> : null}
      {page.nextCursor === null ? null : (
        <a href={addressOfFilter(filter, page.nextCursor)} rel="next">
          {t.queue.next}
        </a>
      )}
    </nav>
  );
}
