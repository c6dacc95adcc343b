import type { DbContext } from '#db/context.ts';
import { readMatches } from './read-matches.ts';

export type ClaimView = Awaited<ReturnType<typeof readClaims>>[number];

/**
 * A post's claims in order, each with its current outcome, what a language model last took it for and its
 * matches in context. Internal guidance stands apart from `matches`: what is made out of these may be
 * quoted.
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
      'c.reported',
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
  const proposalOf = await readProposals(ctx, postId);
  const matches = await readMatches(ctx, postId);
  const matchesOf = Map.groupBy(matches, (match) => match.claim_id);
  return claims.map((claim) => {
    const found = matchesOf.get(claim.id) ?? [];
    return {
      ...claim,
      proposal: proposalOf.get(claim.id) ?? null,
      matches: found.filter((match) => !match.guidance),
      guidance: found.filter((match) => match.guidance),
    };
  });
}

/** The newest proposal for each claim that has one. */
async function readProposals(ctx: DbContext, postId: string) {
  const rows = await ctx.db
    .selectFrom('claim_proposal as r')
    .innerJoin('claim as c', 'c.id', 'r.claim_id')
    .select(['r.claim_id', 'r.kind', 'r.model', 'r.prompt', 'r.prompt_sha256', 'r.proposed_at'])
    .where('c.post_id', '=', postId)
    .orderBy('r.proposed_at')
    .orderBy('r.id')
    .execute();
  return new Map(rows.map(({ claim_id, ...proposal }) => [claim_id, proposal]));
}
