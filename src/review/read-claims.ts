import type { DbContext } from '#db/context.ts';
import { readMatches } from './read-matches.ts';

export type ClaimView = Awaited<ReturnType<typeof readClaims>>[number];

/**
 * A post's claims in order, each with its current outcome and its matches in context. Internal guidance
 * stands apart from `matches`: what is made out of these may be quoted.
 */
export async function readClaims(ctx: DbContext, postId: string) {
  const claims = await ctx.db
    .selectFrom('claim as c')
    .innerJoin('assessment as a', (join) =>
      join.onRef('a.claim_id', '=', 'c.id').on('a.current', '=', true),
    )
    .leftJoin('app_user as u', 'u.id', 'a.decided_by')
    .select([
      'c.id',
      'c.start_offset',
      'c.end_offset',
      'c.text',
      'c.kind',
      'c.checkable',
      'c.reasons',
      'a.outcome',
      'a.suggestion',
      'a.reasons as outcome_reasons',
      'a.threshold',
      'a.decided_at',
      'u.name as decided_by',
    ])
    .where('c.post_id', '=', postId)
    .orderBy('c.ordinal')
    .execute();
  const matches = await readMatches(ctx, postId);
  const matchesOf = Map.groupBy(matches, (match) => match.claim_id);
  return claims.map((claim) => {
    const found = matchesOf.get(claim.id) ?? [];
    return {
      ...claim,
      matches: found.filter((match) => !match.guidance),
      guidance: found.filter((match) => match.guidance),
    };
  });
}
