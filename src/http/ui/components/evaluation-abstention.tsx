import { abstentionMeasures, type EvalRun, type RecordedRunView } from '#evaluations/index.ts';
import { formatMeasure } from '../format.ts';
import type { View } from '../view.ts';
import { EvaluationTable, MeasureCell, measureName } from './evaluation-table.tsx';

/** Shares of queries answered at which the curve is read. */
const coverages = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** Whether the probability tells right from wrong, and what answering more would cost. */
export function AbstentionSection({ view, recorded }: { view: View; recorded: RecordedRunView }) {
  const { t, locale } = view;
  const points = curvePoints(recorded.run.abstention.points);
  return (
    <section id="abstention" aria-labelledby="abstention-title">
      <h2 id="abstention-title">{t.evaluationRun.abstention}</h2>
      <EvaluationTable
        view={view}
        caption={t.evaluationRun.abstentionCaption}
        headings={[t.evaluationRun.measure, t.evaluationRun.value]}
        rows={abstentionMeasures.map((name) => [
          measureName(view, name),
          <MeasureCell view={view} measured={recorded.summary.abstention[name]} />,
        ])}
      />
      {points.length === 0 ? null : (
        <>
          <h3>{t.evaluationRun.curve}</h3>
          <EvaluationTable
            view={view}
            caption={t.evaluationRun.curveCaption}
            headings={[t.evaluationRun.coverage, t.evaluationRun.risk, t.evaluationRun.threshold]}
            rows={points.map(({ coverage, risk, threshold }) => [
              formatMeasure(coverage, locale),
              formatMeasure(risk, locale),
              formatMeasure(threshold, locale),
            ])}
            csv={`/evaluations/${recorded.id}/abstention.csv`}
          />
        </>
      )}
    </section>
  );
}

/** Of each tenth the point that answers most without passing it; the curve itself is in the CSV. */
function curvePoints(points: EvalRun['abstention']['points']): EvalRun['abstention']['points'] {
  const chosen = coverages.flatMap(
    (coverage) => points.findLast((point) => point.coverage <= coverage + 1e-9) ?? [],
  );
  return [...new Set(chosen)];
}
