import { z } from '@hono/zod-openapi';
import { readStatistics, type Statistics, statisticsCsv } from '#review/index.ts';
import { day, json } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const hours = z.number().nullable();
const Hours = z
  .object({ count, median: hours, p90: hours, max: hours })
  .openapi('Hours', { description: 'Hours; null of nothing. Percentiles are interpolated.' });
const decided = { approved: count, declined: count, returned: count };
const Agreement = z
  .object({
    pairs: count.openapi({ description: 'Things that both reviewers judged.' }),
    percent: z.number().nullable().openapi({ description: 'Of pairs judged alike, 0 to 100.' }),
    kappa: z.number().nullable().openapi({
      description: 'Cohen’s κ, -1 to 1; null where chance alone explains all there is.',
    }),
    standard_error: z.number().nullable().openapi({ description: 'Of κ, for large samples.' }),
    few: z.boolean().openapi({ description: 'Fewer than 30 pairs: κ says little.' }),
  })
  .openapi('Agreement');
const golden = {
  readings: count,
  right_verdicts: share.openapi({ description: 'Of readings whose verdict was the expected one.' }),
  right_labels: share.openapi({ description: 'Of sentences labelled as expected, mean.' }),
};
const StatisticsView = z
  .object({
    from: day,
    to: day.openapi({ description: 'The last day included; days and weeks are Vietnamese.' }),
    queue: Hours.openapi({
      description:
        'Age of the items in review now, whatever the days asked for: since their newest draft was submitted for review.',
    }),
    decided: z
      .object({
        ...decided,
        total: count,
        returned_share: share.openapi({ description: 'returned ÷ total.' }),
        by_day: z.array(z.object({ day, ...decided })),
        by_week: z.array(
          z.object({ week: day.openapi({ description: 'Its Monday.' }), ...decided }),
        ),
      })
      .openapi({
        description:
          'Drafts whose second review fell in these days. approved: an approval came of it, whatever became of that later; declined: both declined; returned: everything else.',
      }),
    agreement: z
      .object({
        verdicts: Agreement,
        labels: Agreement,
        by_month: z
          .array(z.object({ starts_on: day, verdicts: Agreement, labels: Agreement }))
          .openapi({ description: 'Whole months that the days touch.' }),
      })
      .openapi({
        description:
          'First against second review of the same draft, by the day of the second: verdicts, and labels of the same sentence.',
      }),
    time: z.object({
      submission_to_approval: Hours.openapi({
        description:
          'Of approvals given in these days: from the first submission of the post to the approval.',
      }),
      submit_to_decision: Hours.openapi({
        description:
          'Of drafts decided in these days: from their submission for review to the second review.',
      }),
    }),
    abstention: z
      .object({
        claims: count,
        not_checkable: count,
        no_position: count,
        claim_share: share.openapi({ description: '(not_checkable + no_position) ÷ claims.' }),
        posts: count,
        posts_without_draft: count.openapi({
          description: 'Nothing was drafted for them and no answer reused.',
        }),
        post_share: share.openapi({ description: 'posts_without_draft ÷ posts.' }),
      })
      .openapi({
        description:
          'Posts analysed in these days, and their claims by the outcome each has now: the machine’s suggestion, or a person’s decision where there is one.',
      }),
    gaps: z.object({
      by_week: z.array(z.object({ week: day, claims: count, posts: count })).openapi({
        description: 'Claims that have NO_POSITION now, by the week their post was analysed.',
      }),
      by_topic: z
        .array(
          z.object({
            topic: z.string().nullable(),
            gaps: count,
            claims: count,
            submissions: count,
          }),
        )
        .openapi({
          description:
            'What the gap report of these days comes to; topics are guessed from the nearest documents, null: none is near.',
        }),
    }),
    golden: z
      .object({
        all: z.object(golden),
        own: z.object(golden).nullable().openapi({ description: 'Yours; null: you read none.' }),
        people: z
          .array(z.object({ name: z.string(), ...golden }))
          .nullable()
          .openapi({ description: 'Of each reviewer, for an evaluator; null for others.' }),
      })
      .openapi({
        description:
          'Readings of golden items in these days, today left out: else a reader’s own figures would say which item was golden.',
      }),
    third_looks: z
      .object({
        chosen: count,
        looked: count,
        agreed_share: share.openapi({ description: 'Of those looked at.' }),
      })
      .openapi({ description: 'Approvals chosen in these days for a third look.' }),
  })
  .openapi('Statistics');

