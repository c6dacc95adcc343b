import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import { type Comparison, compareReviews } from './compare-reviews.ts';
import { nextState, type Obstacle, type ReviewedState } from './next-state.ts';
import { decisionsOn, type DecisionView, readDecisions } from './read-decisions.ts';

/** Rounds that are shown, newest first. */
const shownRounds = 50;

export interface ReviewRound {
  readonly draftId: string;
  readonly revision: number;
  readonly contentSha256: string;
  /** Null: not decided by two, or hidden from this reader. */
  readonly outcome: ReviewedState | null;
  /** Why two approvals made none. */
  readonly obstacle: Obstacle | null;
  /** Null: hidden until both have decided. */
  readonly decisions: readonly DecisionView[] | null;
  /** Null until both have decided. */
  readonly comparison: Comparison | null;
}

/**
 * Every draft of a post that was put before reviewers and decided on, newest first, with both reviews
 * held side by side; the one in review stands first, whether or not anybody has decided on it.
 * @throws NotFoundError
 */
export async function readReviews(ctx: DbContext, postId: string): Promise<ReviewRound[]> {
  const post = await ctx.db
    .selectFrom('post')
    .select('state')
    .where('id', '=', postId)
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
  const drafts = await ctx.db
    .selectFrom('draft as d')
    .select(['d.id', 'd.revision', 'd.content_sha256'])
    .where('d.post_id', '=', postId)
    .orderBy('d.revision', 'desc')
    .execute();
  if (drafts.length === 0) return [];
  const [newest] = drafts;
  const decided = Map.groupBy(
    await decisionsOn(
      ctx,
      drafts.map(({ id }) => id),
    ),
    (decision) => decision.draft_id,
  );
  const rounds: ReviewRound[] = [];
  for (const draft of drafts) {
    const current = draft === newest && post.state === 'IN_REVIEW';
    if (draft !== newest && !decided.has(draft.id)) continue;
    const decisions =
      draft === newest
        ? await readDecisions(ctx, { state: post.state, draftId: draft.id })
        : (decided.get(draft.id) ?? []);
    if (!current && decisions?.length === 0) continue;
    rounds.push({
      draftId: draft.id,
      revision: draft.revision,
      contentSha256: draft.content_sha256,
      decisions,
      ...settled(decisions ?? []),
    });
    if (rounds.length === shownRounds) break;
  }
  return rounds;
}

function settled([first, second]: readonly DecisionView[]): Pick<
  ReviewRound,
  'outcome' | 'obstacle' | 'comparison'
> {
  if (first === undefined || second === undefined) {
    return { outcome: null, obstacle: null, comparison: null };
  }
  return {
    outcome: nextState(first.verdict, second.verdict, second.obstacle),
    obstacle: second.obstacle,
    comparison: compareReviews(first, second),
  };
}
