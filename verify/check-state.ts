import { verifyAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { judgeClaims } from '#posts/index.ts';
import type { Plan } from './plan.ts';
import { countBy, passageFaults } from './count-by.ts';

/** What is wrong with a database after its processes were killed. */
export interface Faults {
  readonly lost: number;
  readonly duplicated: number;
  /** A broken audit chain, posts that were never acknowledged but are half there, and the like. */
  readonly other: number;
  readonly list: readonly string[];
}

export function noFaults(): Faults {
  return { lost: 0, duplicated: 0, other: 0, list: [] };
}

/**
 * Holds the database against what was acknowledged: every post is there, was analysed and is in the
 * queue, each exactly once; every document is there in force with all passages, postings and vectors.
 */
export async function checkState(
  ctx: DbContext,
  plan: Plan,
  acknowledged: ReadonlySet<number>,
): Promise<Faults> {
  const list: string[] = [];
  const counts = { lost: 0, duplicated: 0, other: 0 };
  const fault = (kind: keyof typeof counts, what: string): void => {
    counts[kind] += 1;
    list.push(`${kind}: ${what}`);
  };
  const posts = await ctx.db.selectFrom('post').selectAll().execute();
  const byContent = new Map(posts.map((post) => [post.content_sha256, post]));
  for (const number of acknowledged) {
    for (const { contentSha256 } of await plan.posts(number)) {
      if (!byContent.has(contentSha256)) fault('lost', `a post of batch ${number}`);
    }
  }
  const [items, submissions, claims, drafts, received, analysed] = await Promise.all([
    countBy(ctx, 'review_item', 'post_id'),
    countBy(ctx, 'submission', 'post_id'),
    countBy(ctx, 'claim', 'post_id'),
    countBy(ctx, 'draft', 'post_id'),
    countBy(ctx, 'audit_event', 'entity_id', 'post.received'),
    countBy(ctx, 'audit_event', 'entity_id', 'post.analysed'),
  ]);
  // Acknowledged or not: a post that is there at all goes the whole way.
  for (const post of posts) {
    const once: Array<[string, ReadonlyMap<string, number>]> = [
      ['review items', items],
      ['submissions', submissions],
      ['received events', received],
      ['analysed events', analysed],
    ];
    for (const [what, counted] of once) {
      const count = counted.get(post.id) ?? 0;
      if (count > 1) fault('duplicated', `post ${post.id} has ${count} ${what}`);
      if (count === 0) fault('lost', `post ${post.id} (${post.state}) has no ${what}`);
    }
    const expected = judgeClaims(post.text, post.language).length;
    const stored = claims.get(post.id) ?? 0;
    if (stored > expected) fault('duplicated', `post ${post.id} has ${stored} claims`);
    if (stored < expected) fault('lost', `claims of post ${post.id}`);
    if (post.submission_count !== 1) fault('other', `post ${post.id} was counted wrongly`);
    if ((drafts.get(post.id) ?? 0) > 1) fault('duplicated', `drafts of post ${post.id}`);
    if (post.state === 'IN_DRAFT' && !drafts.has(post.id)) fault('lost', `draft of ${post.id}`);
  }
  await checkDocuments(ctx, plan, acknowledged, fault);
  const verdict = await verifyAudit(ctx);
  if (!verdict.ok) fault('other', `the audit chain breaks: ${JSON.stringify(verdict.firstBreak)}`);
  return { ...counts, list };
}

async function checkDocuments(
  ctx: DbContext,
  plan: Plan,
  acknowledged: ReadonlySet<number>,
  fault: (kind: 'lost' | 'duplicated' | 'other', what: string) => void,
): Promise<void> {
  const versions = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['d.key', 'v.status'])
    .execute();
  const byKey = Map.groupBy(versions, (version) => version.key);
  for (const number of acknowledged) {
    for (const { document } of plan.documents(number)) {
      const found = byKey.get(document.key) ?? [];
      if (!found.some((version) => version.status === 'approved')) fault('lost', document.key);
      if (found.length > 1) fault('duplicated', `${document.key} has ${found.length} versions`);
    }
  }
  const { withoutVector, withoutPostings, miscounted } = await passageFaults(ctx);
  if (withoutVector > 0) fault('lost', `vectors of ${withoutVector} passages`);
  if (withoutPostings > 0) fault('lost', `postings of ${withoutPostings} passages`);
  if (miscounted) fault('other', 'lexical statistics do not agree with the passages');
}
