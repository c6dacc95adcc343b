import type { Statistics } from '#review/index.ts';
import { ProblemAlert } from '../components/feedback.tsx';
import { FigureTable } from '../components/figure-table.tsx';
import { Layout } from '../components/layout.tsx';
import { formatDay, formatMonth, formatNumber, formatPercent } from '../format.ts';
import type { Feedback, View } from '../view.ts';

interface StatisticsProps {
  readonly view: View;
  readonly statistics: Statistics;
  readonly feedback: Feedback;
}

export function StatisticsPage({ view, statistics, feedback }: StatisticsProps) {
  const words = view.t.statisticsPage;
  return (
    <Layout view={view} title={words.title} failed={feedback.problem !== undefined}>
      <h1>{words.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      <p class="lead">{words.intro}</p>
      <Days view={view} statistics={statistics} />
      <Flow view={view} statistics={statistics} />
      <Reviews view={view} statistics={statistics} />
      <Content view={view} statistics={statistics} />
      <Quality view={view} statistics={statistics} />
    </Layout>
  );
}

type PartProps = Omit<StatisticsProps, 'feedback'>;

function Days({ view, statistics: { from, to } }: PartProps) {
  const words = view.t.statisticsPage;
  return (
    <>
      <form method="get" action="/statistics" class="toolbar">
        <label>
          {words.from} <input type="date" name="from" value={from} />
        </label>{' '}
        <label>
          {words.to} <input type="date" name="to" value={to} />
        </label>{' '}
        <button type="submit">{words.show}</button>
      </form>
      <p>
        <a href={`/v1/statistics.csv?from=${from}&to=${to}`}>{words.csv}</a>
      </p>
    </>
  );
}

function Flow({ view, statistics }: PartProps) {
  const words = view.t.statisticsPage;
  const { decided, queue, time } = statistics;
  const headings = [words.figure, words.count, words.median, words.p90, words.max];
  const row = (name: string, of: Statistics['queue']) => [
    name,
    count(view, of.count),
    ...[of.median, of.p90, of.max].map((value) => hours(view, value)),
  ];
  const outcomes = (of: { approved: number; declined: number; returned: number }) =>
    [of.approved, of.declined, of.returned].map((value) => count(view, value));
  return (
    <>
      <FigureTable
        caption={words.time}
        headings={headings}
        rows={[
          row(`${words.queue}. ${words.queueHint}`, queue),
          row(words.submissionToApproval, time.submissionToApproval),
          row(words.submitToDecision, time.submitToDecision),
        ]}
      />
      <FigureTable
        caption={`${words.decided}. ${words.decidedHint}`}
        headings={[words.week, words.approved, words.declined, words.returned]}
        rows={[
          ...decided.byWeek.map(({ week, ...of }) => [
            formatDay(week, view.locale),
            ...outcomes(of),
          ]),
          [words.total, ...outcomes(decided)],
        ]}
      />
      <p>{words.returnedShare(percent(view, decided.returnedShare))}</p>
    </>
  );
}

function Reviews({ view, statistics: { agreement } }: PartProps) {
  const words = view.t.statisticsPage;
  const row = (name: string, of: Statistics['agreement']['labels']) => [
    of.few ? `${name} (${words.few})` : name,
    count(view, of.pairs),
    percent(view, of.percent === null ? null : of.percent / 100),
    of.kappa === null ? words.none : of.kappa.toFixed(2),
  ];
  return (
    <FigureTable
      caption={words.agreement}
      headings={[words.figure, words.pairs, words.same, words.kappa]}
      rows={[
        row(words.verdicts, agreement.verdicts),
        row(words.labels, agreement.labels),
        ...agreement.byMonth.flatMap(({ startsOn, verdicts, labels }) => [
          row(`${formatMonth(startsOn, view.locale)}: ${words.verdicts}`, verdicts),
          row(`${formatMonth(startsOn, view.locale)}: ${words.labels}`, labels),
        ]),
      ]}
    />
  );
}

function Content({ view, statistics: { abstention, gaps } }: PartProps) {
  const words = view.t.statisticsPage;
  const of = (part: number, whole: number) => percent(view, whole === 0 ? null : part / whole);
  const { claims, notCheckable, noPosition, posts, postsWithoutDraft } = abstention;
  return (
    <>
      <FigureTable
        caption={`${words.abstention}. ${words.abstentionHint}`}
        headings={[words.figure, words.count, words.share]}
        rows={[
          [words.claims, count(view, claims), ''],
          [words.notCheckable, count(view, notCheckable), of(notCheckable, claims)],
          [words.noPosition, count(view, noPosition), of(noPosition, claims)],
          [words.posts, count(view, posts), ''],
          [words.postsWithoutDraft, count(view, postsWithoutDraft), of(postsWithoutDraft, posts)],
        ]}
      />
      {gaps.byWeek.length === 0 ? null : (
        <FigureTable
          caption={words.gaps}
          headings={[words.week, words.claims, words.posts]}
          rows={gaps.byWeek.map((one) => [
            formatDay(one.week, view.locale),
            count(view, one.claims),
            count(view, one.posts),
          ])}
        />
      )}
      {gaps.byTopic.length === 0 ? null : (
        <FigureTable
          caption={words.gaps}
          headings={[words.topic, words.gapCount, words.claims]}
          rows={gaps.byTopic.map((one) => [
            one.topic ?? words.unknownTopic,
            count(view, one.gaps),
            count(view, one.claims),
          ])}
        />
      )}
    </>
  );
}

function Quality({ view, statistics: { golden, thirdLooks } }: PartProps) {
  const words = view.t.statisticsPage;
  const row = (name: string, of: Statistics['golden']['all']) => [
    name,
    count(view, of.readings),
    percent(view, of.rightVerdicts),
    percent(view, of.rightLabels),
  ];
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
        headings={[words.chosen, words.looked, words.agreed]}
        rows={[
          [
            count(view, thirdLooks.chosen),
            count(view, thirdLooks.looked),
            percent(view, thirdLooks.agreedShare),
          ],
        ]}
      />
    </>
  );
}

function count({ locale }: View, value: number): string {
  return formatNumber(value, locale);
}

function hours({ t, locale }: View, value: number | null): string {
  return value === null
    ? t.statisticsPage.none
    : t.statisticsPage.hours(formatNumber(value, locale));
}

function percent({ t, locale }: View, share: number | null): string {
  return share === null ? t.statisticsPage.none : formatPercent(share, locale);
}
