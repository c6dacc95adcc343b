import {
  type Arm,
  type EvalRun,
  metricNames,
  type RecordedRun,
  type RecordedRunView,
} from '#evaluations/index.ts';
import { CompareForm } from '../components/evaluation-forms.tsx';
import { AbstentionSection } from '../components/evaluation-abstention.tsx';
import {
  EvaluationTable,
  MeasureCell,
  measureName,
  setName,
} from '../components/evaluation-table.tsx';
import { Fact } from '../components/corpus/version-facts.tsx';
import { NoticeLine } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { WorstQueries } from '../components/worst-queries.tsx';
import { formatBytes, formatMeasure, formatNumber, formatTime } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { Feedback, View } from '../view.ts';

export interface EvaluationProps {
  readonly view: View;
  readonly recorded: RecordedRunView;
  /** Runs over the same data. */
  readonly others: readonly RecordedRun[];
  readonly feedback: Feedback;
}

export function EvaluationPage({ view, recorded, others, feedback }: EvaluationProps) {
  const { t } = view;
  const { run } = recorded;
  const name = setName(view, recorded);
  return (
    <Layout view={view} title={t.evaluationRun.title(name)} styles={['evaluations']} wide>
      <h1>{t.evaluationRun.title(name)}</h1>
      <nav class="contents" aria-label={t.evaluations.parts}>
        <a href="/evaluations">{t.evaluations.back}</a>
        <a href="#ranking">{t.evaluationRun.ranking}</a>
        <a href="#abstention">{t.evaluationRun.abstention}</a>
        <a href="#worst">{t.evaluationRun.worst}</a>
        <a href="#compare-title">{t.evaluationRun.compare}</a>
      </nav>
      <NoticeLine view={view} feedback={feedback} names={['recorded', 'known']} />
      <section id="ranking" aria-labelledby="ranking-title">
        <h2 id="ranking-title">{t.evaluationRun.ranking}</h2>
        <Ranking view={view} recorded={recorded} />
        <Meanings view={view} />
      </section>
      <section id="slices" aria-labelledby="slices-title">
        <h2 id="slices-title">{t.evaluationRun.slices}</h2>
        <Slices view={view} recorded={recorded} />
      </section>
      <AbstentionSection view={view} recorded={recorded} />
      <WorstQueries view={view} run={run} csv={`/evaluations/${recorded.id}/queries.csv`} />
      <section aria-labelledby="compare-title">
        <h2 id="compare-title">{t.evaluationRun.compare}</h2>
        {others.length === 0 ? (
          <p>{t.evaluationRun.compareNone}</p>
        ) : (
          <CompareForm view={view} afterId={recorded.id} others={others} />
        )}
      </section>
      <Facts view={view} recorded={recorded} />
    </Layout>
  );
}

type RecordedProps = Pick<EvaluationProps, 'view' | 'recorded'>;

function Ranking({ view, recorded }: RecordedProps) {
  const { t } = view;
  const { arms } = recorded.summary;
  return (
    <>
      <p class="muted">{t.evaluations.intervalNote}</p>
      <EvaluationTable
        view={view}
        caption={t.evaluationRun.rankingCaption}
        headings={[t.evaluations.arm, ...metricNames.map((metric) => measureName(view, metric))]}
        rows={recorded.run.arms.map((arm) => [
          t.evaluations.arms[arm],
          ...metricNames.map((metric) => (
            <MeasureCell view={view} measured={arms[arm]?.[metric]} />
          )),
        ])}
        csv={`/evaluations/${recorded.id}/measures.csv`}
      />
    </>
  );
}

function Meanings({ view }: { view: View }) {
  const { t } = view;
  return (
    <details>
      <summary>{t.evaluationRun.meanings}</summary>
      <dl class="facts">
        {Object.values(t.measures).map(({ name, meaning }) => (
          <Fact name={name}>{meaning}</Fact>
        ))}
      </dl>
    </details>
  );
}

