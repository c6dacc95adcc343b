import { z } from '@hono/zod-openapi';
import { roles } from '#db/roles.ts';
import { maxPageSize } from '#db/pagination.ts';
import { draftAudiences } from '#drafting/index.ts';

export const id = z.uuid({ error: 'not an identifier' });
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'not a SHA-256 in lower-case hex' })
  .openapi({ description: 'SHA-256, lower-case hex.' });
export const at = z.iso.datetime().openapi({ description: 'UTC, ISO 8601.' });
export const day = z.iso.date();
export const endsOn = day
  .nullable()
  .openapi({ description: 'First day out of force; null: no end is known.' });
export const offset = z
  .int()
  .openapi({ description: 'Unicode code points into the canonical text, from 0.' });
export const role = z.enum(roles);

export const state = z
  .enum([
    'RECEIVED',
    'ANALYSED',
    'NO_ACTION',
    'IN_DRAFT',
    'IN_REVIEW',
    'RETURNED',
    'APPROVED',
    'DECLINED',
  ])
  .openapi('PostState');
export const clusterId = id
  .nullable()
  .openapi({ description: 'The first of the near copies it belongs to; null: not yet compared.' });
export const outcome = z
  .enum(['CONTRADICTED', 'CONSISTENT', 'RELATED', 'NO_POSITION', 'NOT_CHECKABLE', 'NEEDS_EXPERT'])
  .openapi('Outcome');
export const audience = z.enum(draftAudiences).openapi('Audience');
/** Null: cited before quotes were labelled. */
export const quoteNature = z.enum(['fact', 'stance']).nullable().openapi({
  description: 'Whether a quote says how something is, or what its issuer holds of it.',
});
export const sentenceRole = z
  .enum(['FACT', 'WARNING', 'MYTH', 'WHY', 'ALTERNATIVE', 'CONNECTIVE'])
  .openapi('SentenceRole');
export const reason = z
  .string()
  .min(1)
  .max(2000)
  .openapi({ description: 'Why; others will read it.', example: 'Nhiều người hỏi về điều này.' });

/** Why a passage was found; null for a match made before it was kept. */
export const matchReasons = z
  .object({
    phrases: z.array(z.string()),
    numbers: z.array(z.string()),
    names: z.array(z.string()),
    missing: z.array(z.string()),
  })
  .nullable();
/** What a document, or a version of it, says of itself. */
export const metadata = {
  title: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  kind: z.string(),
  language: z.string(),
  pillar: z.enum(['party', 'state', 'people']).nullable(),
  topics: z.array(z.string()),
  citable: z.boolean().openapi({ description: 'False: internal guidance, never quoted.' }),
};

export const idInPath = z.object({ id: id.openapi({ param: { name: 'id', in: 'path' } }) });

/** The header that makes an operation depend on the draft its caller read. */
export const ifMatch = z.object({
  'If-Match': z.string().max(2000).optional().openapi({
    description:
      'The ETag of the post you read (its draft), a list of them, or *; another draft now: 412.',
  }),
});

/** Query of a list; add the list's own filters with `extend`. */
export const pageQuery = z.strictObject({
  cursor: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: 'next_cursor of the page before.' }),
  limit: z.coerce
    .number({ error: 'not a number' })
    .int()
    .min(1)
    .max(maxPageSize)
    .default(50)
    .openapi({ description: 'Items on one page.' }),
});

/** A page of items; `next_cursor` is null on the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next_cursor: z.string().nullable(),
  });
}

/** The body of a request or an answer, as JSON. */
export function json<T extends z.ZodType>(schema: T) {
  return { 'application/json': { schema } };
}
