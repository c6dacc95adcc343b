import type {
  Arm,
  MetricName,
  Mover,
  RecordedRun,
  RecordedRunView,
  RunComparison,
} from '#evaluations/index.ts';
import { CompareForm } from '../components/evaluation-forms.tsx';
import { EvaluationTable, measureName, setName } from '../components/evaluation-table.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { formatChange, formatList, formatMeasure, formatNumber, formatTime } from '../format.ts';
import type { Feedback, View } from '../view.ts';

export interface Compared {
  readonly before: RecordedRunView;
  readonly after: RecordedRunView;
  readonly comparison: RunComparison;
  /** Runs over the same data as the second. */
  readonly others: readonly RecordedRun[];
}

interface CompareProps {
  readonly view: View;
  readonly compared: Compared | null;
  readonly feedback: Feedback;
}

export function EvaluationComparePage({ view, compared, feedback }: CompareProps) {
  const { t } = view;
  return (
    <Layout
      view={view}
      title={t.evaluationCompare.title}
      styles={['evaluations']}
      failed={feedback.problem !== undefined}
      wide
    >
      <h1>{t.evaluationCompare.title}</h1>
      <nav class="contents" aria-label={t.evaluations.parts}>
        <a href="/evaluations">{t.evaluations.back}</a>
      </nav>
      <ProblemAlert view={view} problem={feedback.problem} />
      {compared === null ? (
        <p>{t.evaluationCompare.choose}</p>
      ) : (
        <Comparison view={view} compared={compared} />
      )}
    </Layout>
  );
}

interface ComparedProps {
  readonly view: View;
  readonly compared: Compared;
}

function Comparison({ view, compared }: ComparedProps) {
  const { t, locale } = view;
  const { before, after, comparison, others } = compared;
  const { metric, margin } = comparison;
  const address = (from: string, to: string, page = 'compare'): string =>
    `/evaluations/${page}?before=${from}&after=${to}&metric=${encodeURIComponent(metric)}&margin=${margin}`;
  return (
    <>
      <p>{t.evaluationCompare.subject(setName(view, after))}</p>
      <dl class="facts">
        {(
          [
            [t.evaluationCompare.before, before],
            [t.evaluationCompare.after, after],
          ] as const
        ).map(([label, run]) => (
          <>
            <dt>{label}</dt>
            <dd>
              <a href={`/evaluations/${run.id}`}>{formatTime(run.measured_at, locale)}</a> ·{' '}
              {run.model}, {run.retriever}
            </dd>
          </>
        ))}
      </dl>
      <Verdict view={view} comparison={comparison} />
      <Arms view={view} comparison={comparison} csv={address(before.id, after.id, 'compare.csv')} />
      {comparison.arms
        .filter(({ arm }) => arm === mainArm(comparison))
        .map(({ arm, worst, best }) => (
          <>
            <Movers
              view={view}
              title={t.evaluationCompare.lost(t.evaluations.arms[arm])}
              movers={worst}
            />
            <Movers
              view={view}
              title={t.evaluationCompare.won(t.evaluations.arms[arm])}
              movers={best}
            />
          </>
        ))}
      <section aria-labelledby="compare-title">
        <h2 id="compare-title">{t.evaluationRun.compare}</h2>
        <CompareForm
          view={view}
          afterId={after.id}
          others={others}
          beforeId={before.id}
          metric={metric}
          margin={String(margin)}
        />
        <p>
          <a href={address(after.id, before.id)}>{t.evaluationCompare.swap}</a>
        </p>
      </section>
    </>
  );
}

/** Movers are listed of the ranking the product uses, where both runs have it. */
function mainArm({ arms }: RunComparison): Arm | undefined {
  return arms.find(({ arm }) => arm === 'fused')?.arm ?? arms[0]?.arm;
}

type PartProps = { readonly view: View; readonly comparison: RunComparison };

function Verdict({ view, comparison }: PartProps) {
  const { t, locale } = view;
  const { arms, ok, metric, margin } = comparison;
  const worse = arms.filter(({ regressed }) => regressed).map(({ arm }) => t.evaluations.arms[arm]);
  const [limit, name] = [formatMeasure(margin, locale), nameOf(view, metric)];
  return (
    <p class={ok ? 'notice' : 'alert'}>
      <strong>
        {ok
          ? t.evaluationCompare.ok(limit, name)
          : t.evaluationCompare.worse(formatList(worse, locale), limit, name)}
      </strong>
    </p>
  );
}

function nameOf(view: View, metric: MetricName): string {
  return measureName(view, metric);
}

function Arms({ view, comparison, csv }: PartProps & { csv: string }) {
  const { t, locale } = view;
  const words = t.evaluationCompare;
  const rows = comparison.arms
    .toSorted((a, b) => a.difference - b.difference)
    .map((arm) => [
      t.evaluations.arms[arm.arm],
      arm.regressed ? `✗ ${words.regressed}` : `✓ ${words.kept}`,
      formatMeasure(arm.before, locale),
      formatMeasure(arm.after, locale),
      formatChange(arm.difference, locale),
      words.range(formatChange(arm.low, locale), formatChange(arm.high, locale)),
      formatMeasure(arm.pValue, locale),
      formatNumber(arm.wins, locale),
      formatNumber(arm.losses, locale),
    ]);
  return (
    <>
      <EvaluationTable
        view={view}
        caption={words.caption(formatNumber(comparison.queries, locale))}
        headings={[
          t.evaluations.arm,
          words.verdict,
          words.before,
          words.after,
          words.difference,
          words.interval,
          words.pValue,
          words.wins,
          words.losses,
        ]}
        rows={rows}
        texts={1}
        csv={csv}
      />
      <p class="muted">{words.test}</p>
    </>
  );
}

function Movers(props: { view: View; title: string; movers: readonly Mover[] }) {
  const { view, title, movers } = props;
  const { t, locale } = view;
  return (
    <section>
      <h2>{title}</h2>
      {movers.length === 0 ? (
        <p>{t.evaluationCompare.none}</p>
      ) : (
        <EvaluationTable
          view={view}
          caption={t.evaluationCompare.moverCaption(movers.length)}
          headings={[
            t.evaluationCompare.query,
            t.evaluationCompare.before,
            t.evaluationCompare.after,
            t.evaluationCompare.difference,
          ]}
          rows={movers.map(({ queryId, text, before, after }) => [
            <>
              {text} <code class="block muted">{queryId}</code>
            </>,
            formatMeasure(before, locale),
            formatMeasure(after, locale),
            formatChange(after - before, locale),
          ])}
        />
      )}
    </section>
  );
}
