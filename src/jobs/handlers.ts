import type { z } from 'zod';
import { readCheckpoints, signCheckpoint } from '#audit/checkpoint-file.ts';
import { runVerification } from '#audit/index.ts';
import type { SigningContext } from '#audit/make-checkpoint.ts';
import type { Config } from '#config/config.ts';
import { countSyllables } from '#corpus/index.ts';
import {
  draftWithModel,
  type LanguageModelContext,
  mayPass,
  type ModelCallFailure,
  proposeClaims,
} from '#drafting/index.ts';
import { UpstreamError } from '#platform/errors.ts';
import { clusterEarlier, storeImport } from '#posts/index.ts';
import { awaitVectors, embedPassages, type RetrievalContext } from '#retrieval/index.ts';
import {
  admitPosts,
  expireLeases,
  keepWordings,
  noteRefusals,
  sendNotices,
} from '#review/index.ts';
import { createSmtpMailer } from '#review/notices/smtp-mailer.ts';
import { expireVersions } from '#standing/index.ts';
import { checkCorpus } from '#upkeep/index.ts';
import { deliver, type WebhookContext } from '#webhooks/index.ts';
import { sendOverHttp } from '#webhooks/send-over-http.ts';
import type { QueueName, queues } from './queues.ts';

type Payload<N extends QueueName> = z.infer<(typeof queues)[N]['payload']>;

/** Does a batch of jobs; returns those that failed by job id. Throwing fails the whole batch. */
type Handler<N extends QueueName> = (
  jobs: ReadonlyArray<{ readonly id: string; readonly payload: Payload<N> }>,
  signal: AbortSignal,
) => Promise<Map<string, unknown>>;

export type Handlers = { readonly [N in QueueName]: Handler<N> };

export type JobContext = RetrievalContext &
  LanguageModelContext &
  WebhookContext &
  SigningContext & {
    readonly config: Pick<Config, 'signIn' | 'mail'>;
    /** Where checkpoints are kept outside the database; null: nowhere. */
    readonly checkpointFile: string | null;
  };

/** One set for each job loop. */
export function createHandlers(ctx: JobContext): Handlers {
  let verified = 0;
  const { mail } = ctx.config;
  const mailer = mail === null ? null : createSmtpMailer(mail);
  return {
    async 'analyse-post'(jobs, signal) {
      verified = await awaitVectors(ctx, verified, signal);
      const jobOf = new Map(jobs.map((job) => [job.payload.postId, job.id]));
      const failed = await admitPosts(ctx, [...jobOf.keys()], { signal });
      return new Map([...failed].map(([postId, error]) => [jobOf.get(postId) as string, error]));
    },
    async 'store-import'(jobs, signal) {
      return doEach(jobs, ({ importId }) => storeImport(ctx, importId, { signal }));
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
    async 'cluster-posts'(_jobs, signal) {
      await clusterEarlier(ctx, { signal });
      return new Map();
    },
    async 'settle-ended'(_jobs, signal) {
      await expireVersions(ctx, { signal });
      await keepWordings(ctx, { signal });
      return new Map();
    },
    async 'expire-leases'(_jobs, signal) {
      await expireLeases(ctx, { signal });
      return new Map();
    },
    async 'check-corpus'(_jobs, signal) {
      verified = await awaitVectors(ctx, verified, signal);
      await checkCorpus(ctx, { signal });
      return new Map();
    },
    async 'deliver-webhook'(jobs) {
      return doEach(jobs, (payload) => deliver(ctx, payload, sendOverHttp));
    },
    async 'sign-checkpoint'() {
      await signCheckpoint(ctx, ctx.checkpointFile);
      return new Map();
    },
    async 'verify-trail'(_jobs, signal) {
      const { checkpointFile } = ctx;
      const outside = async () => {
        const kept = checkpointFile === null ? [] : await readCheckpoints(checkpointFile);
        return kept.length === 0 ? null : kept;
      };
      await runVerification(ctx, outside, signal);
      return new Map();
    },
    async 'note-refusals'() {
      await noteRefusals(ctx);
      return new Map();
    },
    async 'send-notices'(_jobs, signal) {
      if (mailer !== null) await sendNotices(ctx, mailer, { signal });
      return new Map();
    },
    async 'count-syllables'(_jobs, signal) {
      await countSyllables(ctx, { signal });
      return new Map();
    },
  };
}

/** Asks the language model; what met an outage fails, so that it runs again, any other failure is final. */
function askEach<P>(
  jobs: ReadonlyArray<{ readonly id: string; readonly payload: P }>,
  ask: (payload: P) => Promise<{ readonly status: string; readonly reason?: ModelCallFailure }>,
): Promise<Map<string, unknown>> {
  return doEach(jobs, async (payload) => {
    const { reason } = await ask(payload);
    if (reason === undefined || !mayPass(reason)) return;
    throw new UpstreamError(`the language model was not used: ${reason}`);
  });
}

/** Does jobs side by side; returns those that threw. */
async function doEach<P>(
  jobs: ReadonlyArray<{ readonly id: string; readonly payload: P }>,
  work: (payload: P) => Promise<unknown>,
): Promise<Map<string, unknown>> {
  const failed = new Map<string, unknown>();
  await Promise.all(
    jobs.map(async ({ id, payload }) => {
      try {
        await work(payload);
      } catch (error) {
        failed.set(id, error);
      }
    }),
  );
  return failed;
}
