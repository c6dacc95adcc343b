import type { TrendPoint } from '#evaluations/index.ts';
import { formatDay } from '../../format.ts';
import { formatFigure, formatShortDay } from '../../format-figure.ts';
import type { Figure } from '../../plots/figure.ts';
import { isoDay } from '#platform/clock.ts';
import { lookUp } from '../../problem.ts';
import type { View } from '../../view.ts';

/** Names as the reports of evaluations have them; 0 to 1, more is better. */
const measures = ['recall@1', 'recall@10', 'coverageAt5'] as const;
const mostSets = 4;

/** A plot for each data set whose runs can be compared, those measured last first. */
export function evaluationFigures(view: View, trend: readonly TrendPoint[]): Figure[] {
  const words = view.t.plots.evaluation;
  const sets = Map.groupBy(trend, ({ name, split, language, dataSha256 }) =>
    [name, split, language ?? '', dataSha256].join('\n'),
  );
  const newest = [...sets.values()].toSorted((a, b) => lastOf(b) - lastOf(a)).slice(0, mostSets);
  return newest.flatMap((points, index): Figure[] => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [];
    const value = last.values['recall@1']?.value;
    const share =
      value == null ? view.t.statisticsPage.none : formatFigure(value, 'share', view.locale);
    const day = (point: TrendPoint): string => isoDay(point.measuredAt);
    return [
      {
        id: `evaluation-${index + 1}`,
        title: words.title([first.name, first.split, first.language].filter(Boolean).join(' · ')),
        finding: words.finding(share, formatDay(day(last), view.locale)),
        definition: words.definition,
        form: 'lines',
        measure: 'share',
        heading: words.heading,
        categories: points.map((point) => ({
          key: `${point.measuredAt.toISOString()} ${point.model}`,
          name: `${formatDay(day(point), view.locale)}, ${point.model}`,
          tick: formatShortDay(day(point), view.locale),
        })),
        series: measures.map((name) => ({
          name: lookUp<{ name: string }>(view.t.measures, name)?.name ?? name,
          values: points.map((point) => point.values[name]?.value ?? null),
        })),
      },
    ];
  });
}

function lastOf(points: readonly TrendPoint[]): number {
  return Math.max(...points.map(({ measuredAt }) => measuredAt.getTime()));
}
