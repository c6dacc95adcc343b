import type { QualitySeries, ReviewSeries, Statistics } from '#review/index.ts';
import { formatFigure } from '../../format-figure.ts';
import type { View } from '../../view.ts';
import { FigureTable } from '../figure-table.tsx';
import { formatHours } from './categories.ts';

/** Times of the whole range, which no plot shows. */
export function TimeTable({ view, of }: { view: View; of: ReviewSeries }) {
  const words = view.t.statisticsPage;
  const row = (name: string, one: Statistics['queue']) => [
    name,
    formatFigure(one.count, 'count', view.locale),
    ...[one.median, one.p90, one.max].map((value) =>
      value === null ? words.none : words.hours(formatHours(value, view)),
    ),
  ];
  return (
    <FigureTable
      caption={words.time}
      headings={[words.figure, words.count, words.median, words.p90, words.max]}
      rows={[
        row(`${words.queue}. ${words.queueHint}`, of.ages),
        row(words.submissionToApproval, of.submissionToApproval),
        row(words.submitToDecision, of.submitToDecision),
      ]}
    />
  );
}

/** One's own golden results (an evaluator's: everybody's), and third looks. */
export function QualityTables({ view, of }: { view: View; of: QualitySeries }) {
  const words = view.t.statisticsPage;
  const count = (value: number) => formatFigure(value, 'count', view.locale);
  const share = (value: number | null) =>
    value === null ? words.none : formatFigure(value, 'share', view.locale);
  const row = (name: string, one: QualitySeries['golden']['all']) => [
    name,
    count(one.readings),
    share(one.rightVerdicts),
    share(one.rightLabels),
  ];
  const { golden, thirdLooks: looks } = of;
  return (
    <>
      <FigureTable
        caption={`${words.golden}. ${words.goldenHint}`}
        headings={[words.figure, words.readings, words.rightVerdicts, words.rightLabels]}
        rows={[
          row(words.everybody, golden.all),
          ...(golden.own === null ? [] : [row(words.own, golden.own)]),
          ...(golden.people ?? []).map((one) => row(one.name, one)),
        ]}
      />
      <FigureTable
        caption={words.thirdLooks}
        headings={[words.figure, words.chosen, words.looked, words.agreed]}
        rows={[
          [
            words.thirdLooks,
            count(looks.chosen),
            count(looks.looked),
            share(looks.looked === 0 ? null : looks.agreed / looks.looked),
          ],
        ]}
      />
    </>
  );
}
