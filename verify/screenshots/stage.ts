import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '#config/config.ts';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { findUser } from '#identity/index.ts';
import { drainJobs } from '#jobs/index.ts';
import { silentLog } from '#platform/log.ts';
import { preparePost, receivePosts } from '#posts/index.ts';
import { decide, type Lease, leaseNext, readItem, submitDraft } from '#review/index.ts';
import { startProgress } from '../../src/terminal/progress.ts';
import { type Context, createContext } from '../../src/context.ts';
import { runDemo } from '../../src/demo/run-demo.ts';
import { sessionCookieOf } from '../../test/support/people.ts';
import type { Cookie } from './look-at-page.ts';
import { doMoreWork, type MoreWork } from './more-work.ts';

/** Posts of the demonstration in every state a post can be in. */
export interface Places {
  readonly inDraft: string;
  readonly waiting: string;
  readonly leased: string;
  readonly firstDecided: string;
  readonly approved: string;
  readonly returned: string;
  readonly declined: string;
  readonly opinion: string;
  readonly noAction: string;
}

export interface Stage extends AsyncDisposable {
  readonly ctx: Context;
  readonly places: Places;
  readonly approvalId: string;
  readonly documentId: string;
  readonly versionId: string;
  /** A quote of the approved answer, where it stands in its version. */
  readonly quote: { readonly versionId: string; readonly from: number; readonly to: number };
  readonly work: MoreWork;
  /** Of a demonstration user, e.g. `demo-drafter`; with the lease they hold on the post of this path. */
  cookiesOf(name: string, path: string): Promise<Cookie[]>;
}

const leaseMs = 3_600_000;