const query = z.strictObject({
  from: day.optional().openapi({ description: 'First day in Vietnam; else 30 days.' }),
  to: day.optional().openapi({ description: 'Last day in Vietnam; else today.' }),
});
const description =
  'How the work goes, never of whom posts are by. Shares are 0 to 1, null of nothing. Golden posts count in nothing but golden. At most 1,096 days.';

const read = operation(
  { may: 'statistics.read' },
  {
    method: 'get',
    path: '/v1/statistics',
    operationId: 'readStatistics',
    tags: ['statistics'],
    summary: 'Queue, decisions, agreement, times, abstention, gaps and quality',
    description,
    request: { query },
    responses: { 200: { description: 'The figures.', content: json(StatisticsView) } },
  },
);
const readCsv = operation(
  { may: 'statistics.read' },
  {
    method: 'get',
    path: '/v1/statistics.csv',
    operationId: 'readStatisticsAsCsv',
    tags: ['statistics'],
    summary: 'The same figures for a spreadsheet',
    description: `${description} One line per figure: from, to, metric, group, value; times in hours.`,
    request: { query },
    responses: {
      200: { description: 'The figures.', content: { 'text/csv': { schema: z.string() } } },
    },
  },
);

export const statistics = createRouter()
  .openapi(read, async (c) =>
    c.json(render(await readStatistics(c.var.ctx, c.req.valid('query'))), 200),
  )
  .openapi(readCsv, async (c) =>
    c.body(statisticsCsv(await readStatistics(c.var.ctx, c.req.valid('query'))), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="statistics.csv"',
    }),
  );

function render(found: Statistics): z.infer<typeof StatisticsView> {
  const { decided, agreement, time, abstention, gaps, golden, thirdLooks } = found;
  return {
    from: found.from,
    to: found.to,
    queue: { ...found.queue },
    decided: {
      approved: decided.approved,
      declined: decided.declined,
      returned: decided.returned,
      total: decided.total,
      returned_share: decided.returnedShare,
      by_day: [...decided.byDay],
      by_week: [...decided.byWeek],
    },
    agreement: {
      verdicts: renderAgreement(agreement.verdicts),
      labels: renderAgreement(agreement.labels),
      by_month: agreement.byMonth.map(({ startsOn, verdicts, labels }) => ({
        starts_on: startsOn,
        verdicts: renderAgreement(verdicts),
        labels: renderAgreement(labels),
      })),
    },
    time: {
      submission_to_approval: { ...time.submissionToApproval },
      submit_to_decision: { ...time.submitToDecision },
    },
    abstention: {
      claims: abstention.claims,
      not_checkable: abstention.notCheckable,
      no_position: abstention.noPosition,
      claim_share: abstention.claimShare,
      posts: abstention.posts,
      posts_without_draft: abstention.postsWithoutDraft,
      post_share: abstention.postShare,
    },
    gaps: { by_week: [...gaps.byWeek], by_topic: [...gaps.byTopic] },
    golden: {
      all: renderGolden(golden.all),
      own: golden.own === null ? null : renderGolden(golden.own),
      people: golden.people?.map(({ name, ...own }) => ({ name, ...renderGolden(own) })) ?? null,
    },
    third_looks: {
      chosen: thirdLooks.chosen,
      looked: thirdLooks.looked,
      agreed_share: thirdLooks.agreedShare,
    },
  };
}

function renderAgreement({
  standardError,
  ...own
}: Statistics['agreement']['labels']): z.infer<typeof Agreement> {
  return { ...own, standard_error: standardError };
}

function renderGolden(figures: Statistics['golden']['all']) {
  const { readings, rightVerdicts, rightLabels } = figures;
  return { readings, right_verdicts: rightVerdicts, right_labels: rightLabels };
}
