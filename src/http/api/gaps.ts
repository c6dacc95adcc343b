import { z } from '@hono/zod-openapi';
import { maxPageSize } from '#db/pagination.ts';
import {
  daysToRange,
  type Gap,
  gapCsv,
  gapReport,
  maxGaps,
  type NearestDocument,
  pillars,
} from '#upkeep/index.ts';
import { at, day, id, json } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const pillar = z.enum(pillars);
const guess = 'Guessed from the documents nearest to it, for sorting; null when none is near.';
const Nearest = z
  .object({
    document_title: z.string(),
    document_key: z.string(),
    probability: z.number().min(0).max(1),
  })
  .nullable();
const GapView = z
  .object({
    id: id.openapi({ description: 'Of its first claim.' }),
    claim_text: z.string().openapi({ description: 'The claim that most others are like.' }),
    language: z.string(),
    claims: z.int(),
    posts: z.int(),
    declined_posts: z.int().openapi({
      description: 'Posts somebody has decided not to answer, or reviewers declined. They count.',
    }),
    submissions: z.int().openapi({
      description: 'The same person with the same post on one day is one submission.',
    }),
    first_submitted_at: at,
    last_submitted_at: at,
    score: z
      .number()
      .openapi({ description: 'Its submissions, halved with every 14 days of age.' }),
    topic: z.string().nullable().openapi({ description: guess }),
    pillar: pillar.nullable().openapi({ description: guess }),
    nearest: Nearest.openapi({ description: 'What came nearest when its claims were analysed.' }),
    answerable_now: z.boolean().nullable().openapi({
      description: 'Whether the corpus of today answers claim_text; null without check.',
    }),
    answer: Nearest.openapi({ description: 'What answers it today.' }),
    post_ids: z.array(id).max(20).openapi({ description: 'Latest submission first.' }),
  })
  .openapi('Gap');
const share = { gaps: z.int(), claims: z.int(), submissions: z.int(), score: z.number() };
const Report = z
  .object({
    gaps: z.array(GapView),
    totals: z
      .object({
        claims: z.int(),
        posts: z.int(),
        submissions: z.int(),
        clusters: z.int(),
        left_out: z.int().openapi({
          description: 'Older claims beyond the 10,000 read; they are in no other number.',
        }),
      })
      .openapi({ description: 'Of the days and language asked for, whatever topic and pillar.' }),
    by_topic: z.array(z.object({ topic: z.string().nullable(), ...share })),
    by_pillar: z.array(z.object({ pillar: pillar.nullable(), ...share })),
  })
  .openapi('GapReport');

const filters = z.strictObject({
  since: day.optional().openapi({ description: 'First day of submissions, in Vietnam.' }),
  until: day.optional().openapi({ description: 'Last day of submissions, in Vietnam.' }),
  topic: z.string().max(200).optional(),
  pillar: pillar.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, { error: 'not a language code' })
    .optional()
    .openapi({ description: 'ISO 639-1.', example: 'vi' }),
  check: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'Search for each gap whether the corpus answers it now.' }),
});
const limit = (most: number, usual: number) =>
  z.coerce.number({ error: 'not a number' }).int().min(1).max(most).default(usual);
const description =
  'Claims whose outcome is NO_POSITION, those of one meaning together, heaviest first. Claims that are not checkable never count, nor those too short to match.';

const read = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/gaps',
    operationId: 'readGaps',
    tags: ['corpus'],
    summary: 'What the corpus does not answer yet',
    description,
    request: { query: filters.extend({ limit: limit(maxPageSize, 50) }) },
    responses: { 200: { description: 'The report.', content: json(Report) } },
  },
);

const readCsv = operation(
  { may: 'corpus.read' },
  {
    method: 'get',
    path: '/v1/corpus/gaps.csv',
    operationId: 'readGapsAsCsv',
    tags: ['corpus'],
    summary: 'What the corpus does not answer yet, for a spreadsheet',
    description: `${description} With check, at most ${maxPageSize}.`,
    request: { query: filters.extend({ limit: limit(maxGaps, maxPageSize) }) },
    responses: {
      200: { description: 'One line per gap.', content: { 'text/csv': { schema: z.string() } } },
    },
  },
);

export const gaps = createRouter()
  .openapi(read, async (c) => {
    const report = await gapReport(c.var.ctx, toInput(c.req.valid('query')));
    const { leftOut, ...totals } = report.totals;
    return c.json(
      {
        gaps: report.gaps.map(renderGap),
        totals: { ...totals, left_out: leftOut },
        by_topic: report.byTopic.map(({ name, ...own }) => ({ topic: name, ...own })),
        by_pillar: report.byPillar.map(({ name, ...own }) => ({ pillar: name, ...own })),
      },
      200,
    );
  })
  .openapi(readCsv, async (c) => {
    const report = await gapReport(c.var.ctx, toInput(c.req.valid('query')));
    return c.body(gapCsv(report.gaps), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gaps.csv"',
    });
  });

function toInput({ since, until, check, ...filter }: z.infer<typeof filters> & { limit: number }) {
  return { ...filter, ...daysToRange({ since, until }), check: check === 'true' };
}

function renderGap(gap: Gap): z.infer<typeof GapView> {
  return {
    id: gap.id,
    claim_text: gap.claimText,
    language: gap.language,
    claims: gap.claims,
    posts: gap.posts,
    declined_posts: gap.declinedPosts,
    submissions: gap.submissions,
    first_submitted_at: gap.firstSubmittedAt.toISOString(),
    last_submitted_at: gap.lastSubmittedAt.toISOString(),
    score: gap.score,
    topic: gap.topic,
    pillar: gap.pillar,
    nearest: renderNearest(gap.nearest),
    answerable_now: gap.answerableNow,
    answer: renderNearest(gap.answer),
    post_ids: [...gap.postIds],
  };
}

function renderNearest(nearest: NearestDocument | null): z.infer<typeof Nearest> {
  if (nearest === null) return null;
  const { documentTitle, documentKey, probability } = nearest;
  return { document_title: documentTitle, document_key: documentKey, probability };
}
