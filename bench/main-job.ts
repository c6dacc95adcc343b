import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { EmbedderSet } from '#ai/ports.ts';
import { parseConfig } from '#config/config.ts';
import { importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { createUser } from '#identity/index.ts';
import { startWorkers } from '#jobs/index.ts';
import { silentLog } from '#platform/log.ts';
import { preparePost, receivePosts } from '#posts/index.ts';
import { countMissing } from '#retrieval/index.ts';
import { startProgress } from '../src/terminal/progress.ts';
import { type Context, createContext, createEmbedders } from '../src/context.ts';
import { generateData, type MainJobData, readData } from './support/main-job-data.ts';

const importBatch = 200;
const warmUpPosts = 10;
const pollMs = 2;

/**
 * One post from submission to its committed analysis, one after another; then many at once; then what
 * the idle process holds. Everything runs through the verbs and the job loop of the product.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      passages: { type: 'string', default: '10375' },
      posts: { type: 'string', default: '100' },
      burst: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
      'database-url': { type: 'string' },
    },
  });
  const passages = Number(values.passages);
  const data =
    values.data === undefined
      ? await generateData(passages, Number(values.seed))
      : await readData(values.data, passages);
  const dataDir = await mkdtemp(join(tmpdir(), 'doichung-bench-'));
  try {
    const config = parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
    await using embedders = await createEmbedders(config);
    const marks: EmbeddingMarks = { startedAt: 0, endedAt: 0 };
    await using database =
      values['database-url'] === undefined
        ? null
        : await openTemporaryDatabase(values['database-url'], silentLog);
    await using ctx = await createContext(config, {
      embedders: withMarks(embedders, marks),
      log: silentLog,
      ...(database === null ? {} : { database }),
    });
    return await measure(ctx, data, marks, Number(values.posts), Number(values.burst));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  ctx: Context,
  data: MainJobData,
  marks: EmbeddingMarks,
  oneByOne: number,
  burst: number,
): Promise<Record<string, unknown>> {
  const startedAt = performance.now();
  await load(ctx, data);
  await startWorkers(ctx, ctx.boss);
  await untilEmbedded(ctx);
  const importSeconds = (performance.now() - startedAt) / 1000;
  const triager = { ...ctx, actor: await createUser(ctx, { name: 'bench', roles: ['triager'] }) };
  for (const text of data.posts.slice(0, warmUpPosts)) await onePost(triager, text, marks);
  const timings = [];
  for (const text of data.posts.slice(warmUpPosts, warmUpPosts + oneByOne)) {
    timings.push(await onePost(triager, text, marks));
  }
  const burstPosts = data.posts.slice(warmUpPosts + oneByOne).slice(0, burst);
  const postsPerSecond = await manyPosts(triager, burstPosts);
  const memory = await idleMemory();
  const { passages } = await ctx.db
    .selectFrom('passage')
    .select((eb) => eb.fn.countAll<number>().as('passages'))
    .executeTakeFirstOrThrow();
  const total = timings.map((timing) => timing.total);
  return {
    passages,
    posts: timings.length,
    drafted: timings.filter((timing) => timing.drafted).length,
    p50Ms: quantile(total, 0.5),
    p95Ms: quantile(total, 0.95),
    stepP50Ms: {
      intake: quantile(
        timings.map((timing) => timing.intake),
        0.5,
      ),
      wakeUp: quantile(
        timings.map((timing) => timing.wakeUp),
        0.5,
      ),
      embedding: quantile(
        timings.map((timing) => timing.embedding),
        0.5,
      ),
      matchDraftStore: quantile(
        timings.map((timing) => timing.rest),
        0.5,
      ),
    },
    postsPerSecond: round(postsPerSecond),
    ...memory,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    importSeconds: round(importSeconds),
    database: ctx.database.kind,
  };
}

async function load(ctx: Context, { items }: MainJobData): Promise<void> {
  const editor = await createUser(ctx, { name: 'bench-editor', roles: ['corpus_editor'] });
  const approver = await createUser(ctx, { name: 'bench-approver', roles: ['corpus_approver'] });
  using progress = startProgress('importing documents', items.length);
  for (let start = 0; start < items.length; start += importBatch) {
    const batch = items.slice(start, start + importBatch);
    const results = await importDocuments({ ...ctx, actor: editor }, { items: batch });
    const versionIds = results.flatMap((result) => result.versionId ?? []);
    await approveVersions({ ...ctx, actor: approver }, { versionIds });
    progress.update(start + batch.length);
  }
}

async function untilEmbedded(ctx: Context): Promise<void> {
  const total = await countMissing(ctx);
  using progress = startProgress('embedding passages', total);
  for (let left = total; left > 0; left = await countMissing(ctx)) {
    progress.update(total - left);
    await sleep(200);
  }
  progress.update(total);
}

async function onePost(ctx: Context, text: string, marks: EmbeddingMarks) {
  const startedAt = performance.now();
  const post = await preparePost({ text });
  const [received] = await receivePosts(ctx, { posts: [post], channel: 'api' });
  const receivedAt = performance.now();
  const postId = received?.postId ?? '';
  let state = 'RECEIVED';
  while (state === 'RECEIVED') {
    await sleep(pollMs);
    ({ state } = await ctx.db
      .selectFrom('post')
      .select('state')
      .where('id', '=', postId)
      .executeTakeFirstOrThrow());
  }
  const endedAt = performance.now();
  return {
    total: endedAt - startedAt,
    intake: receivedAt - startedAt,
    wakeUp: Math.max(0, marks.startedAt - receivedAt),
    embedding: marks.endedAt - marks.startedAt,
    rest: endedAt - marks.endedAt,
    drafted: state === 'IN_DRAFT',
  };
}

/** Posts a second, from the first request to the last commit; ten requests under way at once. */
async function manyPosts(ctx: Context, texts: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const waiting = [...texts];
  const submit = async (): Promise<void> => {
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
      await receivePosts(ctx, { posts: [await preparePost({ text })], channel: 'api' });
    }
  };
  await Promise.all(Array.from({ length: 10 }, submit));
  for (let left = texts.length; left > 0;) {
    await sleep(20);
    ({ left } = await ctx.db
      .selectFrom('post')
      .select((eb) => eb.fn.countAll<number>().as('left'))
      .where('state', '=', 'RECEIVED')
      .executeTakeFirstOrThrow());
  }
  return texts.length / ((performance.now() - startedAt) / 1000);
}

