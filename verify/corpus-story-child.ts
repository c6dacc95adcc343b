import { readFile } from 'node:fs/promises';
import { readConfig } from '#config/env.ts';
import { importDocuments } from '#corpus/index.ts';
import { describeError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { preparePost, receivePosts } from '#posts/index.ts';
import { embedPassages } from '#retrieval/index.ts';
import { admitPosts, readItem } from '#review/index.ts';
import { approveVersions, expireVersions } from '#standing/index.ts';
import { approveInReview, submitForReview } from '../test/support/approved.ts';
import { type Context, createContext } from '../src/context.ts';
import { actingAs } from './plan.ts';
import { changeText, type Fate, planStory } from './story-plan.ts';

// node --import tsx verify/corpus-story-child.ts prepare DATA_DIR
// node --import tsx verify/corpus-story-child.ts change DATA_DIR FATES_FILE   (this one is killed)

const answersWanted = 20;
const batchSize = 200;

/** One line for every step that is committed. */
function tell(what: string): void {
  process.stdout.write(`${what}\n`);
}

/** Statutes in force and embedded, 50 posts analysed, 20 answers approved. */
async function prepare(ctx: Context, dataDir: string): Promise<void> {
  const plan = await planStory(dataDir);
  const editor = await actingAs(ctx, 'editor', 'corpus_editor');
  const approver = await actingAs(ctx, 'approver', 'corpus_approver');
  for (let start = 0; start < plan.items.length; start += batchSize) {
    const items = plan.items.slice(start, start + batchSize);
    const results = await importDocuments(editor, { items });
    await approveVersions(approver, { versionIds: results.map((one) => one.versionId as string) });
  }
  tell(`${plan.items.length} articles in force`);
  await embedPassages(ctx);
  tell('embedded');
  const posts = await Promise.all(plan.posts.map(({ text }) => preparePost({ text })));
  const triager = await actingAs(ctx, 'triager', 'triager');
  const received = await receivePosts(triager, { posts, channel: 'api' });
  const postIds = [...new Set(received.map((one) => one.postId))];
  const failed = await admitPosts(ctx, postIds);
  for (const error of failed.values()) throw error;
  tell(`${postIds.length} posts analysed`);
  const drafter = await actingAs(ctx, 'drafter', 'drafter');
  const reviewers = [
    await actingAs(ctx, 'first', 'reviewer'),
    await actingAs(ctx, 'second', 'reviewer'),
  ];
  let approved = 0;
  for (const postId of postIds) {
    if (approved === answersWanted) break;
    const { draft } = await readItem(drafter, postId);
    if (draft === null) continue;
    await submitForReview(drafter, postId);
    await approveInReview(reviewers, postId);
    approved += 1;
  }
  tell(`${approved} answers approved`);
}

/** Brings the new versions in force one by one, then lets the days of both expiries pass. */
async function change(ctx: Context, dataDir: string, fatesFile: string): Promise<void> {
  const plan = await planStory(dataDir);
  const fates = JSON.parse(await readFile(fatesFile, 'utf8')) as Record<string, Fate>;
  const editor = await actingAs(ctx, 'editor', 'corpus_editor');
  const approver = await actingAs(ctx, 'approver', 'corpus_approver');
  tell('opened');
  for (const { document } of plan.items) {
    const fate = fates[document.key];
    if (fate === undefined) continue;
    const text = changeText(document.text, fate);
    await importDocuments(editor, {
      items: [
        {
          document: { ...document, text, valid_from: '2026-01-01' },
          sourceName: `${document.key}, second version`,
          sourceSha256: await sha256Hex(text),
        },
      ],
    });
    tell(`imported ${document.key}`);
    // A process killed in between left the draft.
    const drafts = await ctx.db
      .selectFrom('document_version')
      .select('id')
      .where('status', '=', 'draft')
      .execute();
    await approveVersions(approver, { versionIds: drafts.map(({ id }) => id) });
    tell(`changed ${document.key}`);
  }
  for (const day of plan.expiring.values()) {
    const settled = await expireVersions({ ...ctx, clock: () => new Date(`${day}T03:00:00Z`) });
    tell(`${settled} expired by ${day}`);
  }
  await embedPassages(ctx);
  tell('done');
}

// When the checking process dies its pipe closes, and nothing must be left behind.
process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGKILL'));
try {
  const [, , phase, dataDir = '', fatesFile = ''] = process.argv;
  await using ctx = await createContext(readConfig(), { logToStderr: true });
  await (phase === 'prepare' ? prepare(ctx, dataDir) : change(ctx, dataDir, fatesFile));
} catch (error) {
  process.stderr.write(`✗ ${describeError(error)}\n`);
  process.exitCode = 1;
} finally {
  process.stdin.destroy();
}
