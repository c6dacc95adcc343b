import type { z } from 'zod';
import { countSyllables } from '#corpus/index.ts';
import {
  draftWithModel,
  type LanguageModelContext,
  mayPass,
  type ModelCallFailure,
  proposeClaims,
} from '#drafting/index.ts';
import { UpstreamError } from '#platform/errors.ts';
import { awaitVectors, embedPassages, type RetrievalContext } from '#retrieval/index.ts';
import { admitPosts, keepWordings } from '#review/index.ts';
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

export type JobContext = RetrievalContext & LanguageModelContext;

/** One set for each job loop. */
export function createHandlers(ctx: JobContext): Handlers {
  let verified = 0;
  return {
    async 'analyse-post'(jobs, signal) {
      verified = await awaitVectors(ctx, verified, signal);
      const jobOf = new Map(jobs.map((job) => [job.payload.postId, job.id]));
      const failed = await admitPosts(ctx, [...jobOf.keys()], { signal });
      return new Map([...failed].map(([postId, error]) => [jobOf.get(postId) as string, error]));
    },
    async 'draft-with-model'(jobs, signal) {
      return askEach(jobs, (payload) => draftWithModel(ctx, payload, { signal }));
    },
    async 'propose-claims'(jobs, signal) {
      return askEach(jobs, (payload) => proposeClaims(ctx, payload, { signal }));
    },
    async 'embed-passages'(_jobs, signal) {
      await embedPassages(ctx, { signal });
      return new Map();
    },
    async 'settle-ended'(_jobs, signal) {
      await expireVersions(ctx, { signal });
      await keepWordings(ctx, { signal });
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

/** Does jobs side by side; one that met an outage fails, so that it runs again, any other failure is final. */
async function askEach<P>(
  jobs: ReadonlyArray<{ readonly id: string; readonly payload: P }>,
  ask: (payload: P) => Promise<{ readonly status: string; readonly reason?: ModelCallFailure }>,
): Promise<Map<string, unknown>> {
  const failed = new Map<string, unknown>();
  await Promise.all(
    jobs.map(async ({ id, payload }) => {
      try {
        const { reason } = await ask(payload);
        if (reason === undefined || !mayPass(reason)) return;
        failed.set(id, new UpstreamError(`the language model was not used: ${reason}`));
      } catch (error) {
        failed.set(id, error);
      }
    }),
  );
  return failed;
}
