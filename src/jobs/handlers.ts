import type { z } from 'zod';
import { countSyllables } from '#corpus/index.ts';
import { awaitVectors, embedPassages, type RetrievalContext } from '#retrieval/index.ts';
import { admitPosts } from '#review/index.ts';
import { expireVersions } from '#standing/index.ts';
import { checkCorpus } from '#upkeep/index.ts';
import type { QueueName, queues } from './queues.ts';

type Payload<N extends QueueName> = z.infer<(typeof queues)[N]['payload']>;

/** Does a batch of jobs; returns those that failed by job id. Throwing fails the whole batch. */
type Handler<N extends QueueName> = (
  jobs: ReadonlyArray<{ readonly id: string; readonly payload: Payload<N> }>,
  signal: AbortSignal,
) => Promise<Map<string, unknown>>;

export type Handlers = { readonly [N in QueueName]: Handler<N> };

/** One set for each job loop. */
export function createHandlers(ctx: RetrievalContext): Handlers {
  let verified = 0;
  return {
    async 'analyse-post'(jobs, signal) {
      verified = await awaitVectors(ctx, verified, signal);
      const jobOf = new Map(jobs.map((job) => [job.payload.postId, job.id]));
      const failed = await admitPosts(ctx, [...jobOf.keys()], { signal });
      return new Map([...failed].map(([postId, error]) => [jobOf.get(postId) as string, error]));
    },
    async 'embed-passages'(_jobs, signal) {
      await embedPassages(ctx, { signal });
      return new Map();
    },
    async 'settle-ended'(_jobs, signal) {
      await expireVersions(ctx, { signal });
      return new Map();
    },
    async 'check-corpus'(_jobs, signal) {
      verified = await awaitVectors(ctx, verified, signal);
      await checkCorpus(ctx, { signal });
      return new Map();
    },
    async 'count-syllables'(_jobs, signal) {
      await countSyllables(ctx, { signal });
      return new Map();
    },
  };
}
