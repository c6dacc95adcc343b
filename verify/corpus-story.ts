import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '#config/env.ts';
import { canonicalJson } from '#platform/hash.ts';
import { seededRandom } from '../bench/support/random.ts';
import { createContext } from '../src/context.ts';
import { startChild } from './child.ts';
import { type Fate, fates, planStory } from './story-plan.ts';
import { readStory, type StoryState } from './story-state.ts';

const entry = 'verify/corpus-story-child.ts';
const articlesPerFate = 10;
const kills = 6;

/**
 * A corpus of statutes in force, 50 posts, 20 approved answers; then 30 articles get a new version and
 * two run out. Exactly the approvals whose quotes are lost leave force, the others are anchored anew, and
 * the end is the same when the process is killed again and again on the way.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: '../shared/data/alqac23_vi' },
      seed: { type: 'string', default: '1' },
    },
  });
  const startedAt = performance.now();
  const home = await mkdtemp(join(tmpdir(), 'doichung-story-'));
  try {
    const place = (name: string): string => join(home, name);
    await finish(place('prepared'), ['prepare', values.data]);
    const plan = await planStory(values.data);
    const before = await stateOf(place('prepared'));
    const fateOf = castFates(before, plan);
    await writeFile(place('fates.json'), JSON.stringify(Object.fromEntries(fateOf)));
    const change = ['change', values.data, place('fates.json')];
    await cp(place('prepared'), place('straight'), { recursive: true });
    await cp(place('prepared'), place('killed'), { recursive: true });
    await finish(place('straight'), change);
    const killed = await killOften(place('killed'), change, seededRandom(Number(values.seed)));
    await finish(place('killed'), change);
    const after = await stateOf(place('straight'));
    const again = await stateOf(place('killed'));
    const judged = judge(after, fateOf, new Set(plan.expiring.keys()), before);
    const sameEndState = canonicalJson(after) === canonicalJson(again);
    return {
      ...judged,
      ok: judged.ok && sameEndState && killed > 0,
      kills: killed,
      sameEndState,
      articles: plan.items.length,
      posts: plan.posts.length,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Cited articles take the three fates in turn; others fill up what is missing to ten of each. */
function castFates(
  { approvals }: StoryState,
  plan: Awaited<ReturnType<typeof planStory>>,
): Map<string, Fate> {
  const cited = approvals.flatMap((approval) => approval.cited);
  const keys = new Set([...cited, ...plan.items.map(({ document }) => document.key)]);
  for (const key of plan.expiring.keys()) keys.delete(key);
  const chosen = [...keys].slice(0, articlesPerFate * fates.length);
  return new Map(chosen.map((key, index) => [key, fates[index % fates.length] as Fate]));
}

function judge(
  after: StoryState,
  fateOf: ReadonlyMap<string, Fate>,
  expiring: ReadonlySet<string>,
  before: StoryState,
): Record<string, unknown> & { ok: boolean } {
  const cites = (keys: readonly string[], is: (key: string) => boolean): boolean => keys.some(is);
  const lost = (key: string): boolean => ['reworded', 'removed'].includes(fateOf.get(key) ?? '');
  // Drafts that nobody approved are told as well; counted are the answers.
  const answers = new Set(after.approvals.map(({ post }) => post));
  const flippedBy = (causes: readonly string[]): string[] => {
    const posts = after.rechecks.filter(
      ({ cause, post }) => causes.includes(cause) && answers.has(post),
    );
    return [...new Set(posts.map(({ post }) => post))].toSorted();
  };
  const expected = after.approvals.filter(({ cited }) => cites(cited, lost));
  const flipped = flippedBy(['superseded']);
  const expectedExpired = after.approvals.filter(
    ({ cited }) => !cites(cited, lost) && cites(cited, (key) => expiring.has(key)),
  );
  const expired = flippedBy(['expired']).filter((post) => !flipped.includes(post));
  const outOfForce = after.approvals.filter(({ status }) => status === 'needs_recheck');
  const same = (posts: readonly string[], of: StoryState['approvals']): boolean =>
    canonicalJson(posts) === canonicalJson(of.map(({ post }) => post).toSorted());
  const reworded = after.rechecks.filter(({ key }) => fateOf.get(key) === 'reworded');
  const anchors = after.anchors.filter((anchor) => answers.has(anchor.split(' ')[0] ?? ''));
  const anchored = new Set(anchors.map((anchor) => anchor.split(' ')[0] ?? ''));
  const expectedAnchored = after.approvals.filter(({ cited }) =>
    cites(cited, (key) => fateOf.get(key) === 'unchanged'),
  );
  const checks = {
    exactFlips: same(flipped, expected),
    exactExpiries: same(expired, expectedExpired),
    statusesAgree: outOfForce.length === flipped.length + expired.length,
    diffsOfReworded: reworded.length > 0 && reworded.every(({ replaced }) => replaced > 0),
    exactAnchors: same([...anchored].toSorted(), expectedAnchored),
    auditWhole: after.auditWhole,
    startedInForce: before.approvals.every(({ status }) => status === 'in_force'),
  };
  for (const { post, status, cited } of after.approvals) {
    const told = cited.map((key) => `${key} (${fateOf.get(key) ?? 'as it was'})`).join(', ');
    const marks = [status, anchored.has(post) ? 'anchored' : ''].filter(Boolean).join(', ');
    say(`${post.slice(0, 8)}: ${marks}; cites ${told}`);
  }
  const failed = Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
  return {
    ok: failed.length === 0 && before.approvals.length === 20,
    failed,
    approvals: before.approvals.length,
    flipped: flipped.length,
    expectedFlipped: expected.length,
    expired: expired.length,
    expectedExpired: expectedExpired.length,
    reanchored: anchors.length,
    reanchoredAnswers: anchored.size,
    rechecks: after.rechecks.length,
  };
}

function envOf(dataDir: string): Record<string, string> {
  return { LOG_LEVEL: 'warn', DEMO: 'false', DATABASE_URL: '', DATA_DIR: dataDir };
}

async function finish(dataDir: string, args: readonly string[]): Promise<void> {
  await using child = startChild(entry, args, envOf(dataDir));
  const code = await child.ended;
  for (const line of child.lines.filter((line) => !/^(?:imported|changed) /.test(line))) say(line);
  if (code !== 0) throw new Error(`the story stopped: ${child.complaints().slice(0, 2000)}`);
}

/** Kills the process a moment after some of its steps; returns how often it died before it was done. */
async function killOften(
  dataDir: string,
  args: readonly string[],
  random: () => number,
): Promise<number> {
  let killed = 0;
  for (let round = 0; round < kills; round += 1) {
    await using child = startChild(entry, args, envOf(dataDir));
    const enough = 1 + Math.floor(random() * 14);
    await child.until((lines) => lines.length >= enough);
    await Promise.race([sleep(random() * 60), child.ended]);
    if (child.isRunning()) killed += 1;
    await child.kill('SIGKILL');
  }
  return killed;
}

async function stateOf(dataDir: string): Promise<StoryState> {
  await using ctx = await createContext(readConfig(envOf(dataDir)), { logToStderr: true });
  return await readStory(ctx);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
