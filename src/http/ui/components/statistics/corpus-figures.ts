import type { SpendSeries, UnansweredSeries } from '#review/index.ts';
import type { GapReport } from '#upkeep/index.ts';
import { formatFigure } from '../../format-figure.ts';
import type { Figure } from '../../plots/figure.ts';
import type { View } from '../../view.ts';
import { categoriesOf, latestSentence, shares, sum } from './categories.ts';

/** How much was not answered, and how much of that for want of a source. */
export function unansweredFigures(view: View, of: UnansweredSeries): Figure[] {
  const { abstention, noPosition } = view.t.plots;
  const count = (value: number): string => formatFigure(value, 'count', view.locale);
  const categories = categoriesOf(view, of);
  const heading = view.t.plots.heading[of.unit];
  const [claims, unanswered] = [sum(of.claims), sum(of.noPosition) + sum(of.notCheckable)];
  const overall = claims === 0 ? 0 : unanswered / claims;
  return [
    {
      id: 'abstention',
      title: abstention.title,
      finding: abstention.finding(formatFigure(overall, 'share', view.locale), count(claims)),
      definition: abstention.definition,
      form: 'lines',
      measure: 'share',
      heading,
      categories,
      series: [
        { name: abstention.noPosition, values: shares(of.noPosition, of.claims) },
        { name: abstention.notCheckable, values: shares(of.notCheckable, of.claims) },
        { name: abstention.withoutDraft, values: shares(of.postsWithoutDraft, of.posts) },
      ],
      beside: [
        { name: abstention.claims, values: of.claims, measure: 'count' },
        { name: abstention.posts, values: of.posts, measure: 'count' },
      ],
    },
    {
      id: 'no-position',
      title: noPosition.title,
      finding: `${noPosition.finding(count(sum(of.noPosition)))}${latestSentence(view, of, of.noPosition)}`,
      definition: noPosition.definition,
      form: 'bars',
      measure: 'count',
      heading,
      categories,
      series: [{ name: noPosition.name, values: of.noPosition }],
    },
  ];
}

/** What the corpus lacks most, as the gap report ranks it. */
export function gapsFigure(view: View, { gaps, totals }: GapReport): Figure {
  const words = view.t.plots.gaps;
  const count = (value: number): string => formatFigure(value, 'count', view.locale);
  return {
    id: 'gaps',
    title: words.title,
    finding: words.finding(count(totals.clusters), count(totals.claims)),
    definition: words.definition,
    form: 'ranks',
    measure: 'count',
    heading: words.heading,
    categories: gaps.map(({ claimText }) => ({ key: claimText, name: claimText, tick: claimText })),
    series: [{ name: words.submissions, values: gaps.map(({ submissions }) => submissions) }],
    beside: [{ name: words.claims, values: gaps.map(({ claims }) => claims), measure: 'count' }],
  };
}

export function spendFigure(view: View, of: SpendSeries): Figure {
  const words = view.t.plots.spend;
  const count = (value: number): string => formatFigure(value, 'count', view.locale);
  return {
    id: 'spend',
    title: words.title,
    finding: words.finding(
      formatFigure(sum(of.cost), 'money', view.locale),
      count(sum(of.calls)),
      count(sum(of.tokens)),
    ),
    definition: words.definition,
    form: 'bars',
    measure: 'money',
    heading: view.t.plots.heading[of.unit],
    categories: categoriesOf(view, of),
    series: [{ name: words.cost, values: of.cost }],
    beside: [
      { name: words.calls, values: of.calls, measure: 'count' },
      { name: words.tokens, values: of.tokens, measure: 'count' },
    ],
  };
}
