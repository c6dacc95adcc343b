import { z } from 'zod';
import type { PostState } from '#db/schema/index.ts';

/** States in which a post has a place in the queue: a post just received is not analysed yet. */
export const queueStates = [
  'ANALYSED',
  'IN_DRAFT',
  'IN_REVIEW',
  'RETURNED',
  'APPROVED',
  'DECLINED',
  'NO_ACTION',
] as const satisfies readonly PostState[];

/** Who has an item in review: nobody, anybody, the one who asks, or it is kept for the one who asks. */
export const holdings = ['waiting', 'held', 'mine', 'for_me'] as const;
/** `priority`: what is in review, in the order it is handed out; `newest`: everything. */
export const queueOrders = ['newest', 'priority'] as const;

/** What of the queue is shown; an absent field leaves nothing out. */
export const queueFilter = z.strictObject({
  state: z.enum(queueStates).optional(),
  holding: z.enum(holdings).optional(),
  /** Only those whose newest draft lost a source. */
  needsRecheck: z.boolean().optional(),
  /** Only those that came back for another round. */
  again: z.boolean().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, { error: 'not a language code' })
    .optional(),
  /** Of a document that the newest draft cites. */
  topic: z.string().min(1).max(100).optional(),
  minSubmissions: z.int().min(1).max(1_000_000).optional(),
  /** Words of the post, whatever their case, marks and order. */
  text: z.string().min(1).max(200).optional(),
  order: z.enum(queueOrders).optional(),
});
export type QueueFilter = z.infer<typeof queueFilter>;
