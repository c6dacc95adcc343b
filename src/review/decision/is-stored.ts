import type { DbContext } from '#db/context.ts';
import type { LabelledSentence, Verdict } from '#db/schema/index.ts';
import { canonicalText } from '#language/canonical-text.ts';

interface Asked {
  readonly postId: string;
  readonly decision: {
    readonly contentSha256: string;
    readonly verdict: Verdict;
    readonly reason: string;
    readonly labels: readonly LabelledSentence[];
  };
}

/**
 * Whether the acting person has given exactly this decision on this post before; `golden`: on a golden
 * item. Null: they have not, or gave another one.
 */
export async function isStored(
  ctx: Pick<DbContext, 'db' | 'actor'>,
  { postId, decision }: Asked,
): Promise<{ golden: boolean } | null> {
  const { userId } = ctx.actor;
  if (userId === null) return null;
  const real = await ctx.db
    .selectFrom('review_decision as r')
    .innerJoin('draft as d', 'd.id', 'r.draft_id')
    .select(['r.verdict', 'r.reason', 'r.labels'])
    .where('d.post_id', '=', postId)
    .where('r.reviewer', '=', userId)
    .where('r.content_sha256', '=', decision.contentSha256)
    .executeTakeFirst();
  if (real !== undefined) return isSame(real, decision) ? { golden: false } : null;
  const golden = await ctx.db
    .selectFrom('golden_decision')
    .select(['verdict', 'reason', 'labels'])
    .where('post_id', '=', postId)
    .where('reviewer', '=', userId)
    .executeTakeFirst();
  return golden !== undefined && isSame(golden, decision) ? { golden: true } : null;
}

function isSame(
  stored: {
    readonly verdict: Verdict;
    readonly reason: string;
    readonly labels: readonly LabelledSentence[];
  },
  { verdict, reason, labels }: Asked['decision'],
): boolean {
  const given = new Map(labels.map(({ ordinal, label }) => [ordinal, label]));
  return (
    stored.verdict === verdict &&
    stored.reason === canonicalText(reason).trim() &&
    stored.labels.length === given.size &&
    stored.labels.every(({ ordinal, label }) => given.get(ordinal) === label)
  );
}
