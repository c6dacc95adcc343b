import type { RecordedRun, TrendPoint } from '#evaluations/index.ts';
import type { Page } from '#db/pagination.ts';
import {
  EvaluationTable,
  MeasureCell,
  measureName,
  setName,
} from '../components/evaluation-table.tsx';
import { RunUpload } from '../components/evaluation-forms.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { SelectField } from '../components/fields.tsx';
import { Layout } from '../components/layout.tsx';
import { formatChange, formatNumber, formatTime } from '../format.ts';
import type { Feedback, View } from '../view.ts';

/** What a list shows of each run. */
const headline = ['success@10', 'ndcg@10', 'mrr', 'ece', 'aurc'] as const;

/** Runs of one data set in the order they were made, over one corpus and one set of queries. */
export interface DataSet {
  readonly points: readonly [TrendPoint, ...TrendPoint[]];
}

interface EvaluationsProps {
  readonly view: View;
  readonly page: Page<RecordedRun>;
  readonly sets: readonly DataSet[];
  /** Names of all data sets, sorted. */
  readonly names: readonly string[];
  readonly name: string | null;
  readonly feedback: Feedback;
}

export function EvaluationsPage(props: EvaluationsProps) {
  const { view, page, sets, feedback } = props;
  const { t } = view;
  return (
    <Layout
      view={view}
      title={t.evaluations.title}
      styles={['evaluations']}
      failed={feedback.problem !== undefined}
      wide
    >
      <h1>{t.evaluations.title}</h1>
      <p class="lead">{t.evaluations.intro}</p>
      <ProblemAlert view={view} problem={feedback.problem} />
      <RunUpload view={view} open={feedback.problem?.form === 'evaluation'} />
      {sets.length === 0 ? null : <Trend view={view} sets={sets} />}
      <section id="runs" aria-labelledby="runs-title">
        <h2 id="runs-title">{t.evaluations.runs}</h2>
        <Runs {...props} />
        <Pages view={view} page={page} name={props.name} />
      </section>
    </Layout>
  );
}

function Trend({ view, sets }: Pick<EvaluationsProps, 'view' | 'sets'>) {
  const { t, locale } = view;
  const measure = headline[0];
  const rows = sets.map(({ points }) => {
    const last = points.at(-1) ?? points[0];
    const before = points.at(-2);
    const [now, then] = [last.values[measure], before?.values[measure]];
    return [
      <a href={`/evaluations?data=${encodeURIComponent(last.name)}#runs`}>{setName(view, last)}</a>,
      formatTime(last.measuredAt, locale),
      before === undefined ? (
        t.evaluations.firstTime
      ) : (
        <a href={`/evaluations/compare?before=${before.id}&after=${last.id}`}>
          {t.evaluations.compareLast}
        </a>
      ),
      formatNumber(points.length, locale),
      <MeasureCell view={view} measured={now} />,
      now?.value == null || then?.value == null
        ? t.evaluations.firstTime
        : formatChange(now.value - then.value, locale),
    ];
  });
  return (
    <section id="trend" aria-labelledby="trend-title">
      <h2 id="trend-title">{t.evaluations.trend}</h2>
      <p class="muted">{t.evaluations.trendNote}</p>
      <EvaluationTable
        view={view}
        caption={t.evaluations.trendCaption(sets.length)}
        headings={[
          t.evaluations.data,
          t.evaluations.latest,
          t.evaluationRun.compareButton,
          t.evaluations.times,
          measureName(view, measure),
          t.evaluations.change,
        ]}
        rows={rows}
        texts={2}
        csv="/evaluations/trend.csv"
      />
    </section>
  );
}

function Runs({ view, page, names, name }: EvaluationsProps) {
  const { t, locale } = view;
  if (page.items.length === 0 && name === null) {
    return (
      <div class="empty">
        <p>{t.evaluations.empty}</p>
        <p>{t.evaluations.emptyHow}</p>
      </div>
    );
  }
  const rows = page.items.map((run) => [
    <a href={`/evaluations/${run.id}`}>{setName(view, run)}</a>,
    <>
      {formatTime(run.measured_at, locale)}
      <small class="block muted">
        {t.evaluations.recorded}:{' '}
        {t.evaluations.by(run.recorded_by, formatTime(run.recorded_at, locale))}
      </small>
    </>,
    <>
      {run.model}
      <small class="block muted">{run.retriever}</small>
    </>,
    formatNumber(run.summary.answerable, locale),
    ...headline.map((measure) => (
      <MeasureCell
        view={view}
        measured={
          run.summary.abstention[measure] ??
          (run.summary.arms['fused'] ?? Object.values(run.summary.arms)[0])?.[measure]
        }
      />
    )),
  ]);
  return (
    <>
      <form
        method="get"
        action="/evaluations"
        class="inline filter"
        aria-label={t.evaluations.filters}
      >
        <SelectField
          id="data"
          name="data"
          label={t.evaluations.data}
          choices={[
            { value: '', label: t.evaluations.allData },
            ...names.map((one) => ({ value: one, label: one })),
          ]}
          selected={name ?? ''}
        />
        <button type="submit">{t.evaluations.apply}</button>
      </form>
      {rows.length === 0 ? (
        <div class="empty">
          <p>{t.evaluations.emptyFilter}</p>
          <p>
            <a href="/evaluations">{t.evaluations.showAll}</a>
          </p>
        </div>
      ) : (
        <>
          <p class="muted">{t.evaluations.intervalNote}</p>
          <EvaluationTable
            view={view}
            caption={t.evaluations.runsCaption(rows.length)}
            headings={[
              t.evaluations.data,
              t.evaluations.measured,
              t.evaluations.model,
              t.evaluations.queries,
              ...headline.map((measure) => measureName(view, measure)),
            ]}
            rows={rows}
            texts={2}
          />
        </>
      )}
    </>
  );
}

function Pages({ view, page, name }: Pick<EvaluationsProps, 'view' | 'page' | 'name'>) {
  const { t } = view;
  const isFirst = !new URL(view.path, 'http://page').searchParams.has('cursor');
  if (isFirst && page.nextCursor === null) return null;
  const href = (cursor: string | null): string => {
    const query = new URLSearchParams();
    if (name !== null) query.set('data', name);
    if (cursor !== null) query.set('cursor', cursor);
    return `/evaluations${query.size > 0 ? `?${query.toString()}` : ''}#runs`;
  };
  return (
    <nav class="pages" aria-label={t.evaluations.pages}>
      {isFirst ? null : <a href={href(null)}>{t.evaluations.first}</a>}
      {page.nextCursor === null ? null : (
        <a href={href(page.nextCursor)} rel="next">
          {t.evaluations.next}
        </a>
      )}
    </nav>
  );
}