function Slices({ view, recorded }: RecordedProps) {
  const { t, locale } = view;
  const { slices, arms } = recorded.run;
  if (slices.length === 0) return <p>{t.evaluationRun.slicesNone}</p>;
  const success = measureName(view, 'success@10');
  return (
    <EvaluationTable
      view={view}
      caption={t.evaluationRun.slicesCaption(slices.length)}
      headings={[
        t.evaluationRun.slice,
        t.evaluations.queries,
        ...arms.flatMap((arm) => [
          `${t.evaluations.arms[arm]}: ${success}`,
          `${t.evaluations.arms[arm]}: ${t.evaluationRun.ratio}`,
        ]),
      ]}
      rows={slices.map((slice) => [
        <>
          <code>{slice.name}</code> <small class="muted">{t.evaluationRun.kinds[slice.kind]}</small>
        </>,
        formatNumber(slice.queries, locale),
        ...arms.flatMap((arm) => sliceCells(view, slice, arm)),
      ])}
      csv={`/evaluations/${recorded.id}/slices.csv`}
    />
  );
}

function sliceCells(view: View, { values, ratio }: EvalRun['slices'][number], arm: Arm) {
  const value = values[arm]?.['success@10'] ?? null;
  const than = ratio?.[arm];
  return [
    value === null ? view.t.evaluations.notMeasured : formatMeasure(value, view.locale),
    than === undefined ? '–' : <MeasureCell view={view} measured={than} />,
  ];
}

function Facts({ view, recorded }: RecordedProps) {
  const { t, locale } = view;
  const { run, summary } = recorded;
  const { timings } = run;
  const seconds = (ms: number): string => formatNumber(ms / 1000, locale);
  const size = formatBytes(new TextEncoder().encode(recorded.file_text).length, locale);
  return (
    <section id="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{t.evaluationRun.facts}</h2>
      <dl class="facts">
        <Fact name={t.evaluations.measured}>{formatTime(recorded.measured_at, locale)}</Fact>
        <Fact name={t.evaluations.recorded}>
          {t.evaluations.by(recorded.recorded_by, formatTime(recorded.recorded_at, locale))}
        </Fact>
        <Fact name={t.evaluations.queries}>
          {t.evaluations.queryCount(
            formatNumber(summary.answerable, locale),
            formatNumber(summary.queries - summary.answerable, locale),
          )}
        </Fact>
        <Fact name={t.evaluationRun.documents}>
          {t.evaluationRun.documentCount(
            formatNumber(run.documents, locale),
            formatNumber(run.passages, locale),
          )}
        </Fact>
        {run.refused.length === 0 ? null : (
          <Fact name={t.evaluationRun.refused}>{formatNumber(run.refused.length, locale)}</Fact>
        )}
        <Fact name={t.evaluations.model}>
          {run.model.name} <code>{run.model.fingerprint.slice(0, 12)}</code>, {run.retriever}
        </Fact>
        <Fact name={t.evaluationRun.code}>
          {run.code.version}
          {run.code.revision === null ? null : <code> {run.code.revision}</code>}
        </Fact>
        <Fact name={t.evaluationRun.engine}>
          {lookUp<string>({ pglite: 'PGlite', postgres: 'PostgreSQL' }, run.engine) ?? run.engine}
        </Fact>
        <Fact name={t.evaluationRun.timings}>
          {t.evaluationRun.timing({
            import: seconds(timings.import),
            embed: seconds(timings.embed),
            all: seconds(run.ms),
          })}
        </Fact>
        <Fact name={t.evaluationRun.search}>
          {t.evaluationRun.searchTimes(
            formatNumber(timings.searchP50, locale),
            formatNumber(timings.searchP95, locale),
          )}
        </Fact>
        <Fact name={t.evaluationRun.hashes}>
          <code>{recorded.corpus_sha256.slice(0, 12)}</code>,{' '}
          <code>{recorded.queries_sha256.slice(0, 12)}</code>,{' '}
          <code>{recorded.file_sha256.slice(0, 12)}</code>
        </Fact>
        <Fact name={t.evaluationRun.downloads}>
          <a href={`/evaluations/${recorded.id}/run.json`}>{t.evaluationRun.runFile(size)}</a>
          <span class="block">
            {t.evaluationRun.report} <code>doichung eval report run.json --out report.html</code>
          </span>
        </Fact>
      </dl>
      <details>
        <summary>{t.evaluationRun.configuration}</summary>
        <pre class="configuration" tabindex={0}>
          {JSON.stringify(run.configuration, null, 1)}
        </pre>
      </details>
    </section>
  );
}
