import type { DbContext } from '#db/context.ts';
import type { TextSpan } from '#language/sentences.ts';
import { isoDay } from '#platform/clock.ts';
import { citesEnded } from '../cites-ended.ts';
import { type DraftView, readDraft } from '../read-draft.ts';
import { answersWorded, type WordedAnswer } from '../reuse-queries.ts';
import { wordingKey, wordingRules } from './claim-wording.ts';
import { isSameClaim } from './same-claim.ts';
import { wordDifferences } from './word-differences.ts';

/** Answers shown for one claim: the same claim may have been answered for several audiences. */
const mostShown = 3;

/** An approved answer whose claim says the same as another claim. */
export interface ReusableAnswer {
  readonly claimId: string;
  readonly approvalId: string;
  /** Cosine of the two claims, -1 to 1; null: no vectors of them. It decides nothing. */
  readonly similarity: number | null;
  readonly claimText: string;
  /** The claim it was approved for. */
  readonly answeredText: string;
  /** Words only one of the claims has; code points into its text. */
  readonly differences: {
    readonly claim: readonly TextSpan[];
    readonly answered: readonly TextSpan[];
  };
  readonly answeredPostId: string;
  readonly approvedAt: Date;
  readonly reviewers: readonly [string, string];
  /** Day (YYYY-MM-DD) from which the approval is out of force; null: none was set. */
  readonly reviewBy: string | null;
  readonly draft: DraftView;
  /** The acting user had a hand in the answer and cannot confirm that it fits. */
  readonly contributed: boolean;
}

/**
 * For each of these claims approved answers that are in force and citable today and answer the same claim;
 * newest first, three at most. None for a claim that is not checkable, or of which a person has decided
 * otherwise. Reads only.
 */
export async function findReusable(
  ctx: DbContext,
  claimIds: readonly string[],
): Promise<ReusableAnswer[]> {
  if (claimIds.length === 0) return [];
  const claims = await ctx.db
    .selectFrom('claim as c')
    .innerJoin('post as p', 'p.id', 'c.post_id')
    .select(['c.id', 'c.text'])
    .where('c.id', 'in', [...claimIds])
    .where('c.checkable', '=', true)
    // The answer a golden item is made from would tell what is right.
    .where('p.golden', '=', false)
    .execute();
  if (claims.length === 0) return [];
  const wanted = await Promise.all(
    claims.map(async ({ id, text }) => ({ claimId: id, wording: await wordingKey(text) })),
  );
  const today = isoDay(ctx.clock());
  const { rows } = await answersWorded(wanted, wordingRules, today).execute(ctx.db);
  const same = rows.filter((row) => isSameClaim(row.claim_text, row.answered_text));
  const found: ReusableAnswer[] = [];
  for (const group of Map.groupBy(same, (row) => row.claim_id).values()) {
    let shown = 0;
    for (const row of group) {
      if (shown === mostShown) break;
      const answer = await readAnswer(ctx, row);
      if (answer === null) continue;
      found.push(answer);
      shown += 1;
    }
  }
  return found;
}

/** Null when a version it cites has ended, though nobody was told yet, or may not be quoted any more. */
async function readAnswer(ctx: DbContext, row: WordedAnswer): Promise<ReusableAnswer | null> {
  const approval = await ctx.db
    .selectFrom('approval as a')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .innerJoin('app_user as f', 'f.id', 'a.first_reviewer')
    .innerJoin('app_user as s', 's.id', 'a.second_reviewer')
    .select(['a.post_id', 'a.draft_id', 'a.approved_at', 'd.review_by'])
    .select(['f.name as first', 's.name as second'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('contribution as c')
            .select('c.post_id')
            .whereRef('c.post_id', '=', 'a.post_id')
            .where('c.user_id', '=', ctx.actor.userId),
        )
        .as('contributed'),
    )
    .where('a.id', '=', row.approval_id)
    .executeTakeFirstOrThrow();
  if (await citesEnded(ctx, approval.draft_id)) return null;
  const draft = await readDraft(ctx, approval.post_id, approval.draft_id);
  if (draft === null) return null;
  const { left, right } = wordDifferences(row.claim_text, row.answered_text);
  return {
    claimId: row.claim_id,
    approvalId: row.approval_id,
    similarity: row.similarity,
    claimText: row.claim_text,
    answeredText: row.answered_text,
    differences: { claim: left, answered: right },
    answeredPostId: approval.post_id,
    approvedAt: approval.approved_at,
    reviewers: [approval.first, approval.second],
    reviewBy: approval.review_by,
    draft,
    contributed: Boolean(approval.contributed),
  };
}
