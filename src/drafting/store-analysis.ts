import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { toVector } from '#db/vector.ts';
import { newId } from '#platform/ids.ts';
import type { Analysis, PostClaim, PostToAnalyse } from './analyse-posts.ts';
import { matchRows } from './match-rows.ts';
import { storeDraft } from './store-draft.ts';

/** Writes an analysis in the caller's transaction; returns the audit entries for the caller to append last. */
export async function storeAnalysis(ctx: DbContext, analysis: Analysis): Promise<AuditEntry[]> {
  const at = ctx.clock();
  const { post, claims, modelId, threshold, instructions } = analysis;
  if (instructions.length > 0) {
    await ctx.db
      .updateTable('post')
      .set({ instructions: JSON.stringify(instructions) })
      .where('id', '=', post.id)
      .execute();
  }
  if (claims.length > 0) {
    await ctx.db
      .insertInto('claim')
      .values(claims.map((claim, ordinal) => claimRow(claim, ordinal, post)))
      .execute();
    await ctx.db
      .insertInto('assessment')
      .values(
        claims.map(({ id, suggestion }) => ({
          id: newId(),
          claim_id: id,
          outcome: suggestion.outcome,
          suggestion: suggestion.suggestion,
          reasons: [...suggestion.reasons],
          decided_by: null,
          decided_at: at,
          current: true,
          threshold,
        })),
      )
      .execute();
  }
  const embedded = claims.flatMap(({ id, vector }) =>
    vector === null || modelId === null
      ? []
      : [{ model_id: modelId, claim_id: id, embedding: toVector(vector) }],
  );
  if (embedded.length > 0) await ctx.db.insertInto('claim_embedding').values(embedded).execute();
  const matches = claims.flatMap((claim) => matchRows(claim, analysis));
  if (matches.length > 0) await ctx.db.insertInto('match').values(matches).execute();
  const entries: AuditEntry[] = [
    {
      action: 'post.analysed',
      entityType: 'post',
      entityId: post.id,
      details: {
        claims: claims.length,
        outcomes: claims.map((claim) => claim.suggestion.outcome),
        instructions: instructions.map(({ kind }) => kind),
      },
    },
  ];
  if (analysis.draft !== null) {
    const { claimId, content } = analysis.draft;
    const stored = await storeDraft(ctx, {
      postId: post.id,
      claimId,
      draft: content,
    });
    entries.push(stored.entry);
  }
  return entries;
}

function claimRow(claim: PostClaim, ordinal: number, post: PostToAnalyse) {
  return {
    id: claim.id,
    post_id: post.id,
    ordinal,
    start_offset: claim.start,
    end_offset: claim.end,
    text: claim.text,
    language: claim.language,
    kind: claim.kind,
    checkable: claim.checkable,
    reasons: [...claim.reasons],
    reported: claim.reported && JSON.stringify(claim.reported),
  };
}
