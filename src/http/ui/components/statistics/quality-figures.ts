import type { QualitySeries } from '#review/index.ts';
import { formatList } from '../../format.ts';
import { formatFigure } from '../../format-figure.ts';
import type { Figure } from '../../plots/figure.ts';
import type { View } from '../../view.ts';
import { categoriesOf, shares, sum } from './categories.ts';

/** Agreement, returns and golden items; each share with what it is a share of. */
export function qualityFigures(view: View, of: QualitySeries): Figure[] {
  const { agreement, returned, golden } = view.t.plots;
  const format = (measure: Figure['measure']) => (value: number | null) =>
    value === null ? view.t.statisticsPage.none : formatFigure(value, measure, view.locale);
  const [count, share, kappa] = [format('count'), format('share'), format('kappa')];
  const categories = categoriesOf(view, of);
  const heading = view.t.plots.heading.month;
  const months = { form: 'lines' as const, heading, categories };
  const few = of.verdicts.flatMap(({ pairs, few }, index) =>
    few && pairs > 0 ? [categories[index]?.name ?? ''] : [],
  );
  const caution = few.length === 0 ? '' : ` ${agreement.fewMonths(formatList(few, view.locale))}`;
  const all = of.overall.verdicts;
  const pairs = [
    {
      name: agreement.verdictPairs,
      values: of.verdicts.map(({ pairs }) => pairs),
      measure: 'count' as const,
    },
    {
      name: agreement.labelPairs,
      values: of.labels.map(({ pairs }) => pairs),
      measure: 'count' as const,
    },
  ];
  const totals = of.decided.map((one) => one.approved + one.declined + one.returned);
  const back = of.decided.map((one) => one.returned);
  const readings = of.golden.byMonth.map((one) => one.readings);
  const right = of.golden.byMonth.map((one) => one.right);
  const hundredth = (percent: number | null) => (percent === null ? null : percent / 100);
  return [
    {
      ...months,
      id: 'agreement',
      title: agreement.title,
      finding: `${agreement.finding(share(hundredth(all.percent)), count(all.pairs))}${caution}`,
      definition: agreement.definition,
      measure: 'share',
      series: [
        { name: agreement.verdicts, values: of.verdicts.map((one) => hundredth(one.percent)) },
        { name: agreement.labels, values: of.labels.map((one) => hundredth(one.percent)) },
      ],
      beside: pairs,
    },
    {
      ...months,
      id: 'kappa',
      title: agreement.kappaTitle,
      finding: `${agreement.kappaFinding(kappa(all.kappa), count(all.pairs))}${caution}`,
      definition: agreement.kappaDefinition,
      measure: 'kappa',
      series: [
        { name: agreement.verdicts, values: of.verdicts.map((one) => one.kappa) },
        { name: agreement.labels, values: of.labels.map((one) => one.kappa) },
      ],
      beside: pairs,
    },
    {
      ...months,
      id: 'returned',
      title: returned.title,
      finding: returned.finding(
        share(shares([sum(back)], [sum(totals)])[0] ?? null),
        count(sum(totals)),
      ),
      definition: returned.definition,
      measure: 'share',
      series: [{ name: returned.name, values: shares(back, totals) }],
      beside: [{ name: returned.drafts, values: totals, measure: 'count' }],
    },
    {
      ...months,
      id: 'golden',
      title: golden.title,
      finding: golden.finding(
        share(shares([sum(right)], [sum(readings)])[0] ?? null),
        count(sum(readings)),
      ),
      definition: golden.definition,
      measure: 'share',
      series: [{ name: golden.name, values: shares(right, readings) }],
      beside: [{ name: golden.readings, values: readings, measure: 'count' }],
    },
  ];
}
