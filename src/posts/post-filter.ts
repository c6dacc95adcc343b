import { z } from 'zod';
import type { Outcome, PostState } from '#db/schema/index.ts';

export const postStates = [
  'RECEIVED',
  'ANALYSED',
  'NO_ACTION',
  'IN_DRAFT',
  'IN_REVIEW',
  'RETURNED',
  'APPROVED',
  'DECLINED',
] as const satisfies readonly PostState[];
export const postDecisions = ['none', 'respond', 'monitor', 'do_not_respond'] as const;
export const postOutcomes = [
  'CONTRADICTED',
  'RELATED',
  'CONSISTENT',
  'NO_POSITION',
  'NOT_CHECKABLE',
  'NEEDS_EXPERT',
] as const satisfies readonly Outcome[];

/** Which posts a list holds; an absent field leaves nothing out. Nothing in it is about who wrote a post. */
export const postFilter = z.strictObject({
  /** Words of the post, accents optional; see `searchWords`. */
  text: z.string().min(1).max(200).optional(),
  state: z.enum(postStates).optional(),
  /** `none`: nobody has decided whether it is answered. */
  decision: z.enum(postDecisions).optional(),
  /** Of one of its claims, as it is now. */
  outcome: z.enum(postOutcomes).optional(),
  platform: z.string().min(1).max(40).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, { error: 'not a language code' })
    .optional(),
  /** Days in Vietnamese time, both included. */
  receivedFrom: z.iso.date().optional(),
  receivedTo: z.iso.date().optional(),
  /** Of its whole cluster. */
  minSubmissions: z.int().min(1).max(1_000_000).optional(),
  /** Only those with words that are written to a machine. */
  instructed: z.boolean().optional(),
  clusterId: z.uuid().optional(),
});
export type PostFilter = z.infer<typeof postFilter>;
