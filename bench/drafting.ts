import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { gateDraft } from '../src/drafting/gate/gate.ts';
import { prepareDraft } from '../src/drafting/prepare-draft.ts';
import { readPrompt } from '#ai/prompt-file.ts';
import { arrangeWithModel, draftTask } from '#drafting/index.ts';
import { draftingPosts, type DraftingPost } from './support/drafting-posts.ts';
import { scriptedArrangement } from './support/scripted-arrangement.ts';
import { quantile } from './support/measure-search.ts';

const goalMs = 10;
const goalSentencesPerSecond = 2000;
const goalModelMs = 15;

/**
 * Extractive drafts with gate and linter for generated Vietnamese posts: a post has five claims, each
 * with ten passages of its own, and gets a draft for each claim; `post…` is all five together, `draft…`
 * one of them. Then the gate alone, in sentences a second on one thread, and what a draft through a
 * language model takes beside the model's own time. Options: --posts N, --rounds N,
 * --seed N.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: 'string', default: '40' },
      rounds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
    },
  });
  const posts = draftingPosts(Number(values.posts), Number(values.seed));
  const rounds = Number(values.rounds);
  await timed(posts, rounds);
  const cpuBefore = process.cpuUsage();
  const { postMs, draftMs, offered } = await timed(posts, rounds);
  const cpu = process.cpuUsage(cpuBefore);
  const postP95Ms = round2(quantile(postMs, 0.95));
  const gate = await gateRate(posts, rounds);
  const model = await modelPath(posts.slice(0, 10), rounds);
  const modelP95Ms = round2(quantile(model.ms, 0.95));
  return {
    postP50Ms: round2(quantile(postMs, 0.5)),
    postP95Ms,
    draftP50Ms: round2(quantile(draftMs, 0.5)),
    draftP95Ms: round2(quantile(draftMs, 0.95)),
    // What a busy machine does not change: processor time, garbage collection included.
    postCpuMs: round2((cpu.user + cpu.system) / 1000 / postMs.length),
    gateSentencesPerSecond: gate,
    modelP50Ms: round2(quantile(model.ms, 0.5)),
    modelP95Ms,
    modelOffered: model.offered,
    claimsPerPost: 5,
    passagesPerClaim: 10,
    posts: posts.length,
    repetitions: postMs.length,
    offered,
    goals: {
      postP95Ms: goalMs,
      gateSentencesPerSecond: goalSentencesPerSecond,
      modelP95Ms: goalModelMs,
      reached: postP95Ms <= goalMs && gate >= goalSentencesPerSecond && modelP95Ms <= goalModelMs,
    },
    loadAverage: round2(loadavg()[0] ?? 0),
  };
}

async function timed(posts: readonly DraftingPost[], rounds: number) {
  const postMs: number[] = [];
  const draftMs: number[] = [];
  let offered = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const claims of posts.map((post) => post.map(unread))) {
      const startedAt = performance.now();
      for (const evidence of claims) {
        const draftStartedAt = performance.now();
        const draft = await prepareDraft(evidence);
        draftMs.push(performance.now() - draftStartedAt);
        if (draft !== null) offered += 1;
      }
      postMs.push(performance.now() - startedAt);
    }
  }
  return { postMs, draftMs, offered: offered / draftMs.length };
}

/** The same passages as if they had just been loaded: what is kept of one that was read does not count. */
function unread(evidence: DraftingPost[number]): DraftingPost[number] {
  return { ...evidence, sources: evidence.sources.map((source) => ({ ...source })) };
}

async function gateRate(posts: readonly DraftingPost[], rounds: number): Promise<number> {
  const inputs = [];
  for (const evidence of posts.flat()) {
    const draft = await prepareDraft({ ...evidence, length: 'note' });
    if (draft !== null) inputs.push({ ...evidence, ...draft, claims: [evidence.claim] });
  }
  const sentences = inputs.reduce((sum, input) => sum + input.sentences.length + 1, 0);
  for (const input of inputs) gateDraft(input);
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const input of inputs) gateDraft(input);
  return Math.round((sentences * rounds * 1000) / (performance.now() - startedAt));
}

/** Own time of a draft through a language model that answers at once: request, checking, assembling, gate. */
async function modelPath(posts: readonly DraftingPost[], rounds: number) {
  const drafter = {
    chat: scriptedArrangement(),
    prompt: await readPrompt(draftTask),
    tokensPerDraft: 8000,
  };
  const form = { language: 'vi', audience: 'domestic', length: 'statement' } as const;
  const ms: number[] = [];
  let offered = 0;
  for (let round = -1; round < rounds; round += 1) {
    for (const evidence of posts.flat().map(unread)) {
      const startedAt = performance.now();
      const { draft } = await arrangeWithModel(drafter, { ...evidence, ...form });
      // The first round warms up.
      if (round < 0) continue;
      ms.push(performance.now() - startedAt);
      if (draft !== null) offered += 1;
    }
  }
  return { ms, offered: offered / ms.length };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
