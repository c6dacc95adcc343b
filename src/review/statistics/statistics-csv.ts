import { toCell } from '#upkeep/index.ts';
import type { Statistics } from './read-statistics.ts';

type Row = readonly [metric: string, group: string, value: number | null];

/** Every figure as a line of metric, group and value. Shares are 0 to 1, times are hours. */
export function statisticsRows(statistics: Statistics): Row[] {
  const { queue, decided, agreement, time, abstention, gaps, golden, thirdLooks } = statistics;
  return [
    ...hours('queue_age_hours', queue),
    ['decided', 'approved', decided.approved],
    ['decided', 'declined', decided.declined],
    ['decided', 'returned', decided.returned],
    ['decided', 'total', decided.total],
    ['returned_share', '', decided.returnedShare],
    ...perPeriod('decided_by_day', decided.byDay, ({ day }) => day),
    ...perPeriod('decided_by_week', decided.byWeek, ({ week }) => week),
    ...(['verdicts', 'labels'] as const).flatMap((what): Row[] => [
      [`agreement_${what}`, 'pairs', agreement[what].pairs],
      [`agreement_${what}`, 'percent', agreement[what].percent],
      [`agreement_${what}`, 'kappa', agreement[what].kappa],
      [`agreement_${what}`, 'kappa_standard_error', agreement[what].standardError],
    ]),
    ...agreement.byMonth.flatMap(({ startsOn, verdicts, labels }): Row[] => [
      ['agreement_by_month', `${startsOn} verdicts percent`, verdicts.percent],
      ['agreement_by_month', `${startsOn} verdicts kappa`, verdicts.kappa],
      ['agreement_by_month', `${startsOn} labels percent`, labels.percent],
      ['agreement_by_month', `${startsOn} labels kappa`, labels.kappa],
    ]),
    ...hours('submission_to_approval_hours', time.submissionToApproval),
    ...hours('submit_to_decision_hours', time.submitToDecision),
    ['claims', 'analysed', abstention.claims],
    ['claims', 'not_checkable', abstention.notCheckable],
    ['claims', 'no_position', abstention.noPosition],
    ['claim_abstention_share', '', abstention.claimShare],
    ['posts', 'analysed', abstention.posts],
    ['posts', 'without_draft', abstention.postsWithoutDraft],
    ['post_abstention_share', '', abstention.postShare],
    ...gaps.byWeek.map(({ week, claims }): Row => ['claims_without_position', week, claims]),
    ...gaps.byTopic.map(({ topic, gaps }): Row => ['gaps_by_topic', topic ?? '', gaps]),
    ...figures('golden_all', golden.all),
    ...(golden.own === null ? [] : figures('golden_own', golden.own)),
    ...(golden.people ?? []).flatMap((one) => figures(`golden_person ${one.name}`, one)),
    ['third_looks', 'chosen', thirdLooks.chosen],
    ['third_looks', 'looked', thirdLooks.looked],
    ['third_looks_agreed_share', '', thirdLooks.agreedShare],
  ];
}

const columns = ['from', 'to', 'metric', 'group', 'value'];

/** RFC 4180 with a byte order mark, so that Excel reads UTF-8; text that would run as a formula is escaped. */
export function statisticsCsv(statistics: Statistics): string {
  const { from, to } = statistics;
  const lines = [columns, ...statisticsRows(statistics).map((row) => [from, to, ...row])];
  return `\uFEFF${lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

function hours(metric: string, of: Statistics['queue']): Row[] {
  return [
    [metric, 'count', of.count],
    [metric, 'median', of.median],
    [metric, 'p90', of.p90],
    [metric, 'max', of.max],
  ];
}

function perPeriod<T extends { approved: number; declined: number; returned: number }>(
  metric: string,
  rows: readonly T[],
  startOf: (row: T) => string,
): Row[] {
  return rows.flatMap((row): Row[] => [
    [metric, `${startOf(row)} approved`, row.approved],
    [metric, `${startOf(row)} declined`, row.declined],
    [metric, `${startOf(row)} returned`, row.returned],
  ]);
}

function figures(metric: string, of: Statistics['golden']['all']): Row[] {
  return [
    [metric, 'readings', of.readings],
    [metric, 'right_verdict_share', of.rightVerdicts],
    [metric, 'right_label_share', of.rightLabels],
  ];
}