/** The demonstration on a database of its own, with work in every state. */
export async function setTheStage(): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'doichung-screenshots-'));
  const config = parseConfig({ DATA_DIR: directory, GOLDEN_SHARE: '0', THIRD_LOOK_SHARE: '0' });
  const ctx = await createContext(config, { log: silentLog });
  await runDemo(ctx, directory);
  const people = await actingPeople(ctx);
  const leases = new Map<string, Lease>();
  const { places, approvalId } = await play(ctx, people, leases);
  const work = await doMoreWork(ctx, {
    triager: personNamed(people, 'demo-triager'),
    evaluator: personNamed(people, 'demo-evaluator'),
    admin: personNamed(people, 'demo-admin'),
  });
  await drainJobs(ctx, startProgress);
  const version = await ctx.db
    .selectFrom('document_version')
    .select(['id', 'document_id'])
    .where('status', '=', 'approved')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return {
    ctx,
    places,
    approvalId,
    documentId: version.document_id,
    versionId: version.id,
    quote: await quoteOf(ctx, places.approved),
    work,
    async cookiesOf(name, path) {
      const [cookieName = '', value = ''] = (
        await sessionCookieOf(ctx, personNamed(people, name).actor)
      ).split('=');
      const lease = leases.get(`${name} ${path.split(/[/?#]/)[2] ?? ''}`);
      const session = { name: cookieName, value };
      if (lease === undefined) return [session];
      const held = `${lease.itemId}.${lease.fence}.${lease.token}`;
      return [session, { name: 'doichung_lease', value: held, path: `/posts/${lease.postId}` }];
    },
    [Symbol.asyncDispose]: async () => {
      await ctx[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function quoteOf(ctx: Context, postId: string): Promise<Stage['quote']> {
  const { version_id, start_offset, end_offset } = await ctx.db
    .selectFrom('citation as c')
    .innerJoin('draft as d', 'd.id', 'c.draft_id')
    .select(['c.version_id', 'c.start_offset', 'c.end_offset'])
    .where('d.post_id', '=', postId)
    .orderBy('d.revision', 'desc')
    .orderBy('c.sentence_ordinal')
    .executeTakeFirstOrThrow();
  return { versionId: version_id, from: start_offset, to: end_offset };
}

type People = ReadonlyMap<string, Context>;

const names = ['triager', 'drafter', 'reviewer-1', 'reviewer-2', 'auditor', 'admin', 'evaluator'];

async function actingPeople(ctx: Context): Promise<People> {
  const people = new Map<string, Context>();
  for (const name of [...names, 'corpus-editor', 'corpus-approver'].map((one) => `demo-${one}`)) {
    people.set(name, { ...ctx, actor: await findUser(ctx, name) });
  }
  return people;
}

function personNamed(people: People, name: string): Context {
  const person = people.get(name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person;
}

async function play(
  ctx: Context,
  people: People,
  leases: Map<string, Lease>,
): Promise<{ places: Places; approvalId: string }> {
  const drafter = personNamed(people, 'demo-drafter');
  const first = personNamed(people, 'demo-reviewer-1');
  const second = personNamed(people, 'demo-reviewer-2');
  const drafts = await draftedPosts(ctx, personNamed(people, 'demo-triager'), 7);
  const [inDraft, waiting, leased, firstDecided, approved, returned, declined] = drafts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  for (const postId of [approved, returned, declined, firstDecided, leased, waiting]) {
    await handIn(drafter, postId);
  }
  await judge(ctx, first, approved, 'approve');
  const approvalId = await judge(ctx, second, approved, 'approve');
  await judge(ctx, first, returned, 'approve');
  await judge(ctx, second, returned, 'return');
  await judge(ctx, first, declined, 'decline');
  await judge(ctx, second, declined, 'decline');
  await judge(ctx, first, firstDecided, 'approve');
  leases.set(`demo-reviewer-2 ${leased}`, await leaseOf(ctx, second, leased));
  const [opinion, noAction] = await ctx.db
    .selectFrom('post as p')
    .select('p.id')
    .where('p.state', '=', 'ANALYSED')
    .orderBy('p.id')
    .limit(2)
    .execute();
  if (opinion === undefined || noAction === undefined || approvalId === null) {
    throw new Error('the demonstration has too few posts');
  }
  const reason = 'Ý kiến cá nhân, theo dõi thêm.';
  await decideResponse(personNamed(people, 'demo-triager'), {
    postId: noAction.id,
    decision: 'monitor',
    reason,
  });
  const places = { inDraft, waiting, leased, firstDecided, approved, returned, declined };
  return { places: { ...places, opinion: opinion.id, noAction: noAction.id }, approvalId };
}

/** Posts with a draft; more are submitted when the demonstration has too few. */
async function draftedPosts(ctx: Context, triager: Context, count: number): Promise<string[]> {
  const read = () =>
    ctx.db
      .selectFrom('post')
      .select(['id', 'text'])
      .where('state', '=', 'IN_DRAFT')
      .orderBy('id')
      .execute();
  const found = await read();
  const missing = count - found.length;
  if (missing > 0) {
    const posts = await Promise.all(
      Array.from({ length: missing }, (_, index) =>
        preparePost({ text: `Bản tin số ${index + 2}.\n${found[index % found.length]?.text}` }),
      ),
    );
    await receivePosts(triager, { posts, channel: 'ui' });
    await drainJobs(ctx, startProgress);
  }
  const ids = (await read()).map(({ id }) => id);
  if (ids.length < count) throw new Error(`only ${ids.length} posts have a draft`);
  return ids.slice(0, count);
}

async function handIn(drafter: Context, postId: string): Promise<void> {
  const { draft } = await readItem(drafter, postId);
  if (draft === null) throw new Error('this post has no draft');
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Nhiều người gửi.' });
  const decided = { outcome: 'CONTRADICTED' as const, reason: 'Văn bản nêu khác.' };
  await setOutcome(drafter, { claimId: draft.claim_id, ...decided });
  await submitDraft(drafter, { postId, contentSha256: draft.content_sha256 });
}

/** This very item, whatever else waits. */
async function leaseOf(ctx: Context, reviewer: Context, postId: string): Promise<Lease> {
  await ctx.db
    .updateTable('review_item')
    .set({ priority: 1e9 + Date.now() })
    .where('post_id', '=', postId)
    .execute();
  const lease = await leaseNext(reviewer, { leaseMs });
  if (lease?.postId !== postId) throw new Error('another item came up, or none');
  return lease;
}

async function judge(
  ctx: Context,
  reviewer: Context,
  postId: string,
  verdict: 'approve' | 'return' | 'decline',
): Promise<string | null> {
  const lease = await leaseOf(ctx, reviewer, postId);
  const { draft } = await readItem(reviewer, postId);
  const { approvalId } = await decide(reviewer, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict,
    reason: verdict === 'approve' ? 'Đã đối chiếu từng câu với nguồn.' : 'Câu 2 chưa rõ nguồn.',
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({
      ordinal,
      label: verdict === 'approve' || ordinal !== 2 ? 'supported' : 'unclear',
    })),
  });
  return approvalId;
}
