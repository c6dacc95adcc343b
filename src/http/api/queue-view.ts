import { z } from '@hono/zod-openapi';
import {
  holdings,
  type QueueEntry,
  type QueueFilter,
  queueOrders,
  queueStates,
} from '#review/index.ts';
import { at, id, outcome, pageQuery, state } from './fields.ts';

const shared = {
  state: z.enum(queueStates).optional(),
  holding: z.enum(holdings).optional().openapi({
    description:
      'waiting: in review and held by nobody; held: by anybody; mine: by you; for_me: handed to you.',
  }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, { error: 'not a language code' })
    .optional(),
  topic: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .openapi({ description: 'Of a document that the newest draft cites.' }),
  text: z.string().min(1).max(200).optional().openapi({
    description: 'Words of the post as they stand there, whatever their case.',
  }),
  order: z.enum(queueOrders).optional().openapi({
    description: 'priority: only what is in review, in the order it is handed out.',
  }),
};
const recheck = { description: 'Only those whose newest draft lost a source.' };
const again = { description: 'Only those that came back for another round.' };

/** The filter in a body. */
export const QueueFilterView = z
  .strictObject({
    ...shared,
    needs_recheck: z.boolean().optional().openapi(recheck),
    again: z.boolean().optional().openapi(again),
    min_submissions: z.int().min(1).max(1_000_000).optional(),
  })
  .openapi('QueueFilter');

const flag = z.enum(['true', 'false']).optional();

/** The filter in an address. */
export const queueQuery = pageQuery.extend({
  ...shared,
  needs_recheck: flag.openapi(recheck),
  again: flag.openapi(again),
  min_submissions: z.coerce
    .number({ error: 'not a number' })
    .int()
    .min(1)
    .max(1_000_000)
    .optional(),
});

export function filterOfQuery(query: z.infer<typeof queueQuery>): QueueFilter {
  const { cursor: _cursor, limit: _limit, needs_recheck, again, min_submissions, ...rest } = query;
  return filterOfView({
    ...rest,
    ...(needs_recheck === undefined ? {} : { needs_recheck: needs_recheck === 'true' }),
    ...(again === undefined ? {} : { again: again === 'true' }),
    ...(min_submissions === undefined ? {} : { min_submissions }),
  });
}

export function filterOfView(view: z.infer<typeof QueueFilterView>): QueueFilter {
  const { needs_recheck: needsRecheck, min_submissions: minSubmissions, ...rest } = view;
  return { ...rest, needsRecheck, minSubmissions };
}

export function renderFilter(filter: QueueFilter): z.infer<typeof QueueFilterView> {
  const { needsRecheck, minSubmissions, ...rest } = filter;
  return {
    ...rest,
    ...(needsRecheck === undefined ? {} : { needs_recheck: needsRecheck }),
    ...(minSubmissions === undefined ? {} : { min_submissions: minSubmissions }),
  };
}

export const QueueItem = z
  .object({
    item_id: id,
    post_id: id,
    state,
    text: z.string(),
    language: z.string(),
    submissions: z.int(),
    round: z.int(),
    held_by: z.string().nullable(),
    held_until: at.nullable(),
    mine: z.boolean().openapi({ description: 'You hold it.' }),
    kept_for: z.string().nullable().openapi({ description: 'To whom it was handed over.' }),
    kept_until: at.nullable(),
    for_me: z.boolean().openapi({ description: 'It was handed to you.' }),
    lease_ran_out_at: at
      .nullable()
      .openapi({ description: 'It waits again because a lease ran out then.' }),
    received_at: at,
    outcomes: z.array(outcome),
    needs_recheck: z.boolean(),
  })
  .openapi('QueueItem');

export function renderQueueItem(entry: QueueEntry): z.infer<typeof QueueItem> {
  return {
    item_id: entry.itemId,
    post_id: entry.postId,
    state: entry.state,
    text: entry.text,
    language: entry.language,
    submissions: entry.submissions,
    round: entry.round,
    held_by: entry.leasedBy,
    held_until: entry.leasedUntil?.toISOString() ?? null,
    mine: entry.mine,
    kept_for: entry.reservedFor,
    kept_until: entry.reservedUntil?.toISOString() ?? null,
    for_me: entry.forMe,
    lease_ran_out_at: entry.ranOutAt?.toISOString() ?? null,
    received_at: entry.receivedAt.toISOString(),
    outcomes: [...entry.outcomes],
    needs_recheck: entry.needsRecheck,
  };
}
