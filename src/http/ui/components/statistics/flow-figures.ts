import { ageLimits, type IntakeSeries, type ReviewSeries } from '#review/index.ts';
import { formatFigure } from '../../format-figure.ts';
import type { Figure } from '../../plots/figure.ts';
import type { View } from '../../view.ts';
import { categoriesOf, formatHours, latestSentence, sum } from './categories.ts';

/** Posts and submissions. */
export function intakeFigure(view: View, of: Omit<IntakeSeries, 'outcomes'>): Figure {
  const words = view.t.plots.intake;
  const count = (value: number): string => formatFigure(value, 'count', view.locale);
  return {
    id: 'intake',
    title: words.title,
    finding: `${words.finding(count(sum(of.posts)), count(sum(of.submissions)))}${latestSentence(view, of, of.posts)}`,
    definition: words.definition,
    form: 'lines',
    measure: 'count',
    heading: view.t.plots.heading[of.unit],
    categories: categoriesOf(view, of),
    series: [
      { name: words.posts, values: of.posts },
      { name: words.submissions, values: of.submissions },
    ],
  };
}

/** Claims by outcome; the two that a person has to look at stand together, so that five can be told apart. */
export function outcomesFigure(view: View, of: IntakeSeries): Figure {
  const words = view.t.plots.outcomes;
  const names = view.t.outcomes;
  const count = (value: number): string => formatFigure(value, 'count', view.locale);
  const total = sum(of.outcomes.map((one) => sum(Object.values(one))));
  const all = (outcome: keyof typeof names): string =>
    count(sum(of.outcomes.map((one) => one[outcome])));
  return {
    id: 'outcomes',
    title: words.title,
    finding: words.finding(count(total), all('CONTRADICTED'), all('NO_POSITION')),
    definition: words.definition,
    form: 'bars',
    measure: 'count',
    heading: view.t.plots.heading[of.unit],
    categories: categoriesOf(view, of),
    series: [
      { name: names.CONTRADICTED.name, values: of.outcomes.map((one) => one.CONTRADICTED) },
      {
        name: words.person,
        values: of.outcomes.map((one) => one.RELATED + one.NEEDS_EXPERT),
      },
      { name: names.CONSISTENT.name, values: of.outcomes.map((one) => one.CONSISTENT) },
      { name: names.NO_POSITION.name, values: of.outcomes.map((one) => one.NO_POSITION) },
      { name: names.NOT_CHECKABLE.name, values: of.outcomes.map((one) => one.NOT_CHECKABLE) },
    ],
  };
}

export function decidedFigure(
  view: View,
  of: Pick<ReviewSeries, 'decided'> & Parameters<typeof categoriesOf>[1],
): Figure {
  const words = view.t.plots.decided;
  const names = view.t.statisticsPage;
  const count = (value: number): string => formatFigure(value, 'count', view.locale);
  const totals = of.decided.map((one) => one.approved + one.declined + one.returned);
  const all = (result: 'approved' | 'returned'): string =>
    count(sum(of.decided.map((one) => one[result])));
  return {
    id: 'decided',
    title: words.title,
    finding: `${words.finding(count(sum(totals)), all('approved'), all('returned'))}${latestSentence(view, of, totals)}`,
    definition: words.definition,
    form: 'bars',
    measure: 'count',
    heading: view.t.plots.heading[of.unit],
    categories: categoriesOf(view, of),
    series: (['approved', 'returned', 'declined'] as const).map((result) => ({
      name: names[result],
      values: of.decided.map((one) => one[result]),
    })),
  };
}

/** What waits now, what waited, and how long a decision took. */
export function waitingFigures(view: View, of: ReviewSeries): Figure[] {
  const { ages, waiting, delay } = view.t.plots;
  const count = (value: number | null): string => formatFigure(value ?? 0, 'count', view.locale);
  const lasted = (value: number | null): string => formatHours(value ?? 0, view);
  const hours = (value: number): string =>
    value % 24 === 0 ? ages.days(count(value / 24)) : ages.hours(count(value));
  const classes = [0, ...ageLimits].map((from, index) => {
    const to = ageLimits[index];
    if (to === undefined) return ages.over(hours(from));
    return from === 0 ? ages.under(hours(to)) : ages.between(hours(from), hours(to));
  });
  const buckets = categoriesOf(view, of);
  const present = of.waiting.filter((value) => value !== null);
  const heading = view.t.plots.heading[of.unit];
  return [
    {
      id: 'ages',
      title: ages.title,
      finding: ages.finding(count(of.ages.count), lasted(of.ages.median), lasted(of.ages.max)),
      definition: ages.definition,
      form: 'ranks',
      measure: 'count',
      heading: ages.heading,
      categories: classes.map((name) => ({ key: name, name, tick: name })),
      series: [{ name: ages.items, values: of.byAge }],
    },
    {
      id: 'waiting',
      title: waiting.title,
      finding: waiting.finding(count(present.at(-1) ?? 0), count(Math.max(0, ...present))),
      definition: waiting.definition,
      form: 'lines',
      measure: 'count',
      heading,
      categories: buckets,
      series: [{ name: waiting.name, values: of.waiting }],
    },
    {
      id: 'delay',
      title: delay.title,
      finding: delay.finding(lasted(of.submitToDecision.median), lasted(of.submitToDecision.p90)),
      definition: delay.definition,
      form: 'lines',
      measure: 'hours',
      heading,
      categories: buckets,
      series: [
        { name: delay.median, values: of.delay.map(({ median }) => median) },
        { name: delay.p90, values: of.delay.map(({ p90 }) => p90) },
      ],
      beside: [
        { name: delay.drafts, values: of.delay.map(({ drafts }) => drafts), measure: 'count' },
      ],
    },
  ];
}
