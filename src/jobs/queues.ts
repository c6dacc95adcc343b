import { z } from 'zod';
import { signCheckpointJob, verifyTrailJob } from '#audit/index.ts';
import { checkCorpusJob, countSyllablesJob, embedPassagesJob } from '#corpus/index.ts';
import { draftWithModelJob, proposeClaimsJob } from '#drafting/index.ts';
import { expireLeasesJob, noteRefusalsJob, sendNoticesJob } from '#review/index.ts';
import { settleEndedJob } from '#standing/index.ts';
import { analysePostJob, clusterPostsJob, storeImportJob } from '#posts/index.ts';
import { deliverWebhookJob } from '#webhooks/index.ts';

export { jobSchema } from '#db/queue-state.ts';

export interface QueueDefinition {
  readonly payload: z.ZodType<object>;
  /** Jobs a worker takes at once. */
  readonly batchSize: number;
  /** `short`: at most one waits; it will see everything stored before it starts. */
  readonly policy: 'standard' | 'short';
  /** Absent: `retryLimit` times, at most `retryDelayMaxSeconds` apart. */
  readonly retry?: { readonly limit: number; readonly delaySeconds: number };
}

/** What a language model is paid for is tried once more, when an outage may have passed. */
const onceMore = { limit: 1, delaySeconds: 60 };

/** Every queue there is. A payload that does not parse fails its job. */
export const queues = {
  [analysePostJob]: {
    payload: z.strictObject({ postId: z.uuid() }),
    batchSize: 16,
    policy: 'standard',
  },
  [storeImportJob]: {
    payload: z.strictObject({ importId: z.uuid() }),
    batchSize: 1,
    policy: 'standard',
  },
  [draftWithModelJob]: {
    payload: z.strictObject({ postId: z.uuid() }),
    batchSize: 4,
    policy: 'standard',
    retry: onceMore,
  },
  [proposeClaimsJob]: {
    payload: z.strictObject({ postId: z.uuid() }),
    batchSize: 4,
    policy: 'standard',
    retry: onceMore,
  },
  [embedPassagesJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
  [clusterPostsJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
  [settleEndedJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
  [expireLeasesJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
  [checkCorpusJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
  [deliverWebhookJob]: {
    payload: z.strictObject({ deliveryId: z.uuid(), attempt: z.int().nonnegative() }),
    batchSize: 8,
    policy: 'standard',
  },
  [signCheckpointJob]: {
    payload: z.strictObject({}),
    batchSize: 1,
    policy: 'short',
    retry: onceMore,
  },
  [verifyTrailJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
  [noteRefusalsJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
  [sendNoticesJob]: {
    payload: z.strictObject({}),
    batchSize: 1,
    policy: 'short',
    retry: onceMore,
  },
  [countSyllablesJob]: { payload: z.strictObject({}), batchSize: 1, policy: 'short' },
} as const satisfies Readonly<Record<string, QueueDefinition>>;

export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];

/** Jobs that the passing of time calls for, in Vietnamese time; each also runs once when a worker starts. */
export const schedules = [
  { name: settleEndedJob, cron: '1 * * * *' },
  { name: clusterPostsJob, cron: '17 * * * *' },
  { name: expireLeasesJob, cron: '* * * * *' },
  { name: noteRefusalsJob, cron: '* * * * *' },
  { name: signCheckpointJob, cron: '31 * * * *' },
  { name: sendNoticesJob, cron: '*/10 * * * *' },
] as const;

/** A worker that gives no sign of life for this long has died; another takes its jobs. */
export const heartbeatSeconds = 10;
/** With waits of at most five minutes: an endpoint that is away for three days loses no post. */
export const retryLimit = 1000;
export const retryDelayMaxSeconds = 300;
