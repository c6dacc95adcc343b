import type { DbContext } from '#db/context.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId } from '#platform/ids.ts';

/**
 * Copies a post as a golden one with all that a page of it shows: claims with outcomes and matches, the
 * response decision, and who had a part, so that they are never asked. Vectors stay behind: nothing finds
 * its claims. Times are those of the copy, as of a post that has just come in.
 */
export async function copyPost(
  ctx: DbContext,
  sourceId: string,
): Promise<{ postId: string; claimIdOf: ReadonlyMap<string, string> }> {
  const at = ctx.clock();
  const postId = newId();
  const post = await ctx.db
    .selectFrom('post')
    .selectAll()
    .where('id', '=', sourceId)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('post')
    .values({
      ...post,
      id: postId,
      // NUL is refused in every text that comes in: no submission has, or will have, this hash.
      content_sha256: await sha256Hex(`golden\0${postId}\0${post.text}`),
      masked: JSON.stringify(post.masked),
      instructions: JSON.stringify(post.instructions),
      state: 'IN_REVIEW',
      golden: true,
      cluster_id: null,
      received_at: at,
      analysed_at: at,
    })
    .execute();
  const claimIdOf = await copyClaims(ctx, sourceId, postId);
  const response = await ctx.db
    .selectFrom('response_decision')
    .selectAll()
    .where('post_id', '=', sourceId)
    .where('current', '=', true)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('response_decision')
    .values({
      ...response,
      ...{ id: newId(), post_id: postId, decided_at: at },
      ...{ bulk_id: null, replaces: null, undoes: null },
    })
    .execute();
  const parts = await ctx.db
    .selectFrom('contribution')
    .selectAll()
    .where('post_id', '=', sourceId)
    .execute();
  await ctx.db
    .insertInto('contribution')
    .values(parts.map((part) => ({ ...part, post_id: postId, contributed_at: at })))
    .execute();
  await ctx.db
    .insertInto('review_item')
    .values({
      id: newId(),
      post_id: postId,
      round: 1,
      fence: 0,
      lease_token_sha256: null,
      leased_by: null,
      leased_until: null,
      created_at: at,
      open: true,
    })
    .execute();
  return { postId, claimIdOf };
}

async function copyClaims(
  ctx: DbContext,
  sourceId: string,
  postId: string,
): Promise<Map<string, string>> {
  const claims = await ctx.db
    .selectFrom('claim')
    .selectAll()
    .where('post_id', '=', sourceId)
    .execute();
  const claimIds = claims.map(({ id }) => id);
  const copyOf = new Map(claimIds.map((id) => [id, newId()]));
  const copied = (id: string): string => copyOf.get(id) as string;
  await ctx.db
    .insertInto('claim')
    .values(
      claims.map((claim) => ({
        ...claim,
        id: copied(claim.id),
        post_id: postId,
        reported: claim.reported === null ? null : JSON.stringify(claim.reported),
      })),
    )
    .execute();
  const assessments = await ctx.db
    .selectFrom('assessment')
    .selectAll()
    .where('claim_id', 'in', claimIds)
    .where('current', '=', true)
    .execute();
  await ctx.db
    .insertInto('assessment')
    .values(
      assessments.map((one) => ({
        ...one,
        id: newId(),
        claim_id: copied(one.claim_id),
        decided_at: ctx.clock(),
      })),
    )
    .execute();
  const matches = await ctx.db
    .selectFrom('match')
    .selectAll()
    .where('claim_id', 'in', claimIds)
    .execute();
  if (matches.length > 0) {
    await ctx.db
      .insertInto('match')
      .values(
        matches.map((match) => ({
          ...match,
          claim_id: copied(match.claim_id),
          conflicts: JSON.stringify(match.conflicts),
          reasons: match.reasons === null ? null : JSON.stringify(match.reasons),
          reranker: match.reranker === null ? null : JSON.stringify(match.reranker),
        })),
      )
      .execute();
  }
  return copyOf;
}
