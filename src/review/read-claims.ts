import type { DbContext } from '#db/context.ts';
import { sliceCodePoints } from '#language/code-points.ts';

/** Code points of the canonical text shown on either side of a passage. */
export const contextLength = 240;

export type ClaimView = Awaited<ReturnType<typeof readClaims>>[number];
export type MatchView = ClaimView['matches'][number];

/** A post's claims in order, each with its current outcome and its matches in context. */
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
  return claims.map((claim) => ({ ...claim, matches: matchesOf.get(claim.id) ?? [] }));
}

async function readMatches(ctx: DbContext, postId: string) {
  const rows = await ctx.db
    .selectFrom('match as m')
    .innerJoin('claim as c', 'c.id', 'm.claim_id')
    .innerJoin('passage as p', 'p.id', 'm.passage_id')
    .innerJoin('document_version as v', 'v.id', 'm.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select([
      'm.claim_id',
      'm.passage_id',
      'm.version_id',
      'm.rank',
      'm.lexical_score',
      'm.dense_score',
      'm.fused_score',
      'm.probability',
      'm.conflicts',
      'm.reasons',
      'm.retriever_version',
      'm.as_of',
      'm.reranker',
      'p.text',
      'p.start_offset',
      'p.end_offset',
      'p.heading_path',
      'p.language',
      'd.title',
      'd.number',
      'd.issuer',
      'v.canonical_text',
      'v.valid_from',
      'v.valid_to',
      'v.status',
    ])
    .where('c.post_id', '=', postId)
    .orderBy('m.claim_id')
    .orderBy('m.rank')
    .execute();
  return rows.map(({ canonical_text: canonical, ...row }) => ({
    ...row,
    before: sliceCodePoints(
      canonical,
      Math.max(0, row.start_offset - contextLength),
      row.start_offset,
    ),
    after: sliceCodePoints(canonical, row.end_offset, row.end_offset + contextLength),
  }));
}
