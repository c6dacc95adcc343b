import { z } from '@hono/zod-openapi';
import { type CorpusMatch, maxFound, searchCorpus } from '#retrieval/index.ts';
import { day, endsOn, id, json, matchReasons, offset } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const classification = z
  .enum(['citable', 'internal'])
  .openapi({ description: 'Internal guidance steers people and is never quoted.' });

const Found = z
  .object({
    document: z.object({
      key: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      issuer: z.string().nullable(),
      classification,
    }),
    version: z.object({ id, number: z.int(), valid_from: day, ends_on: endsOn }),
    passage_id: z.int(),
    heading_path: z.array(z.string()),
    language: z.string(),
    text: z.string(),
    start: offset,
    end: offset,
    probability: z.number().min(0).max(1),
    above_threshold: z.boolean(),
    reasons: matchReasons,
  })
  .openapi('FoundPassage');

const topic = z.string().max(200);

const search = operation(
  { may: 'corpus.read', problems: [413, 502] },
  {
    method: 'get',
    path: '/v1/corpus/search',
    operationId: 'searchCorpus',
    tags: ['corpus'],
    summary: 'Passages that answer a text, in force on a day, best first',
    request: {
      query: z.strictObject({
        q: z.string().openapi({ description: 'What is claimed.', example: 'Mượn sách mất phí' }),
        as_of: day.optional().openapi({ description: 'Default: today in Vietnam.' }),
        language: z.string().max(10).optional().openapi({ description: 'ISO 639-1.' }),
        topic: z
          .union([topic, z.array(topic).max(20)])
          .optional()
          .openapi({ description: 'May be repeated: documents with at least one of them.' }),
        pillar: z.enum(['party', 'state', 'people']).optional(),
        classification: classification
          .optional()
          .openapi({ description: 'Default: both what may be quoted and internal guidance.' }),
        limit: z.coerce.number({ error: 'not a number' }).int().min(1).max(maxFound).default(10),
      }),
    },
    responses: {
      200: {
        description: 'Possibly none.',
        content: json(
          z
            .object({
              as_of: day,
              threshold: z.number().nullable().openapi({
                description: 'Probability a match has to reach to count; null: none can.',
              }),
              by_meaning: z.boolean().openapi({ description: 'False: words alone were compared.' }),
              items: z.array(Found),
            })
            .openapi('CorpusSearchResult'),
        ),
      },
    },
  },
);

export const corpusSearch = createRouter().openapi(search, async (c) => {
  const { q, as_of: asOf, topic: asked, ...rest } = c.req.valid('query');
  const topics = asked === undefined ? undefined : [asked].flat();
  const found = await searchCorpus(c.var.ctx, { query: q, asOf, topics, ...rest });
  return c.json(
    {
      as_of: found.asOf,
      threshold: found.threshold,
      by_meaning: found.byMeaning,
      items: found.matches.map(render),
    },
    200,
  );
});

function render(match: CorpusMatch): z.infer<typeof Found> {
  const {
    versionId,
    versionNumber,
    validFrom,
    endsOn: end,
    passageId,
    headingPath,
    ...rest
  } = match;
  const { aboveThreshold, reasons, ...shown } = rest;
  return {
    ...shown,
    version: { id: versionId, number: versionNumber, valid_from: validFrom, ends_on: end },
    passage_id: passageId,
    heading_path: [...headingPath],
    above_threshold: aboveThreshold,
    reasons:
      reasons === null
        ? null
        : {
            phrases: [...reasons.phrases],
            numbers: [...reasons.numbers],
            names: [...reasons.names],
            missing: [...reasons.missing],
          },
  };
}
