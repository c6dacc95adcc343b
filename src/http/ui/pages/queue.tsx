import type { Page } from '#db/pagination.ts';
import type { Outcome, PostState } from '#db/schema/index.ts';
import type { QueueEntry } from '#review/index.ts';
import { OutcomeChip, StateChip } from '../components/chips.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { SelectField } from '../components/fields.tsx';
import { InstructionChip } from '../components/instructions.tsx';
import { Layout } from '../components/layout.tsx';
import { formatClock, formatTime } from '../format.ts';
import { may, type Feedback, type View } from '../view.ts';

interface QueueProps {
  readonly view: View;
  readonly page: Page<QueueEntry>;
  readonly state: PostState | null;
  /** Only items whose newest draft lost a source. */
  readonly needsRecheck: boolean;
  readonly feedback: Feedback;
}

/** States in which a post has a place in the queue: a post just received is not analysed yet. */
export const queueStates = [
  'ANALYSED',
  'IN_DRAFT',
  'IN_REVIEW',
  'RETURNED',
  'APPROVED',
  'DECLINED',
  'NO_ACTION',
] as const satisfies readonly PostState[];

export function QueuePage({ view, page, state, needsRecheck, feedback }: QueueProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.queue.title} failed={feedback.problem !== undefined}>
      <h1>{t.queue.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      {feedback.notice === 'nothing' ? (
        <p class="notice" role="status">
          {t.queue.nothingToReview} {t.queue.nothingToReviewHint}
        </p>
      ) : null}
      {feedback.notice === 'released' ? (
        <p class="notice" role="status">
          {t.notices.released}
        </p>
      ) : null}
      <div class="toolbar">
        <Filter view={view} state={state} needsRecheck={needsRecheck} />
        {may(view, 'review.decide') ? <TakeNext view={view} /> : null}
      </div>
      {page.items.length === 0 ? (
        <Empty view={view} state={state} filtered={needsRecheck} />
      ) : (
        <Items view={view} items={page.items} />
      )}
      <Pages view={view} page={page} state={state} needsRecheck={needsRecheck} />
    </Layout>
  );
}

function Filter({ view, state, needsRecheck }: Omit<QueueProps, 'page' | 'feedback'>) {
  const { t } = view;
  const choices = queueStates.map((value) => ({ value, label: t.states[value] }));
  return (
    <form method="get" action="/" class="inline">
      <SelectField
        id="state"
        name="state"
        label={t.queue.filter}
        choices={[{ value: '', label: t.queue.all }, ...choices]}
        selected={state ?? ''}
      />
      <label class="check">
        <input type="checkbox" name="recheck" value="true" checked={needsRecheck} />{' '}
        {t.recheck.only}
      </label>
      <button type="submit">{t.queue.apply}</button>
    </form>
  );
}

function TakeNext({ view }: { view: View }) {
  const { t } = view;
  return (
    <form method="post" action="/review/next">
      <button type="submit" class="primary" aria-describedby="take-hint">
        {t.queue.takeNext}
      </button>
      <p class="muted" id="take-hint">
        {t.queue.takeNextHint}
      </p>
    </form>
  );
}

function Empty(props: { view: View; state: PostState | null; filtered: boolean }) {
  const { view, state, filtered } = props;
  const { t } = view;
  if (filtered) {
    return (
      <div class="empty">
        <p>{t.recheck.none}</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p>{state === null ? t.queue.empty : t.queue.emptyState(t.states[state])}</p>
      {state === null && may(view, 'posts.submit') ? (
        <p>
          <a href="/submit">{t.queue.emptyHint}</a>
        </p>
      ) : null}
    </div>
  );
}

function Items({ view, items }: { view: View; items: readonly QueueEntry[] }) {
  const { t } = view;
  const headings = [
    [t.queue.post],
    [t.queue.state],
    [t.queue.outcomes],
    [t.queue.submissions, 'number'],
    [t.queue.round, 'number'],
    [t.queue.lease],
    [t.queue.received],
  ];
  return (
    <table class="queue">
      <caption>{t.queue.caption(items.length)}</caption>
      <thead>
        <tr>
          {headings.map(([heading, kind]) => (
            <th scope="col" class={kind}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Item view={view} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Item({ view, item }: { view: View; item: QueueEntry }) {
  const { t, locale } = view;
  const counts = new Map<Outcome, number>();
  for (const outcome of item.outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const lease =
    item.leasedBy === null || item.leasedUntil === null
      ? t.queue.nobody
      : t.queue.leasedUntil(item.leasedBy, formatClock(item.leasedUntil, locale));
  return (
    <tr>
      <th scope="row">
        <a href={`/posts/${item.postId}`} lang={item.language} class="excerpt">
          {item.text}
        </a>
      </th>
      <td data-label={t.queue.state}>
        <span class="chips">
          <StateChip view={view} state={item.state} />
          {item.instructed ? <InstructionChip view={view} /> : null}
          {item.needsRecheck ? <span class="chip recheck">{t.recheck.chip}</span> : null}
          {item.lostAnswer === null ? null : (
            <span class="chip recheck">{t.lostAnswers[item.lostAnswer]}</span>
          )}
        </span>
      </td>
      <td data-label={t.queue.outcomes}>
        <span class="chips">
          {counts.size === 0 ? <span class="muted">{t.queue.noClaims}</span> : null}
          {[...counts].map(([outcome, count]) => (
            <OutcomeChip view={view} outcome={outcome} count={count} />
          ))}
        </span>
      </td>
      <td data-label={t.queue.submissions} class="number">
        {item.submissions}
      </td>
      <td data-label={t.queue.round} class="number">
        {item.round}
      </td>
      <td data-label={t.queue.lease}>{lease}</td>
      <td data-label={t.queue.received}>{formatTime(item.receivedAt, locale)}</td>
    </tr>
  );
}

function Pages({ view, page, state, needsRecheck }: Omit<QueueProps, 'feedback'>) {
  const { t } = view;
  const query = new URLSearchParams(state === null ? {} : { state });
  if (needsRecheck) query.set('recheck', 'true');
  const first = new URL(view.path, 'http://page').searchParams.has('cursor');
  if (!first && page.nextCursor === null) return null;
  const firstHref = `/${query.size > 0 ? `?${query.toString()}` : ''}`;
  if (page.nextCursor !== null) query.set('cursor', page.nextCursor);
  return (
    <nav class="pages" aria-label={t.queue.pages}>
      {first ? <a href={firstHref}>{t.queue.first}</a> : null}
      {page.nextCursor === null ? null : (
        <a href={`/?${query.toString()}`} rel="next">
          {t.queue.next}
        </a>
      )}
    </nav>
  );
}