/** Resident memory once nothing has happened for a while, before and after a collection of garbage. */
async function idleMemory(): Promise<{ rssMb: number; rssBeforeGcMb: number; heapMb: number }> {
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  await sleep(5000);
  const before = process.memoryUsage.rss();
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') {
    collect();
    collect();
  }
  await sleep(1000);
  const { rss, heapTotal } = process.memoryUsage();
  return { rssMb: megabytes(rss), rssBeforeGcMb: megabytes(before), heapMb: megabytes(heapTotal) };
}

interface EmbeddingMarks {
  startedAt: number;
  endedAt: number;
}

/** Notes when the last query was embedded: it parts the waiting of a post from its matching. */
function withMarks(embedders: EmbedderSet, marks: EmbeddingMarks): EmbedderSet {
  const { configured } = embedders;
  const marked: typeof configured = {
    info: configured.info,
    async embed(texts, kind, options) {
      if (kind === 'query') marks.startedAt = performance.now();
      const vectors = await configured.embed(texts, kind, options);
      if (kind === 'query') marks.endedAt = performance.now();
      return vectors;
    },
    [Symbol.asyncDispose]: async () => {},
  };
  return {
    configured: marked,
    find: async (fingerprint) => (fingerprint === marked.info.fingerprint ? marked : null),
    [Symbol.asyncDispose]: async () => {},
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
