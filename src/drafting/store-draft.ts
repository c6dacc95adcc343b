import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { newId } from '#platform/ids.ts';
import { natureOf } from './gate/quote-nature.ts';
import type { PreparedDraft } from './prepare-draft.ts';

/**
 * Stores a draft as the post's next revision, in the caller's transaction; a person's draft counts as
 * their contribution. Returns the audit entry for the caller to append last.
 */
export async function storeDraft(
  ctx: DbContext,
  input: { postId: string; claimId: string; draft: PreparedDraft },
): Promise<{ draftId: string; revision: number; entry: AuditEntry }> {
  const { draft, postId, claimId } = input;
  const at = ctx.clock();
  const draftId = newId();
  const { latest } = await ctx.db
    .selectFrom('draft')
    .select((eb) => eb.fn.coalesce(eb.fn.max('revision'), eb.lit(0)).as('latest'))
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow();
  const revision = latest + 1;
  await ctx.db
    .insertInto('draft')
    .values({
      id: draftId,
      post_id: postId,
      claim_id: claimId,
      revision,
      language: draft.language,
      audience: draft.audience,
      content_sha256: draft.contentSha256,
      length: draft.length,
      review_by: draft.reviewBy,
      no_alternative: draft.noAlternative,
      drafter: draft.drafter,
      gate: JSON.stringify(draft.gate),
      lint: JSON.stringify(draft.lint),
      blocked: draft.blocked,
      model: draft.model === null ? null : JSON.stringify(draft.model),
      created_by: ctx.actor.userId,
      created_at: at,
    })
    .execute();
  const sentences = [draft.headline, ...draft.sentences];
  await ctx.db
    .insertInto('draft_sentence')
    .values(
      sentences.map(({ role, text }, ordinal) => ({ draft_id: draftId, ordinal, role, text })),
    )
    .execute();
  const citations = sentences.flatMap((sentence, sentenceOrdinal) =>
    sentence.citations.map((citation, ordinal) => ({
      draft_id: draftId,
      sentence_ordinal: sentenceOrdinal,
      ordinal,
      version_id: citation.versionId,
      passage_id: Number(citation.passageId),
      start_offset: citation.start,
      end_offset: citation.end,
      quote: citation.quote,
      nature: natureOf(citation.quote),
    })),
  );
  // A person's draft may cite nothing yet: it is kept, and blocked.
  if (citations.length > 0) await ctx.db.insertInto('citation').values(citations).execute();
  return {
    draftId,
    revision,
    entry: {
      action: 'draft.prepared',
      entityType: 'draft',
      entityId: draftId,
      details: { post: postId, revision, drafter: draft.drafter, blocked: draft.blocked },
      after: { content_sha256: draft.contentSha256 },
    },
  };
}
